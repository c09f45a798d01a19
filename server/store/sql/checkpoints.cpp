#include "store/sql/sql_storage.h"
#include "store/sql/stored_json.h"

namespace sealcart::server {

std::optional<LogCheckpoint> SqlStorage::checkpoint(const CartId& cart) {
  Rows row = shop_.query("SELECT log_index, state FROM cart_checkpoint WHERE cart = $1", cart);
  if (!row.next()) return std::nullopt;
  return LogCheckpoint{row.number(0), from_stored_json<Cart>(row.text(1))};
}

void SqlStorage::cut_log(const CartId& cart, const LogCheckpoint& checkpoint) {
  shop_.send(
      "INSERT INTO cart_checkpoint (cart, log_index, state) VALUES ($1, $2, $3) "
      "ON CONFLICT (cart) DO UPDATE SET log_index = excluded.log_index, state = excluded.state",
      cart, checkpoint.index, to_stored_json(checkpoint.cart));
  shop_.send("UPDATE cart SET cut = $1 WHERE cart = $2", checkpoint.index, cart);
  shop_.send("DELETE FROM op WHERE cart = $1 AND log_index <= $2", cart, checkpoint.index);
}

}  // namespace sealcart::server
