// Shipping and fees.
#include <algorithm>

#include "../rate.h"
#include "shipment.h"
#include "stages.h"

namespace sealcart {

static_assert(limits::kShippingMethods <= 64, "Totals::shipping_open has a bit for each");

std::int64_t cost_of(const PriceInput&, const Charge& method, const Totals& totals) {
  if (method.bar != ShippingBar::none) return kNever;
  const std::int64_t parcels =
      method.rates == kNone ? 0 : totals.parcel_costs[pricing::index_of(method.rates)];
  if (parcels == kNever) return kNever;
  if (discounted_subtotal(totals) >= method.free_from) return 0;
  return std::min(pricing::flat_cost(method, totals) + parcels, kNever);
}

bool can_take(const Priced& priced, std::size_t method) {
  if (!priced.input.ships || priced.error) return true;
  for (std::size_t m = 0; m < priced.input.shipping.size(); ++m) {
    if (pricing::index_of(priced.input.shipping[m].rule) != method) continue;
    return priced.totals.is_open(m);
  }
  return false;
}

bool shipping_restated(const PriceInput& input, const Totals& totals, std::uint64_t before) {
  const bool ranges = input.no_address && !input.parcel_rates.empty();
  const bool refused =
      input.chosen_shipping != kNone && totals.shipping_choice != input.chosen_shipping;
  return totals.shipping_open != before || ranges || refused;
}

namespace pricing {
namespace {

// What the parcels and units of the order are, before any method is asked.
void measure_order(const PriceInput& input, PriceScratch& scratch, Totals& out) {
  out.delivered_units = out.unit_count;
  for (std::size_t i = 0; i < input.stays.size(); ++i) {
    if (input.stays[i] != 0) out.delivered_units -= input.lines[i].quantity;
  }
  out.parcel_costs.resize(input.parcel_rates.size());
  if (input.parcel_rates.empty()) return;
  fill_parcels(input, out, scratch.parcels);
  for (std::size_t r = 0; r < input.parcel_rates.size(); ++r) {
    out.parcel_costs[r] =
        sum_parcels(input.parcel_rates[r], scratch.parcels, discounted_subtotal(out)).amount;
  }
}

// Which methods can take the order, and which is in use: what the shopper chose. Until then, and
// when that can't take the order, the cheapest stands in, the first among equals; one that is
// fetched only when none delivers.
void choose_shipping(const PriceInput& input, Totals& out) {
  bool fetched = true;
  std::int64_t chosen_cost = kNever;
  for (std::size_t m = 0; m < input.shipping.size(); ++m) {
    const Charge& method = input.shipping[m];
    const std::int64_t cost = cost_of(input, method, out);
    if (cost == kNever) continue;
    out.shipping_open |= std::uint64_t{1} << m;
    const auto index = static_cast<std::int32_t>(m);
    if (index == input.chosen_shipping) chosen_cost = cost;
    const bool cheaper = method.pickup == fetched ? cost < out.shipping_total : fetched;
    if (out.shipping_choice != kNone && !cheaper) continue;
    out.shipping_choice = index;
    out.shipping_total = cost;
    fetched = method.pickup;
  }
  if (chosen_cost == kNever) return;
  out.shipping_choice = input.chosen_shipping;
  out.shipping_total = chosen_cost;
}

// The sum of all parts of a method, as if nothing were free and no minimum or maximum held.
std::int64_t parts_of_shipping(const PriceInput& input, const Charge& method,
                               const PriceScratch& scratch, const Totals& out) {
  std::int64_t parts = flat_cost(method, out);
  if (method.rates != kNone) {
    const ParcelRates& rates = input.parcel_rates[index_of(method.rates)];
    parts += sum_parcels(rates, scratch.parcels, discounted_subtotal(out)).parts;
  }
  return std::min(parts, limits::kAmount);
}

void tell_gap(Totals& out, std::int32_t goal, std::int64_t threshold) {
  const std::int64_t base = discounted_subtotal(out);
  if (goal != kNone && threshold < kNever && base < threshold) {
    out.gaps[index_of(goal)].amount = threshold - base;
  }
}

// A share of what the items cost, as prices that are made by a division are rounded.
std::int64_t fee_share(const PriceInput& input, std::int64_t base, std::int32_t rate_ppm) {
  if (input.rounding.price == Rounding::half_up) return percent_of(base, rate_ppm);
  return *mul_div(base, rate_ppm, kMillion, input.rounding.price);
}

}  // namespace

std::int64_t flat_cost(const Charge& method, const Totals& totals) {
  if (method.per_item == 0) return method.amount;
  const auto items = mul_div(method.per_item, totals.delivered_units, 1, Rounding::half_up);
  return std::min(method.amount + items.value_or(kNever), kNever);
}

void charge_shipping(const PriceInput& input, PriceScratch& scratch, Totals& out, Trace* trace) {
  measure_order(input, scratch, out);
  out.shipping_total = 0;
  out.shipping_open = 0;
  out.shipping_choice = kNone;
  if (input.ships) choose_shipping(input, out);
  if (out.shipping_choice == kNone) return;
  const Charge& method = input.shipping[index_of(out.shipping_choice)];
  tell_gap(out, method.goal, method.free_from);
  if (trace != nullptr) {
    trace->push_back({AdjustmentKind::shipping, method.rule, kNone,
                      parts_of_shipping(input, method, scratch, out), out.shipping_total});
  }
}

void charge_fees(const PriceInput& input, Totals& out, Trace* trace) {
  const std::int64_t base = discounted_subtotal(out);
  out.fee_total = 0;
  out.fee_amounts.resize(input.fees.size());
  for (std::size_t f = 0; f < input.fees.size(); ++f) {
    const Charge& fee = input.fees[f];
    const bool due = out.unit_count > 0 && base < fee.below;
    out.fee_amounts[f] = due ? fee.amount + fee_share(input, base, fee.rate_ppm) : 0;
    out.fee_total += out.fee_amounts[f];
    tell_gap(out, fee.goal, fee.below);
    if (trace != nullptr && out.fee_amounts[f] != 0) {
      const std::int64_t applied_to = fee.rate_ppm == 0 ? fee.amount : base;
      trace->push_back({AdjustmentKind::fee, fee.rule, kNone, applied_to, out.fee_amounts[f]});
    }
  }
}

}  // namespace pricing
}  // namespace sealcart
