// Promotions of a case, by the platform's way of writing them.
#include "support/peers/cart_parts.h"

namespace sealcart::peers {
namespace {

std::optional<PromotionTarget> target_named(const std::string& scope) {
  if (scope == "order" || scope == "cart") return PromotionTarget::order;
  if (scope == "unit" || scope == "line" || scope == "item" || scope == "items") {
    return PromotionTarget::line;
  }
  if (scope == "shipping" || scope == "shipment") return PromotionTarget::shipping;
  return std::nullopt;
}

std::optional<PromotionKind> kind_named(const std::string& type) {
  if (type == "percent" || type == "percentage" || type == "free") return PromotionKind::percent;
  if (type == "fixed" || type == "flat") return PromotionKind::fixed;
  if (type == "set_order_price" || type == "set_price" || type == "set_unit_price") {
    return PromotionKind::price;
  }
  return std::nullopt;
}

// {"scope": "order", "type": "percent", "value": "50", conditions...}
Promotion* read_plain(PeerShop& shop, const Json& terms) {
  CaseReader& read = shop.read;
  const std::string scope = read.text(terms, {"scope", "target"}, "order");
  const std::string type = read.text(terms, {"type"}, "percent");
  const auto target = target_named(scope);
  const auto kind = kind_named(type);
  if (!target || !kind) {
    read.cannot("promotion of " + scope + " by " + type);
    return nullptr;
  }
  Promotion& promotion = shop.add_promotion(*target, *kind);
  if (const Json* value = read.find(terms, {"value", "percent", "amount"})) {
    shop.set_value(promotion, *value);
  } else if (type == "free") {
    promotion.rate_ppm = limits::kDiscountPpm;
  } else {
    read.cannot("a promotion without a value");
  }
  return &promotion;
}

void read_promotion(PeerShop& shop, const Json& terms) {
  CaseReader& read = shop.read;
  if (read.has(terms, {"actions"})) return read_actions(shop, terms);
  if (read.has(terms, {"buy", "get"})) return read_buy_get(shop, terms);
  if (read.has(terms, {"allocation"})) return read_item_promotion(shop, terms);
  Promotion* promotion = read_plain(shop, terms);
  if (promotion != nullptr) read_conditions(shop, terms, *promotion);
}

}  // namespace

// Each action by itself, under the conditions of the promotion and its own.
void read_actions(PeerShop& shop, const Json& terms) {
  const auto actions = shop.read.list(terms, {"actions"});
  for (const Json* action : actions) {
    Promotion* promotion = read_plain(shop, *action);
    if (promotion == nullptr) return;
    // Without a priority a promotion comes after those that have one.
    promotion->priority = -1;
    read_conditions(shop, terms, *promotion);
    const std::int32_t priority = promotion->priority;
    read_conditions(shop, *action, *promotion);
    promotion->priority = priority;
    if (!promotion->combines_with->line && actions.size() > 1) {
      shop.read.cannot("several actions of an exclusive promotion");
    }
  }
}

// "each": off every line, at most max_qty units of it; a fixed value is off the line, not each
// unit. "across": shared by what the lines cost; a fixed value is all of it at most.
void read_item_promotion(PeerShop& shop, const Json& terms) {
  CaseReader& read = shop.read;
  const std::string allocation = read.text(terms, {"allocation"});
  const std::string type = read.text(terms, {"type"});
  const std::string scope = read.text(terms, {"scope"}, "items");
  const auto kind = kind_named(type);
  const Json* value = read.find(terms, {"value"});
  if (!kind || *kind == PromotionKind::price || value == nullptr ||
      (allocation != "each" && allocation != "across") ||
      (scope != "items" && scope.find("shipping") == scope.npos)) {
    return read.cannot("promotion of " + scope + " " + allocation + " by " + type);
  }
  const bool across = allocation == "across" && *kind == PromotionKind::fixed;
  Promotion& promotion =
      shop.add_promotion(PromotionTarget::line, across ? PromotionKind::percent : *kind);
  promotion.per = PromotionPer::line;
  if (across) {
    promotion.rate_ppm = limits::kDiscountPpm;
    promotion.max_amount = read.amount_of(*value);
  } else {
    shop.set_value(promotion, *value);
  }
  if (const auto units = read.whole(terms, {"max_qty", "max_quantity"})) {
    promotion.max_units_per_line = static_cast<std::int32_t>(*units);
  }
  read_conditions(shop, terms, promotion);
}

// Applied once; the dearest units are the ones lowered.
void read_buy_get(PeerShop& shop, const Json& terms) {
  CaseReader& read = shop.read;
  const Json* buy = read.find(terms, {"buy"});
  const Json* get = read.find(terms, {"get"});
  if (buy == nullptr || get == nullptr) return read.cannot("buy without get");
  Promotion& promotion = shop.add_promotion(PromotionTarget::line, PromotionKind::percent);
  if (const Json* percent = read.find(*get, {"percent_off", "percent"})) {
    shop.set_value(promotion, *percent);
  } else {
    promotion.rate_ppm = limits::kDiscountPpm;
  }
  promotion.categories = read.texts(*get, {"group", "groups"});
  promotion.skus = read.texts(*get, {"id", "ids", "product", "products"});
  promotion.choose = UnitChoice::dearest;
  PromotionUnits units;
  units.buy = static_cast<std::int32_t>(read.whole(*buy, {"min_qty", "qty"}).value_or(1));
  units.get = static_cast<std::int32_t>(read.whole(*get, {"qty", "max_qty"}).value_or(1));
  units.categories = read.texts(*buy, {"group", "groups"});
  units.skus = read.texts(*buy, {"id", "ids", "product", "products"});
  units.max_times = static_cast<std::int32_t>(read.whole(terms, {"max_times"}).value_or(1));
  promotion.units = units;
  read_conditions(shop, terms, promotion);
}

void read_promotions(PeerShop& shop, const Json& inputs) {
  for (const Json* terms : shop.read.list(inputs, {"promotions"})) read_promotion(shop, *terms);
  if (const Json* terms = shop.read.find(inputs, {"promotion"})) read_promotion(shop, *terms);
  // An amount off the order that was decided elsewhere.
  if (const auto off = shop.read.amount(inputs, {"discount", "order_discount"})) {
    shop.add_promotion(PromotionTarget::order, PromotionKind::fixed).amount = *off;
  }
  if (const Json* terms = shop.read.find(inputs, {"catalogue", "catalogue_promotion", "sale"})) {
    Promotion* promotion = read_plain(shop, *terms);
    if (promotion != nullptr) promotion->target = PromotionTarget::line;
  }
  if (const Json* terms = shop.read.find(inputs, {"order_voucher", "voucher"})) {
    Promotion* promotion = read_plain(shop, *terms);
    if (promotion == nullptr) return;
    if (shop.read.flag(*terms, {"apply_once_per_order", "once_per_order"})) {
      promotion->target = PromotionTarget::line;  // one unit, the cheapest
      promotion->max_units = 1;
    }
    read_conditions(shop, *terms, *promotion);
  }
}

// WooCommerce: a percentage and a fixed amount are of the cart; a limit of units prefers the
// dearest.
void read_coupons(PeerShop& shop, const Json& inputs) {
  CaseReader& read = shop.read;
  if (read.find(inputs, {"sequential_discounts"}) != nullptr || read.has(inputs, {"coupons"})) {
    shop.store().discount_base =
        read.flag(inputs, {"sequential_discounts"}) ? DiscountBase::running : DiscountBase::list;
  }
  for (const Json* coupon : read.list(inputs, {"coupons"})) {
    const std::string type = read.text(*coupon, {"type", "discount_type"});
    const bool per_unit = type == "fixed_per_unit" || type == "fixed_product";
    if (!per_unit && type != "percent" && type != "fixed_cart") {
      read.cannot("coupon " + type);
      continue;
    }
    Promotion& promotion =
        shop.add_promotion(per_unit ? PromotionTarget::line : PromotionTarget::order,
                           type == "percent" ? PromotionKind::percent : PromotionKind::fixed);
    if (const Json* value = read.find(*coupon, {"value", "amount"})) {
      shop.set_value(promotion, *value);
    }
    promotion.choose = UnitChoice::dearest;
    if (const auto units = read.whole(*coupon, {"max_units", "limit_usage_to_x_items"})) {
      promotion.max_units = static_cast<std::int32_t>(*units);
    }
    read_conditions(shop, *coupon, promotion);
    promotion.code.clear();  // entered already
  }
}

}  // namespace sealcart::peers
