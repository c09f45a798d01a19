#include "sealcart/limits.h"
#include "store/sql/sql_storage.h"

namespace sealcart::server {
namespace {

// The shopper of the row that counts all of them.
constexpr std::span<const std::uint8_t> kEveryone;

}  // namespace

bool SqlStorage::has_ordered(std::string_view store, const Hash32& shopper) {
  return shop_
      .query(
          "SELECT 1 FROM shop_order JOIN payment USING (shop_order) "
          "WHERE store = $1 AND shopper = $2 AND state <> 'declined' LIMIT 1",
          store, shopper)
      .next();
}

PromotionUse SqlStorage::promotion_use(std::string_view store, std::string_view promotion,
                                       const Hash32& shopper) {
  PromotionUse use;
  use.promotion = promotion;
  Rows row = shop_.query(
      "SELECT length(shopper), orders FROM promotion_use "
      "WHERE store = $1 AND promotion = $2 AND shopper IN ($3, $4)",
      store, promotion, shopper, kEveryone);
  while (row.next()) (row.number(0) == 0 ? use.orders : use.by_shopper) = row.number(1);
  return use;
}

bool SqlStorage::redeem(const Redemption& used) {
  constexpr const char* kCount =
      "INSERT INTO promotion_use (store, promotion, shopper, orders) VALUES ($1, $2, $3, 1) "
      "ON CONFLICT (store, promotion, shopper) DO UPDATE SET orders = promotion_use.orders + 1 "
      "WHERE promotion_use.orders < $4";
  const auto counted = [&](SqlValue shopper, const std::optional<std::int64_t>& limit) {
    const std::int64_t most = limit.value_or(limits::kCounter);
    return shop_.run(kCount, used.store, used.promotion, shopper, most) == 1;
  };
  if (!counted(kEveryone, used.usage_limit)) return false;
  if (!counted(used.shopper, used.shopper_limit)) return false;
  shop_.send("INSERT INTO redemption (shop_order, promotion) VALUES ($1, $2)", used.order,
             used.promotion);
  return true;
}

void SqlStorage::unredeem(const OrderId& order) {
  shop_.send(
      "UPDATE promotion_use SET orders = promotion_use.orders - 1 FROM shop_order, redemption "
      "WHERE shop_order.shop_order = $1 AND redemption.shop_order = $1 "
      "AND promotion_use.store = shop_order.store "
      "AND promotion_use.promotion = redemption.promotion "
      "AND promotion_use.shopper IN ($2, shop_order.shopper)",
      order, kEveryone);
  shop_.send("DELETE FROM redemption WHERE shop_order = $1", order);
}

}  // namespace sealcart::server
