#include "store/sql/sql_storage.h"

namespace sealcart::server {

void SqlStorage::seed_stock(std::string_view store, std::string_view sku, std::int64_t units,
                            bool backorder) {
  shop_.send(
      "INSERT INTO stock (store, sku, on_hand, backorder) VALUES ($1, $2, $3, $4) "
      "ON CONFLICT (store, sku) DO NOTHING",
      store, sku, units, std::int64_t{backorder});
}

std::vector<StockRecord> SqlStorage::stock(std::string_view store) {
  Rows row = shop_.query("SELECT sku, on_hand - reserved FROM stock WHERE store = $1", store);
  std::vector<StockRecord> records;
  while (row.next()) records.push_back({std::string(row.text(0)), row.number(1)});
  return records;
}

std::optional<std::int64_t> SqlStorage::available(std::string_view store, std::string_view sku) {
  Rows row =
      shop_.query("SELECT on_hand - reserved FROM stock WHERE store = $1 AND sku = $2", store, sku);
  if (!row.next()) return std::nullopt;
  return row.number(0);
}

bool SqlStorage::reserve(std::string_view store, std::string_view sku, std::int64_t units) {
  return shop_.run(
             "UPDATE stock SET reserved = reserved + $1 "
             "WHERE store = $2 AND sku = $3 AND (backorder = 1 OR on_hand - reserved >= $1)",
             units, store, sku) == 1;
}

void SqlStorage::release(std::string_view store, std::string_view sku, std::int64_t units) {
  shop_.send("UPDATE stock SET reserved = reserved - $1 WHERE store = $2 AND sku = $3", units,
             store, sku);
}

void SqlStorage::consume(std::string_view store, std::string_view sku, std::int64_t units) {
  shop_.send(
      "UPDATE stock SET reserved = reserved - $1, on_hand = on_hand - $1 "
      "WHERE store = $2 AND sku = $3",
      units, store, sku);
}

}  // namespace sealcart::server
