#include "sealcart/wire.h"
#include "support/peers/cart_parts.h"
#include "support/told.h"

namespace sealcart::peers {
namespace {

RoundingPreset preset_of(const std::string& source, bool included,
                         std::optional<RoundingScope> tax_scope) {
  if (source == "sylius") {
    return tax_scope == RoundingScope::unit ? RoundingPreset::sylius_units
                                            : RoundingPreset::sylius_items;
  }
  if (source == "vendure")
    return included ? RoundingPreset::vendure_gross : RoundingPreset::vendure;
  if (source == "woocommerce") {
    return included ? RoundingPreset::woo_gross : RoundingPreset::woo_net;
  }
  if (source == "commercetools") return RoundingPreset::commercetools;
  if (source == "solidus") return RoundingPreset::solidus;
  if (source == "spree") return RoundingPreset::spree;
  if (source == "saleor") return RoundingPreset::saleor;
  if (source == "medusa") return RoundingPreset::medusa;
  return RoundingPreset::house;
}

std::optional<DiscountBase> base_of(const std::string& source) {
  if (source == "medusa") return DiscountBase::charged;
  if (source == "sylius" || source == "vendure") return DiscountBase::list_lines;
  return std::nullopt;
}

// There the best of a lane counts, for each line and for the order.
bool promotions_compete(const std::string& source) {
  return source == "solidus" || source == "spree";
}

}  // namespace

void choose_profile(PeerShop& shop, const std::string& source, const Json& inputs, bool included) {
  RoundingRules& rules = shop.store().rounding;
  rules.preset = preset_of(source, included, rules.tax_scope);
  if (const auto base = base_of(source)) shop.store().discount_base = *base;
  if (promotions_compete(source)) {
    for (Promotion& promotion : shop.store().promotions) promotion.combines_with.reset();
  }
  // Cases of our own may say it themselves, in the words of the store document.
  if (const Json* own = shop.read.find(inputs, {"rounding"})) {
    const auto given = read_json<RoundingRules>(own->dump());
    if (!given) return shop.read.cannot("rounding: " + told(given.error()));
    for (const auto& member : own->items()) shop.read.take(member.value());
    rules = *given;
  }
}

}  // namespace sealcart::peers
