// Figures of a whole order, by the names platforms give them.
#include "support/peers/figures.h"

namespace sealcart::peers {
namespace {

using Pick = std::int64_t (*)(const Snapshot&);

std::int64_t taxes_in(const Snapshot& s) { return s.included_tax_total + s.additional_tax_total; }

// Names of figures that stand in a snapshot.
const std::map<std::string, Pick, std::less<>>& picks() {
  static const std::map<std::string, Pick, std::less<>> table{
      {"total", [](const Snapshot& s) { return s.grand_total; }},
      {"total_gross", [](const Snapshot& s) { return s.grand_total; }},
      {"total_with_tax", [](const Snapshot& s) { return s.grand_total; }},
      {"destination_gross", [](const Snapshot& s) { return s.grand_total; }},
      {"total_net", [](const Snapshot& s) { return s.grand_total - taxes_in(s); }},
      {"tax", taxes_in},
      {"tax_total", taxes_in},
      {"total_tax", taxes_in},
      {"tax_added", [](const Snapshot& s) { return s.additional_tax_total; }},
      {"added_tax", [](const Snapshot& s) { return s.additional_tax_total; }},
      {"additional_tax", [](const Snapshot& s) { return s.additional_tax_total; }},
      {"tax_included", [](const Snapshot& s) { return s.included_tax_total; }},
      {"included_tax", [](const Snapshot& s) { return s.included_tax_total; }},
      {"discount", [](const Snapshot& s) { return s.discount_total + s.shipping_discount_total; }},
      {"total_discount",
       [](const Snapshot& s) { return s.discount_total + s.shipping_discount_total; }},
      {"discount_total",
       [](const Snapshot& s) { return s.discount_total + s.shipping_discount_total; }},
      {"order_discount", [](const Snapshot& s) { return s.order_discount_total; }},
      // Sylius prints all discounts of lines and order together, below 0.
      {"order_discount_displayed", [](const Snapshot& s) { return -s.discount_total; }},
      {"shipping_discount", [](const Snapshot& s) { return s.shipping_discount_total; }},
      {"items_total_before_shipping_and_added_tax",
       [](const Snapshot& s) { return s.item_subtotal - s.discount_total; }},
      {"items_total", [](const Snapshot& s) { return s.item_subtotal - s.discount_total; }},
      {"item_total", [](const Snapshot& s) { return s.item_subtotal - s.discount_total; }},
      {"amount_due", [](const Snapshot& s) { return s.amount_due; }},
      {"gift_card_used", [](const Snapshot& s) { return s.tender_total; }},
  };
  return table;
}

}  // namespace

std::optional<std::int64_t> Figures::order_figure(const std::string& name) {
  if (const auto pick = picks().find(name); pick != picks().end()) return pick->second(now_);
  const std::int64_t shipping_plus = shipping_tax(true);
  const std::int64_t shipping_inside = shipping_tax(false) - shipping_plus;
  if (name == "shipping_total" || name == "shipping_gross" || name == "shipping_with_tax") {
    return now_.shipping_total + shipping_plus;
  }
  if (name == "shipping_net" || name == "shipping") return now_.shipping_total - shipping_inside;
  if (name == "shipping_tax") return shipping_tax(false);
  // Lines and fees, without shipping.
  const std::int64_t gross = now_.grand_total - now_.shipping_total - shipping_plus;
  if (name == "sub_total_gross" || name == "sub_total_with_tax") return gross;
  if (name == "sub_total_net" || name == "sub_total" || name == "contents_net") {
    return gross - (taxes_in(now_) - shipping_tax(false));
  }
  return std::nullopt;
}

// Figures that take a second question.
std::optional<std::int64_t> Figures::further_figure(const std::string& name) {
  if (name == "subtotal_net" || name == "subtotal") {
    const Snapshot& all = undiscounted();
    std::int64_t net = 0;
    for (const SnapshotLine& line : all.lines) net += line.total - line.tax;
    return net;
  }
  if (name == "subtotal_gross" || name == "subtotal_with_tax") {
    std::int64_t gross = 0;
    for (const SnapshotLine& line : undiscounted().lines) gross += line.total;
    return gross;
  }
  if (name == "original_total") return undiscounted().grand_total;
  if (name == "original_tax" || name == "original_tax_total") return taxes_in(undiscounted());
  if (name == "discount_net") {
    const Snapshot& goods = discount_as_goods();
    return goods.grand_total - taxes_in(goods);
  }
  if (name == "discount_tax") return taxes_in(discount_as_goods());
  if (name == "discount_gross") return discount_as_goods().grand_total;
  return std::nullopt;
}

const Snapshot& Figures::undiscounted() {
  if (!undiscounted_) {
    PriceRequest request = shop_.request;
    request.store->promotions.clear();
    request.codes.clear();
    undiscounted_ = ask(shop_.read, std::move(request)).value_or(Snapshot{});
  }
  return *undiscounted_;
}

// What was taken off as the prices of the same goods: listed at home, so that a price that is
// computed anew for the destination is not computed so twice.
const Snapshot& Figures::discount_as_goods() {
  if (!as_goods_) {
    PriceRequest request = shop_.request;
    request.store->promotions.clear();
    request.store->fees.clear();
    request.store->shipping_methods.clear();
    request.shipping_method.clear();
    request.codes.clear();
    request.store->tax_policy = {};
    const bool relieved = request.shopper.tax_exempt;
    request.shopper = {};
    if (relieved) request.store->tax_rates.clear();
    for (std::size_t i = 0; i < shop_.lines.size(); ++i) {
      const Line line = line_of(shop_.lines[i]);
      Variant& variant = request.catalog->products[i].variants[0];
      variant.price = line == nullptr ? 0 : line->line_discount + line->order_discount;
      variant.min_price = 0;
      variant.prices.clear();
    }
    for (PriceLine& line : request.lines) line.quantity = 1;
    as_goods_ = ask(shop_.read, std::move(request)).value_or(Snapshot{});
  }
  return *as_goods_;
}

}  // namespace sealcart::peers
