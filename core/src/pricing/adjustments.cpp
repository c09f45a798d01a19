#include "sealcart/totals.h"

namespace sealcart {
namespace {

std::size_t index(std::int32_t i) { return static_cast<std::size_t>(i); }

class Collector {
 public:
  Collector(const Cart& cart, const StoreDocument& doc, const Priced& priced)
      : cart_(cart), doc_(doc), input_(priced.input), totals_(priced.totals) {}

  std::vector<Adjustment> run() {
    discounts();
    if (totals_.shipping_choice != kNone) {
      const Charge& chosen = input_.shipping[index(totals_.shipping_choice)];
      const ShippingMethod& method = doc_.shipping_methods[index(chosen.rule)];
      add(AdjustmentKind::shipping, method, {}, chosen.amount, totals_.shipping_total);
    }
    for (std::size_t f = 0; f < input_.fees.size(); ++f) {
      if (totals_.fee_amounts[f] == 0) continue;
      const Fee& fee = doc_.fees[index(input_.fees[f].rule)];
      add(AdjustmentKind::fee, fee, {}, fee.amount, totals_.fee_amounts[f]);
    }
    taxes();
    return std::move(out_);
  }

 private:
  template <class Rule>
  void add(AdjustmentKind kind, const Rule& rule, std::optional<LineId> line, std::int64_t base,
           std::int64_t amount) {
    out_.push_back({kind, rule.id, rule.name, line, base, amount});
  }

  void discounts() {
    for (std::size_t i = 0; i < totals_.lines.size(); ++i) {
      const LineTotal& line = totals_.lines[i];
      if (line.line_discount == 0) continue;
      const Promotion& rule = doc_.promotions[index(input_.lines[i].promotion)];
      add(AdjustmentKind::line_discount, rule, cart_.lines[i].id, line.subtotal,
          -line.line_discount);
    }
    if (totals_.order_promotion == kNone) return;
    const Promotion& rule = doc_.promotions[index(totals_.order_promotion)];
    for (std::size_t i = 0; i < totals_.lines.size(); ++i) {
      const LineTotal& line = totals_.lines[i];
      if (line.order_discount == 0) continue;
      add(AdjustmentKind::order_discount, rule, cart_.lines[i].id,
          line.subtotal - line.line_discount, -line.order_discount);
    }
  }

  void tax(std::uint32_t slot, std::optional<LineId> line, std::int64_t base, std::int64_t amount) {
    const TaxSlot& tax = input_.taxes[slot];
    if (tax.rate == kNone) return;
    const auto kind = tax.included ? AdjustmentKind::included_tax : AdjustmentKind::additional_tax;
    add(kind, doc_.tax_rates[index(tax.rate)], line, base, amount);
  }

  void taxes() {
    for (std::size_t i = 0; i < totals_.lines.size(); ++i) {
      const LineTotal& line = totals_.lines[i];
      tax(input_.lines[i].tax_slot, cart_.lines[i].id, line.taxable(), line.tax);
    }
    if (totals_.shipping_total != 0) {
      tax(input_.shipping[index(totals_.shipping_choice)].tax_slot, {}, totals_.shipping_total,
          totals_.shipping_tax);
    }
    for (std::size_t f = 0; f < input_.fees.size(); ++f) {
      if (totals_.fee_amounts[f] == 0) continue;
      tax(input_.fees[f].tax_slot, {}, totals_.fee_amounts[f], totals_.fee_taxes[f]);
    }
  }

  const Cart& cart_;
  const StoreDocument& doc_;
  const PriceInput& input_;
  const Totals& totals_;
  std::vector<Adjustment> out_;
};

}  // namespace

std::vector<Adjustment> adjustments(const Cart& cart, const Store& store, const Priced& priced) {
  return Collector(cart, store.document(), priced).run();
}

}  // namespace sealcart
