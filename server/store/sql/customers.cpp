#include "store/sql/sql_storage.h"
#include "store/sql/stored_json.h"

namespace sealcart::server {

std::optional<CustomerRecord> SqlStorage::customer(const Hash32& customer) {
  Rows row = shop_.query("SELECT store, current_cart FROM customer WHERE customer = $1", customer);
  if (!row.next()) return std::nullopt;
  CustomerRecord record{customer, std::string(row.text(0)), std::nullopt};
  if (!row.null(1)) record.current = CartId{row.bytes<16>(1)};
  return record;
}

void SqlStorage::hold_customer(const CustomerRecord& customer, Timestamp now) {
  shop_.send(
      "INSERT INTO customer (customer, store, created_at_ms) VALUES ($1, $2, $3) "
      "ON CONFLICT (customer) DO UPDATE SET store = excluded.store",
      customer.customer, customer.store, now.ms);
}

void SqlStorage::set_current_cart(const Hash32& customer, const std::optional<CartId>& cart) {
  shop_.send("UPDATE customer SET current_cart = $1 WHERE customer = $2",
             cart ? SqlValue(*cart) : nullptr, customer);
}

std::vector<CustomerCartRecord> SqlStorage::customer_carts(const Hash32& customer) {
  Rows row = shop_.query(
      "SELECT cart, name, cart_use, created_at_ms FROM customer_cart WHERE customer = $1 "
      "ORDER BY created_at_ms, cart",
      customer);
  std::vector<CustomerCartRecord> found;
  while (row.next()) {
    found.push_back({{row.bytes<16>(0)},
                     std::string(row.text(1)),
                     from_stored_name<CartUse>(row.text(2)),
                     row.number(3)});
  }
  return found;
}

void SqlStorage::insert_customer_cart(const Hash32& customer, const CustomerCartRecord& cart) {
  shop_.send(
      "INSERT INTO customer_cart (customer, cart, name, cart_use, created_at_ms) "
      "VALUES ($1, $2, $3, $4, $5)",
      customer, cart.cart, cart.name, stored_name(cart.use), cart.created_at_ms);
}

void SqlStorage::rename_customer_cart(const Hash32& customer, const CartId& cart,
                                      std::string_view name) {
  shop_.send("UPDATE customer_cart SET name = $1 WHERE customer = $2 AND cart = $3", name, customer,
             cart);
}

void SqlStorage::delete_customer_cart(const Hash32& customer, const CartId& cart) {
  shop_.send("DELETE FROM customer_cart WHERE customer = $1 AND cart = $2", customer, cart);
}

}  // namespace sealcart::server
