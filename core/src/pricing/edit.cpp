// Pricing again after one quantity changed. In a plain cart an edit changes the figures of its
// line, the order's discount and what follows from it; one pass rounds the shares of that discount
// down, one more hands out what is left and takes the taxes. The stages say what the figures are;
// this says them faster, and tests/core holds the two equal.
#include <algorithm>

#include "../remainders.h"
#include "rule_work.h"
#include "tax_parts.h"

namespace sealcart::pricing {
namespace {

// A promotion of all lines of an order, whatever they cost.
bool is_plain_rule(const Rule& rule) {
  return rule.target == PromotionTarget::order && rule.kind != PromotionKind::price &&
         rule.all_lines && rule.max_units == 0 && rule.max_units_per_line == 0 && rule.buy == 0 &&
         rule.min_subtotal == 0 && rule.max_subtotal == kNever && rule.min_quantity == 0 &&
         rule.needs.count == 0 && rule.tiers.count == 0 && rule.goal == kNone;
}

// What the loops over the lines need, by addresses that do not move while an edit is priced. Loops
// take it by value: a compiler then knows that nothing they write changes it.
struct Columns {
  std::size_t count;
  const LinePrice* prices;
  const TaxSlot* slots;
  LineTotal* lines;
  TaxTotal* sums;

  const TaxSlot& slot(std::size_t i) const { return slots[prices[i].tax_slot]; }
  void tax(std::size_t i) const {
    lines[i].tax = take_only_part(slot(i), lines[i].taxable(), sums);
  }
  void untax(std::size_t i) const {
    sums[slot(i).first].taxable -= lines[i].taxable();
    sums[slot(i).first].tax -= lines[i].tax;
  }
};

std::uint64_t weight(const LineTotal& line) {
  return static_cast<std::uint64_t>(line.subtotal - line.line_discount);
}

// Returns what is left of `off`.
std::uint64_t round_down(Columns columns, const Ratio ratio, std::uint64_t off,
                         Remainders& remainders) {
  for (std::size_t i = 0; i < columns.count; ++i) {
    const Ratio::Parts parts = ratio.of(weight(columns.lines[i]));
    columns.lines[i].order_discount = static_cast<std::int64_t>(parts.quotient);
    remainders.put(i, parts.remainder);
    off -= parts.quotient;
  }
  return off;
}

// `more` says how many units are still to be added to a line's share.
template <class More>
void tax_lines(Columns columns, More more) {
  for (std::uint32_t i = 0; i < columns.count; ++i) {
    columns.lines[i].order_discount += more(i);
    columns.tax(i);
  }
}

class PlainEdit {
 public:
  PlainEdit(const PriceInput& input, PriceScratch& scratch, Totals& out)
      : input_(input),
        scratch_(scratch),
        out_(out),
        columns_{out.lines.size(), input.lines.data(), input.slots.data(), out.lines.data(),
                 out.taxes.data()} {}

  // False: the figures are too large for this way, or for any.
  bool run(std::size_t line, std::int32_t before) {
    if (!price_line(line, before)) return false;
    discount();
    for (GoalGap& gap : out_.gaps) gap = {};
    charge_shipping(input_, scratch_, out_, nullptr);
    charge_fees(input_, out_, nullptr);
    for (TaxTotal& sum : out_.taxes) sum = {};
    if (out_.order_discount_total > 0) {
      allocate_and_tax();
    } else {
      tax_alone();
    }
    tax_charges();
    add_up_taxes(input_, out_);
    out_.grand_total = discounted_subtotal(out_) + out_.shipping_total + out_.fee_total +
                       out_.additional_tax_total;
    if (out_.grand_total > limits::kAmount) return false;
    pay(input_, out_, nullptr);
    return true;
  }

 private:
  bool price_line(std::size_t i, std::int32_t before) {
    const LinePrice& line = columns_.prices[i];
    LineTotal& total = columns_.lines[i];
    const ItemFigures figures = item_figures(line, line.unit_price);
    out_.item_subtotal += figures.subtotal - total.subtotal;
    out_.line_discount_total += figures.off - total.line_discount;
    out_.unit_count += line.quantity - before;
    total.subtotal = figures.subtotal;
    total.line_discount = figures.off;
    return out_.item_subtotal < kNarrow && out_.unit_count > 0;
  }

  void discount() {
    out_.order_discount_total = 0;
    out_.applied = 0;
    if (input_.rules.empty()) return;
    const Rule& rule = input_.rules.front();
    out_.states.front() = RuleState::holds;
    const std::int64_t base = out_.item_subtotal - out_.line_discount_total;
    const std::int64_t off = rule.kind == PromotionKind::percent ? percent_of(base, rule.rate_ppm)
                                                                 : std::min(rule.amount, base);
    out_.order_discount_total = std::min(off, rule.max_amount);
    if (out_.order_discount_total > 0) out_.applied = applied_with(0, 0);
  }

  void allocate_and_tax() {
    const auto off = static_cast<std::uint64_t>(out_.order_discount_total);
    const auto base = static_cast<std::uint64_t>(out_.item_subtotal - out_.line_discount_total);
    Remainders remainders(base, columns_.count, scratch_.allocation);
    const std::uint64_t left = round_down(columns_, Ratio(off, base), off, remainders);
    if (left == 0) return tax_lines(columns_, [](std::uint32_t) { return 0; });
    remainders.limit(static_cast<std::size_t>(left));
    tax_lines(columns_, [&](std::uint32_t i) { return remainders.ask(i); });
    // The lines of the group in which the units run out were taxed without; those that get one are
    // taxed anew.
    auto& weights = scratch_.weights;
    if (weights.size() < columns_.count) weights.resize(columns_.count);
    for (const std::uint32_t i : remainders.at_edge()) {
      weights[i] = static_cast<std::int64_t>(weight(columns_.lines[i]));
    }
    for (const std::uint32_t i : remainders.rest(input_.rank, input_.rounding.ties, weights)) {
      columns_.untax(i);
      ++columns_.lines[i].order_discount;
      columns_.tax(i);
    }
  }

  void tax_alone() {
    for (std::size_t i = 0; i < columns_.count; ++i) columns_.lines[i].order_discount = 0;
    tax_lines(columns_, [](std::uint32_t) { return 0; });
  }

  void tax_charges() {
    out_.shipping_tax = 0;
    if (out_.shipping_choice != kNone) {
      const Charge& method = input_.shipping[index_of(out_.shipping_choice)];
      out_.shipping_tax =
          take_only_part(columns_.slots[method.tax_slot], out_.shipping_total, columns_.sums);
    }
    for (std::size_t f = 0; f < input_.fees.size(); ++f) {
      const TaxSlot& slot = columns_.slots[input_.fees[f].tax_slot];
      out_.fee_taxes[f] = take_only_part(slot, out_.fee_amounts[f], columns_.sums);
    }
  }

  static constexpr std::int64_t kNarrow = std::int64_t{1} << 32;  // Ratio's bound
  const PriceInput& input_;
  PriceScratch& scratch_;
  Totals& out_;
  const Columns columns_;
};

}  // namespace

bool is_plain(const PriceInput& input) {
  const RoundingProfile& rounding = input.rounding;
  const bool plain_rounding =
      rounding.discount == Rounding::half_up && rounding.tax == Rounding::half_up &&
      rounding.discount_scope == RoundingScope::line && rounding.tax_scope == RoundingScope::line &&
      rounding.allocation == AllocationPolicy::largest_remainder &&
      rounding.line_weight == LineWeight::price;
  const bool plain_lines = input.volume_of.empty() && input.floors.empty();
  // Parcels weigh with what their lines cost, which is known only after the order's discount.
  return plain_rounding && plain_lines && input.parcel_rates.empty() && input.conflicts.empty() &&
         input.rules.size() <= 1 && input.discount_base != DiscountBase::list &&
         std::ranges::all_of(input.rules, is_plain_rule) &&
         std::ranges::all_of(input.slots, [](const TaxSlot& slot) { return slot.parts == 1; });
}

}  // namespace sealcart::pricing

namespace sealcart {

Status price_edit(const PriceInput& input, PriceScratch& scratch, std::size_t line,
                  std::int32_t before, Totals& out) {
  const bool done = input.plain && pricing::PlainEdit(input, scratch, out).run(line, before);
  return done ? Status() : price(input, scratch, out);
}

}  // namespace sealcart
