#include "sealcart/limits.h"
#include "store/sql/sql_storage.h"

namespace sealcart::server {

std::vector<ProductUse> SqlStorage::units_taken(std::string_view store, const Hash32& shopper) {
  Rows row = shop_.query(
      "SELECT product, units FROM product_use WHERE store = $1 AND shopper = $2 AND units > 0",
      store, shopper);
  std::vector<ProductUse> taken;
  while (row.next()) taken.push_back({std::string(row.text(0)), row.number(1)});
  return taken;
}

bool SqlStorage::take_units(const ProductTaken& taken) {
  // "WHERE" also keeps SQLite from reading ON CONFLICT as the condition of a join.
  constexpr const char* kTake =
      "INSERT INTO product_use (store, product, shopper, units) "
      "SELECT $1, $2, $3, $4 WHERE $4 <= $5 "
      "ON CONFLICT (store, shopper, product) DO UPDATE SET units = product_use.units + $4 "
      "WHERE product_use.units + $4 <= $5";
  const std::int64_t limit = taken.customer_limit.value_or(limits::kCounter);
  return shop_.run(kTake, taken.store, taken.product, taken.shopper, taken.units, limit) == 1;
}

void SqlStorage::return_units(const OrderId& order) {
  shop_.send(
      "UPDATE product_use SET units = product_use.units - line.units FROM "
      "(SELECT store, shopper, product, sum(quantity) AS units FROM order_line "
      "JOIN shop_order USING (shop_order) WHERE shop_order = $1 AND product IS NOT NULL "
      "GROUP BY store, shopper, product) AS line "
      "WHERE product_use.store = line.store AND product_use.product = line.product "
      "AND product_use.shopper = line.shopper",
      order);
}

}  // namespace sealcart::server
