#include "sealcart/snapshot.h"

#include <algorithm>

#include "sealcart/op.h"

namespace sealcart {
namespace {

std::size_t index(std::int32_t i) { return static_cast<std::size_t>(i); }

SnapshotLine line_of(const LineItem& item, const Catalog& catalog, const LinePrice& price,
                     const LineTotal& total, const TaxSlot& tax) {
  SnapshotLine line;
  line.id = item.id;
  line.sku = item.sku;
  line.quantity = price.quantity;
  line.unit_price = price.unit_price;
  line.subtotal = total.subtotal;
  line.line_discount = total.line_discount;
  line.order_discount = total.order_discount;
  line.tax = total.tax;
  line.total = total_of(total, tax);
  if (const auto entry = catalog.find(item.sku)) {
    const Variant& variant = *entry->variant;
    line.product = entry->product->id;
    line.title = entry->product->title;
    line.image = entry->product->image;
    line.options = variant.options;
    line.compare_at = variant.compare_at;
    line.max_quantity = variant.max_quantity;
    if (variant.stock && !variant.backorder) {
      line.max_quantity = std::min(line.max_quantity, *variant.stock);
    }
  }
  return line;
}

std::vector<SnapshotTax> taxes_of(const StoreDocument& doc, const Priced& priced) {
  std::vector<SnapshotTax> taxes;
  for (std::size_t slot = 0; slot < priced.input.taxes.size(); ++slot) {
    const TaxSlot& tax = priced.input.taxes[slot];
    if (tax.rate == kNone) continue;
    const TaxRate& rate = doc.tax_rates[index(tax.rate)];
    const TaxTotal& total = priced.totals.taxes[slot];
    taxes.push_back({rate.id, rate.name, rate.rate_ppm, rate.included, total.taxable, total.tax});
  }
  return taxes;
}

std::vector<SnapshotMethod> methods_of(const StoreDocument& doc, const Priced& priced) {
  std::vector<SnapshotMethod> methods;
  if (!priced.input.ships) return methods;
  const std::int64_t base = discounted_subtotal(priced.totals);
  for (std::size_t m = 0; m < priced.input.shipping.size(); ++m) {
    const Charge& offer = priced.input.shipping[m];
    const ShippingMethod& method = doc.shipping_methods[index(offer.rule)];
    const bool chosen = priced.totals.shipping_choice == static_cast<std::int32_t>(m);
    methods.push_back({method.id, method.name, cost_of(offer, base), method.free_from,
                       method.min_days, method.max_days, chosen});
  }
  return methods;
}

std::vector<SnapshotCode> codes_of(const Cart& cart, const Store& store, const Priced& priced) {
  std::vector<SnapshotCode> codes;
  for (const CodeEntry& entry : cart.codes) {
    SnapshotCode code{entry.code, {}, false};
    if (const auto promotion = store.promotion_with_code(entry.code)) {
      code.promotion = store.document().promotions[*promotion].id;
      const auto rule = static_cast<std::int32_t>(*promotion);
      code.applied = priced.totals.order_promotion == rule;
      for (const LinePrice& line : priced.input.lines) code.applied |= line.promotion == rule;
    }
    codes.push_back(std::move(code));
  }
  return codes;
}

}  // namespace

Snapshot make_snapshot(const Cart& cart, const Store& store, const Catalog& catalog,
                       const Priced& priced) {
  const Totals& totals = priced.totals;
  Snapshot snapshot;
  snapshot.cart = cart.id;
  snapshot.store = store.document().id;
  snapshot.store_version = store.document().version;
  snapshot.currency = store.currency().text();
  snapshot.exponent = store.currency().exponent;
  snapshot.destination = cart.destination;
  snapshot.shipping_method = cart.shipping_method;
  snapshot.estimate = priced.input.estimate;
  snapshot.unit_count = totals.unit_count;
  for (std::size_t i = 0; i < cart.lines.size(); ++i) {
    const LinePrice& price = priced.input.lines[i];
    snapshot.lines.push_back(line_of(cart.lines[i], catalog, price, totals.lines[i],
                                     priced.input.taxes[price.tax_slot]));
  }
  snapshot.codes = codes_of(cart, store, priced);
  snapshot.shipping_methods = methods_of(store.document(), priced);
  snapshot.taxes = taxes_of(store.document(), priced);
  snapshot.adjustments = adjustments(cart, store, priced);
  for (const Error& error : problems(cart, store, catalog)) {
    snapshot.problems.push_back(problem_of(error));
  }
  if (priced.error) snapshot.problems.push_back(problem_of(*priced.error));
  snapshot.item_subtotal = totals.item_subtotal;
  snapshot.line_discount_total = totals.line_discount_total;
  snapshot.order_discount_total = totals.order_discount_total;
  snapshot.discount_total = totals.line_discount_total + totals.order_discount_total;
  snapshot.shipping_total = totals.shipping_total;
  snapshot.fee_total = totals.fee_total;
  snapshot.included_tax_total = totals.included_tax_total;
  snapshot.additional_tax_total = totals.additional_tax_total;
  snapshot.grand_total = totals.grand_total;
  return snapshot;
}

}  // namespace sealcart
