#include "sealcart/limits.h"
#include "store/sqlite/sqlite_storage.h"

namespace sealcart::server {

bool SqliteStorage::has_ordered(std::string_view store, const Hash32& shopper) {
  return shop_
      .query(
          "SELECT 1 FROM shop_order JOIN payment USING (shop_order) "
          "WHERE store = $1 AND shopper = $2 AND state <> 'declined' LIMIT 1",
          store, shopper)
      .next();
}

PromotionUse SqliteStorage::promotion_use(std::string_view store, std::string_view promotion,
                                          const Hash32& shopper) {
  PromotionUse use;
  use.promotion = promotion;
  Rows row = shop_.query(
      "SELECT length(shopper), orders FROM promotion_use "
      "WHERE store = $1 AND promotion = $2 AND shopper IN (x'', $3)",
      store, promotion, shopper);
  while (row.next()) (row.number(0) == 0 ? use.orders : use.by_shopper) = row.number(1);
  return use;
}

bool SqliteStorage::redeem(const Redemption& used) {
  constexpr const char* kEveryone =
      "INSERT INTO promotion_use (store, promotion, shopper, orders) VALUES ($1, $2, x'', 1) "
      "ON CONFLICT DO UPDATE SET orders = orders + 1 WHERE orders < $3";
  constexpr const char* kShopper =
      "INSERT INTO promotion_use (store, promotion, shopper, orders) VALUES ($1, $2, $3, 1) "
      "ON CONFLICT DO UPDATE SET orders = orders + 1 WHERE orders < $4";
  const std::int64_t limit = used.usage_limit.value_or(limits::kCounter);
  const std::int64_t shopper_limit = used.shopper_limit.value_or(limits::kCounter);
  if (shop_.run(kEveryone, used.store, used.promotion, limit) == 0) return false;
  if (shop_.run(kShopper, used.store, used.promotion, used.shopper, shopper_limit) == 0) {
    return false;
  }
  shop_.run("INSERT INTO redemption (shop_order, promotion) VALUES ($1, $2)", used.order,
            used.promotion);
  return true;
}

void SqliteStorage::unredeem(const OrderId& order) {
  shop_.run(
      "UPDATE promotion_use SET orders = orders - 1 FROM shop_order, redemption "
      "WHERE shop_order.shop_order = $1 AND redemption.shop_order = $1 "
      "AND promotion_use.store = shop_order.store "
      "AND promotion_use.promotion = redemption.promotion "
      "AND promotion_use.shopper IN (x'', shop_order.shopper)",
      order);
  shop_.run("DELETE FROM redemption WHERE shop_order = $1", order);
}

}  // namespace sealcart::server
