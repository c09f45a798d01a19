#include "store/sql/sql_storage.h"
#include "store/sql/stored_json.h"

namespace sealcart::server {
namespace {

constexpr std::int64_t kFirstOrderNumber = 100'001;

}  // namespace

void SqlStorage::insert_quote(const Quote& quote) {
  // Quotes nobody accepted in time are of no use any more.
  shop_.send("DELETE FROM quote WHERE cart = $1 AND used_by IS NULL AND expires_at_ms < $2",
             quote.cart, quote.issued_at_ms);
  shop_.send("INSERT INTO quote (cart, quote, expires_at_ms, body) VALUES ($1, $2, $3, $4)",
             quote.cart, quote.id, quote.expires_at_ms, to_stored_json(quote));
}

std::optional<QuoteRecord> SqlStorage::quote(const CartId& cart, const QuoteId& quote) {
  Rows row =
      shop_.query("SELECT body, used_by FROM quote WHERE cart = $1 AND quote = $2", cart, quote);
  if (!row.next()) return std::nullopt;
  return QuoteRecord{from_stored_json<Quote>(row.text(0)), !row.null(1)};
}

bool SqlStorage::use_quote(const CartId& cart, const QuoteId& quote, const OrderId& order) {
  return shop_.run(
             "UPDATE quote SET used_by = $1 WHERE cart = $2 AND quote = $3 AND used_by IS NULL",
             order, cart, quote) == 1;
}

std::int64_t SqlStorage::next_order_number() {
  // One statement: no other server can take the same number.
  Rows row = shop_.query(
      "INSERT INTO setting (name, value) VALUES ('last_order_number', $1) "
      "ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(setting.value AS BIGINT) + 1 AS TEXT) "
      "RETURNING value",
      std::to_string(kFirstOrderNumber));
  if (!row.next()) throw StorageError("no order number was given", Trouble::failed);
  return std::stoll(std::string(row.text(0)));
}

void SqlStorage::insert_order(const OrderRecord& record) {
  const Order& order = record.order;
  shop_.send(
      "INSERT INTO shop_order (shop_order, cart, quote, store, number, request_hash, placed_at_ms, "
      "body, shopper) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
      order.id, order.cart, record.quote, record.store, order.number, record.request_hash,
      order.placed_at_ms, to_stored_json(order), record.shopper);
  std::int64_t position = 0;
  for (const OrderedLine& line : record.lines) {
    shop_.send(
        "INSERT INTO order_line (shop_order, position, sku, quantity, counted, product) "
        "VALUES ($1, $2, $3, $4, $5, $6)",
        order.id, position++, line.sku, std::int64_t{line.quantity}, std::int64_t{line.counted},
        line.product);
  }
  for (const OrderedLot& lot : record.lots) {
    shop_.send(
        "INSERT INTO order_lot (cart, replica, n, sku, units, shop_order) "
        "VALUES ($1, $2, $3, $4, $5, $6)",
        order.cart, lot.replica, lot.n, lot.sku, std::int64_t{lot.units}, order.id);
  }
}

std::optional<OrderRecord> SqlStorage::order(const OrderId& order) {
  OrderRecord record;
  {
    Rows row = shop_.query(
        "SELECT store, quote, request_hash, body FROM shop_order WHERE shop_order = $1", order);
    if (!row.next()) return std::nullopt;
    record.store = row.text(0);
    record.quote.bytes = row.bytes<16>(1);
    record.request_hash = row.bytes<32>(2);
    record.order = from_stored_json<Order>(row.text(3));
  }
  Rows line = shop_.query(
      "SELECT sku, quantity, counted FROM order_line WHERE shop_order = $1 ORDER BY position",
      order);
  while (line.next()) {
    record.lines.push_back({std::string(line.text(0)),
                            static_cast<std::int32_t>(line.number(1)),
                            line.number(2) != 0,
                            {}});
  }
  return record;
}

void SqlStorage::add_order_event(const OrderId& order, Timestamp at, PaymentState state,
                                 std::string_view reason) {
  shop_.send(
      "INSERT INTO order_event (shop_order, n, at_ms, state, reason) VALUES ($1, "
      "(SELECT coalesce(max(n), 0) + 1 FROM order_event WHERE shop_order = $1), $2, $3, $4)",
      order, at.ms, stored_name(state), reason);
}

}  // namespace sealcart::server
