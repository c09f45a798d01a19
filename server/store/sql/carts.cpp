#include "sealcart/wire.h"
#include "store/sql/sql_storage.h"
#include "store/sql/stored_op.h"

namespace sealcart::server {

// One cart of SQLite; of PostgreSQL, each of a list.
const char* SqlStorage::cart_text() {
  return "SELECT cart, store, currency, head, cut, life, touched_day, sharing, customer, "
         "created_at_ms FROM cart WHERE cart = /*pg ANY (*/ $1 /*pg )*/";
}

CartRecord SqlStorage::cart_of(const Rows& row) {
  CartRecord record{CartId{row.bytes<16>(0)},
                    std::string(row.text(1)),
                    std::string(row.text(2)),
                    row.number(3),
                    row.number(4),
                    life_from(row.text(5)),
                    row.number(6),
                    row.number(7)};
  if (!row.null(8)) record.customer = row.bytes<32>(8);
  record.created_at_ms = row.number(9);
  return record;
}

std::optional<CartRecord> SqlStorage::cart(const CartId& cart) {
  Rows row = shop_.query(cart_text(), cart);
  if (!row.next()) return std::nullopt;
  return cart_of(row);
}

void SqlStorage::insert_cart(const CartRecord& cart, Timestamp now) {
  shop_.send(
      "INSERT INTO cart (cart, store, currency, head, created_at_ms, life, touched_day) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7)",
      cart.id, cart.store, cart.currency, cart.head, now.ms, stored_life(cart.life),
      cart.touched_day);
}

std::optional<Op> SqlStorage::op(const CartId& cart, ReplicaId replica, std::int64_t n) {
  Rows row = shop_.query("SELECT body FROM op WHERE cart = $1 AND replica = $2 AND n = $3", cart,
                         replica, n);
  if (!row.next()) return std::nullopt;
  return op_from_stored(row.text(0), cart);
}

std::vector<LogEntry> SqlStorage::log(const CartId& cart, std::int64_t after, std::size_t limit) {
  Rows row = shop_.query(
      "SELECT log_index, body FROM op WHERE cart = $1 AND log_index > $2 "
      "ORDER BY log_index LIMIT $3",
      cart, after, static_cast<std::int64_t>(limit));
  std::vector<LogEntry> entries;
  while (row.next()) entries.push_back({row.number(0), op_from_stored(row.text(1), cart)});
  return entries;
}

}  // namespace sealcart::server
