#include "stages.h"

namespace sealcart {

std::int64_t total_of(const LineTotal& line, const TaxSlot& tax) {
  return line.taxable() + (tax.included ? 0 : line.tax);
}

std::int64_t discounted_subtotal(const Totals& totals) {
  return totals.item_subtotal - totals.line_discount_total - totals.order_discount_total;
}

std::int64_t cost_of(const Charge& method, std::int64_t base) {
  return base >= method.free_from ? 0 : method.amount;
}

Status price(const PriceInput& input, PriceScratch& scratch, Totals& out) {
  if (!pricing::price_items(input, out)) return refuse(ErrorCode::amount_overflow);
  pricing::discount_order(input, scratch, out);
  pricing::charge(input, out);
  pricing::tax(input, out);
  out.grand_total =
      discounted_subtotal(out) + out.shipping_total + out.fee_total + out.additional_tax_total;
  if (out.grand_total > limits::kAmount) return refuse(ErrorCode::amount_overflow);
  return {};
}

Priced price_cart(const Cart& cart, const Store& store, const Catalog& catalog, Timestamp now) {
  Priced priced;
  priced.input = resolve(cart, store, catalog, now);
  PriceScratch scratch;
  if (Status status = price(priced.input, scratch, priced.totals); !status) {
    priced.error = std::move(status.error());
    priced.totals = blank_totals(priced.input);
  }
  return priced;
}

Totals blank_totals(const PriceInput& input) {
  Totals totals;
  totals.lines.resize(input.lines.size());
  totals.taxes.resize(input.taxes.size());
  totals.fee_amounts.resize(input.fees.size());
  totals.fee_taxes.resize(input.fees.size());
  for (const LinePrice& line : input.lines) totals.unit_count += line.quantity;
  return totals;
}

Result<Totals> compute_totals(const Cart& cart, const Store& store, const Catalog& catalog,
                              Timestamp now) {
  Priced priced = price_cart(cart, store, catalog, now);
  if (priced.error) return refuse(std::move(*priced.error));
  return std::move(priced.totals);
}

}  // namespace sealcart
