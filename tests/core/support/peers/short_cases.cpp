// Promotions that a case tells in short: tiers, a rate for the first unit and another for those
// after it, groups of units, the best of several.
#include <algorithm>
#include <map>

#include "support/peers/cart_parts.h"
#include "support/peers/figures.h"
#include "support/peers/kinds.h"

namespace sealcart::peers {
namespace {

// A unit price no discount of these cases reaches.
constexpr std::int64_t kDear = 1'000'000;

// {"tiers": {"2000": "15"}, "base_percent": "10"}: the rate or amount from a threshold on.
void read_tiers(PeerShop& shop, const Json& inputs, Promotion& promotion) {
  CaseReader& read = shop.read;
  const std::string by = read.text(inputs, {"tier_by", "tiers_by", "by"}, "subtotal");
  promotion.tier_by = by.find("quantity") != by.npos ? TierBy::quantity : TierBy::subtotal;
  const Json* tiers = read.find(inputs, {"tiers"});
  if (tiers == nullptr || !tiers->is_object()) return;
  std::map<std::int64_t, PromotionTier> by_threshold;
  for (const auto& [from, value] : tiers->items()) {
    read.take(value);
    PromotionTier tier;
    tier.from = promotion.tier_by == TierBy::quantity ? read.whole_of(Json(from))
                                                      : read.amount_of(Json(from));
    if (promotion.kind == PromotionKind::percent) {
      tier.rate_ppm = read.ppm_of(value);
    } else {
      tier.amount = read.amount_of(value);
    }
    by_threshold[tier.from] = tier;
  }
  for (const auto& [from, tier] : by_threshold) promotion.tiers.push_back(tier);
}

// "base_percent" or "percent", or an amount for each unit.
Promotion& add_valued(PeerShop& shop, const Json& inputs) {
  CaseReader& read = shop.read;
  const Json* percent = read.find(inputs, {"base_percent", "percent"});
  const Json* amount = read.find(
      inputs, {"base_amount", "base_fixed", "amount", "flat", "fixed", "amount_per_unit"});
  Promotion& promotion = shop.add_promotion(
      PromotionTarget::line, amount != nullptr ? PromotionKind::fixed : PromotionKind::percent);
  if (percent == nullptr && amount == nullptr) read.cannot("a promotion without a value");
  if (percent != nullptr || amount != nullptr) {
    shop.set_value(promotion, amount != nullptr ? *amount : *percent);
  }
  return promotion;
}

Replayed priced_verdict(PeerShop& shop, const PeerCase& peer_case) {
  choose_profile(shop, peer_case.source, peer_case.inputs, false);
  shop.read.find(peer_case.inputs, {"currency_exponent"});
  shop.read.expect_all_read(peer_case.inputs);
  if (!shop.read.trouble().empty()) return verdict_of(shop.read, {});
  auto priced = ask(shop.read, shop.request);
  std::string differences;
  if (priced) differences = Figures(shop, std::move(*priced)).differences(peer_case.expected);
  return verdict_of(shop.read, differences);
}

// Units are taken line by line; where prices fall or rise along the lines that is a choice by
// price.
void choose_in_order(PeerShop& shop, Promotion& promotion) {
  std::vector<std::int64_t> prices;
  for (const Product& product : shop.catalog().products) {
    prices.push_back(product.variants[0].price);
  }
  const bool rises = std::ranges::is_sorted(prices);
  promotion.choose = rises ? UnitChoice::cheapest : UnitChoice::dearest;
  if (!rises && !std::ranges::is_sorted(prices, std::greater{})) {
    shop.read.cannot("units of lines in no order of price");
  }
}

}  // namespace

Replayed replay_tiers(CaseReader& read, const PeerCase& peer_case) {
  const Json& inputs = peer_case.inputs;
  PeerShop shop(read);
  const std::int64_t price = read.amount(inputs, {"line_price", "unit_price"}).value_or(0);
  const std::int64_t count = read.whole(inputs, {"line_count"}).value_or(1);
  const std::int64_t quantity = read.whole(inputs, {"qty", "line_qty", "quantity"}).value_or(1);
  if (read.has(inputs, {"lines"})) {
    read_lines(shop, inputs, {});
  } else {
    for (std::int64_t i = 0; i < count; ++i) shop.add_line({}, price, quantity, {});
  }
  Promotion& promotion = add_valued(shop, inputs);
  promotion.per = PromotionPer::line;
  read_tiers(shop, inputs, promotion);
  read_conditions(shop, inputs, promotion);
  return priced_verdict(shop, peer_case);
}

// {"first_unit", "additional_unit", "max_units", "qtys": [...]}: a cart for each quantity.
Replayed replay_flexible_rate(CaseReader& read, const PeerCase& peer_case) {
  const Json& inputs = peer_case.inputs;
  const auto quantities = read.list(inputs, {"qtys", "qty"});
  const std::int64_t first = read.amount(inputs, {"first_unit", "first_item"}).value_or(0);
  const std::int64_t further =
      read.amount(inputs, {"additional_unit", "additional_item"}).value_or(0);
  const std::int64_t most = read.whole(inputs, {"max_units", "max_items"}).value_or(0);
  const std::int64_t price = read.amount(inputs, {"unit_price"}).value_or(kDear);
  std::vector<std::int64_t> discounts;
  for (const Json* quantity : quantities) {
    PeerShop shop(read);
    shop.add_line({}, price, read.whole_of(*quantity), {});
    Promotion& promotion = shop.add_promotion(PromotionTarget::line, PromotionKind::fixed);
    promotion.amount = first;
    promotion.further_amount = further;
    promotion.max_units = static_cast<std::int32_t>(most);
    if (first == 0 && further == 0) shop.store().promotions.clear();
    choose_profile(shop, peer_case.source, inputs, false);
    const auto priced = ask(read, shop.request);
    discounts.push_back(priced ? priced->line_discount_total : 0);
  }
  read.find(inputs, {"currency_exponent"});
  read.expect_all_read(inputs);
  const Json* wanted = read.find(peer_case.expected, {"discounts", "discount"});
  if (wanted == nullptr) read.cannot("figures of another name");
  const Json ours = wanted != nullptr && !wanted->is_array() && !discounts.empty()
                        ? Json(discounts[0])
                        : Json(discounts);
  if (wanted == nullptr || ours == *wanted) return verdict_of(read, {});
  return verdict_of(read, "discounts are " + ours.dump() + ", not " + wanted->dump());
}

// {"group_size": 3, "percent": "10", "lines": [...]}: only whole groups of units are lowered.
Replayed replay_quantity_groups(CaseReader& read, const PeerCase& peer_case) {
  const Json& inputs = peer_case.inputs;
  PeerShop shop(read);
  read_lines(shop, inputs, {});
  if (shop.lines.empty()) {
    shop.add_line({}, read.amount(inputs, {"unit_price", "line_price"}).value_or(kDear),
                  read.whole(inputs, {"qty", "quantity"}).value_or(1), {});
  }
  Promotion& promotion = add_valued(shop, inputs);
  const auto size = static_cast<std::int32_t>(read.whole(inputs, {"group_size"}).value_or(1));
  promotion.units = PromotionUnits{};
  promotion.units->buy = size;
  // An amount for each unit is so many times that for the group.
  if (promotion.kind == PromotionKind::fixed) promotion.amount *= size;
  read_tiers(shop, inputs, promotion);
  choose_in_order(shop, promotion);
  return priced_verdict(shop, peer_case);
}

// Promotions of one kind compete, for each line or for the order; the best one counts.
Replayed replay_selection(CaseReader& read, const PeerCase& peer_case) {
  const Json& inputs = peer_case.inputs;
  if (read.has(inputs, {"lines"})) return replay_cart(read, peer_case);
  PeerShop shop(read);
  shop.add_line({}, read.amount(inputs, {"unit_price", "line_price"}).value_or(kDear), 1, {});
  const auto compete = [&](Names names, PromotionTarget target, PromotionKind kind) {
    for (const Json* value : read.list(inputs, names)) {
      Promotion& promotion = shop.add_promotion(target, kind);
      shop.set_value(promotion, *value);
      promotion.combines_with.reset();
    }
  };
  compete({"line_promotions_fixed"}, PromotionTarget::line, PromotionKind::fixed);
  compete({"line_promotions_percent"}, PromotionTarget::line, PromotionKind::percent);
  compete({"order_promotions_fixed"}, PromotionTarget::order, PromotionKind::fixed);
  compete({"order_promotions_percent"}, PromotionTarget::order, PromotionKind::percent);
  return priced_verdict(shop, peer_case);
}

}  // namespace sealcart::peers
