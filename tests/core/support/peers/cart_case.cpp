// A case whose inputs are a cart, and those that are one line of it in short.
#include <algorithm>

#include "support/peers/cart_parts.h"
#include "support/peers/figures.h"
#include "support/peers/kinds.h"

namespace sealcart::peers {
namespace {

// "net": 1000 with rates, "gross": 1000 with a rate, "price_decimal": a cart of one line.
Json one_line(const Json& inputs) {
  Json cart = inputs;
  Json line = Json::object();
  const std::pair<const char*, const char*> prices[]{{"net", "unit_price"},
                                                     {"gross", "unit_price"},
                                                     {"home_gross", "unit_price"},
                                                     {"unit_price", "unit_price"},
                                                     {"price_decimal", "price_decimal"}};
  for (const auto& [from, to] : prices) {
    if (!cart.contains(from)) continue;
    line[to] = cart[from];
    if (std::string_view(from) == "gross") cart["prices_include_tax"] = true;
    cart.erase(from);
  }
  if (line.empty()) return inputs;
  cart["lines"] = Json::array({line});
  return cart;
}

bool is_by_quantity(const Json& expected) {
  return expected.is_object() && !expected.empty() && expected.begin().key().starts_with("qty") &&
         expected.begin().value().is_object();
}

// {"qty1": {figures}, "qty2": {figures}}: the same cart with so many units of its line.
std::string differences_by_quantity(PeerShop& shop, const Json& expected) {
  std::string all;
  for (const auto& [name, figures] : expected.items()) {
    const std::int64_t quantity = shop.read.whole_of(Json(name.substr(3)));
    PeerShop of_quantity = shop;
    for (PriceLine& line : of_quantity.request.lines) line.quantity = quantity;
    auto priced = ask(shop.read, of_quantity.request);
    if (!priced) return {};
    const std::string part = Figures(of_quantity, std::move(*priced)).differences(figures);
    if (!part.empty()) all += name + ": " + part;
  }
  return all;
}

// A method a promotion asks for is one of the store, chosen or not.
void offer_named_methods(PeerShop& shop) {
  const std::string chosen = shop.request.shipping_method;
  const std::vector<Promotion> promotions = shop.store().promotions;
  for (const Promotion& promotion : promotions) {
    for (const std::string& named : promotion.shipping_methods) {
      const auto& known = shop.store().shipping_methods;
      if (std::ranges::count(known, named, &ShippingMethod::id) > 0) continue;
      shop.add_method(named, 0, kUntaxed);
    }
  }
  shop.request.shipping_method = chosen;
}

}  // namespace

void translate_cart(PeerShop& shop, const PeerCase& peer_case, const Json& inputs) {
  read_context(shop, inputs);
  const TaxTerms terms = read_taxes(shop, inputs);
  read_lines(shop, inputs, terms);
  read_promotions(shop, inputs);
  read_coupons(shop, inputs);
  read_charges(shop, inputs, terms);
  choose_profile(shop, peer_case.source, inputs, terms.included);
  // What takes nothing off is no promotion.
  std::erase_if(shop.store().promotions, [](const Promotion& promotion) {
    return promotion.kind != PromotionKind::price && promotion.tiers.empty() &&
           promotion.rate_ppm == 0 && promotion.amount == 0;
  });
  offer_named_methods(shop);
  for (ShippingMethod& method : shop.store().shipping_methods) {
    method.zones.clear();
    for (const TaxZone& zone : shop.store().zones) method.zones.push_back(zone.id);
  }
  shop.read.expect_all_read(inputs);
}

Replayed replay_cart(CaseReader& read, const PeerCase& peer_case) {
  const Json inputs = one_line(peer_case.inputs);
  PeerShop shop(read);
  translate_cart(shop, peer_case, inputs);
  if (!read.trouble().empty()) return {Verdict::inexpressible, read.trouble()};
  std::string differences;
  if (is_by_quantity(peer_case.expected)) {
    differences = differences_by_quantity(shop, peer_case.expected);
  } else {
    auto priced = ask(read, shop.request);
    if (priced) differences = Figures(shop, std::move(*priced)).differences(peer_case.expected);
  }
  return verdict_of(read, differences);
}

Replayed verdict_of(const CaseReader& read, const std::string& differences) {
  if (!read.trouble().empty()) return {Verdict::inexpressible, read.trouble()};
  return {differences.empty() ? Verdict::reproduced : Verdict::differs, differences};
}

}  // namespace sealcart::peers
