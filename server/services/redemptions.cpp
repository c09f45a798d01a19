#include "services/redemptions.h"

#include <algorithm>
#include <set>

#include "sealcart/checkout.h"
#include "services/customer_limits.h"

namespace sealcart::server {
namespace {

bool lowers(const Adjustment& adjustment) {
  return adjustment.kind == AdjustmentKind::line_discount ||
         adjustment.kind == AdjustmentKind::order_discount ||
         adjustment.kind == AdjustmentKind::shipping_discount;
}

bool is_limited(const Promotion& promotion) {
  return promotion.usage_limit.has_value() || promotion.shopper_limit.has_value();
}

}  // namespace

Hash32 shopper_key(const Identity& identity, std::string_view email) {
  return keyed_blake2b(identity.quote_key, "shopper:" + known_email(email));
}

ShopperFacts facts_of(Work& work, const Shop& shop, std::string_view email) {
  ShopperFacts facts;
  const bool known = !email.empty();
  const Hash32 shopper = known ? shopper_key(work.identity, email) : Hash32{};
  facts.shopper.first_order = known && !work.storage.has_ordered(shop.id(), shopper);
  for (const Promotion& promotion : shop.store().document().promotions) {
    if (!is_limited(promotion)) continue;
    PromotionUse use = work.storage.promotion_use(shop.id(), promotion.id, shopper);
    if (use.orders > 0) facts.uses.push_back(std::move(use));
  }
  if (known) facts.bought = bought_by(work, shop, shopper);
  return facts;
}

PriceContext context_of(Work& work, const Shop& shop, std::string_view email, Timestamp at) {
  PriceContext context(at);
  ShopperFacts facts = facts_of(work, shop, email);
  context.shopper = std::move(facts.shopper);
  context.uses = std::move(facts.uses);
  context.bought = std::move(facts.bought);
  return context;
}

Status redeem_promotions(Work& work, const Shop& shop, const Snapshot& snapshot,
                         const OrderId& order, const Hash32& shopper) {
  std::set<std::string_view> used;
  for (const Adjustment& adjustment : snapshot.adjustments) {
    if (lowers(adjustment)) used.insert(adjustment.rule);
  }
  for (const Promotion& promotion : shop.store().document().promotions) {
    if (!used.contains(promotion.id)) continue;
    const Redemption redemption{shop.id(), promotion.id,          shopper,
                                order,     promotion.usage_limit, promotion.shopper_limit};
    if (!work.storage.redeem(redemption)) {
      return refuse(Error(ErrorCode::cart_changed, "quote"));
    }
  }
  return {};
}

}  // namespace sealcart::server
