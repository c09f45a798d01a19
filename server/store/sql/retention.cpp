#include <array>

#include "store/sql/sql_storage.h"

namespace sealcart::server {
namespace {

constexpr std::array<std::string_view, 4> kLives{"empty", "filled", "customer", "ordered"};

}  // namespace

std::string_view stored_life(CartLife life) { return kLives[static_cast<std::size_t>(life)]; }

CartLife life_from(std::string_view stored) {
  for (std::size_t i = 0; i < kLives.size(); ++i) {
    if (kLives[i] == stored) return static_cast<CartLife>(i);
  }
  throw StorageError("the life of a cart is damaged", Trouble::broken);
}

void SqlStorage::touch_cart(const CartRecord& cart) {
  shop_.send("UPDATE cart SET life = $1, touched_day = $2 WHERE cart = $3", stored_life(cart.life),
             cart.touched_day, cart.id);
}

std::vector<CartRecord> SqlStorage::idle_carts(CartLife life, std::int64_t before_day,
                                               std::size_t limit) {
  Rows row = shop_.query(
      "SELECT cart, head, cut FROM cart WHERE life = $1 AND touched_day < $2 "
      "ORDER BY touched_day LIMIT $3 /*pg FOR UPDATE SKIP LOCKED*/",
      stored_life(life), before_day, static_cast<std::int64_t>(limit));
  std::vector<CartRecord> idle;
  while (row.next()) {
    CartRecord cart;
    cart.id.bytes = row.bytes<16>(0);
    cart.head = row.number(1);
    cart.cut = row.number(2);
    idle.push_back(std::move(cart));
  }
  return idle;
}

void SqlStorage::remove_cart(const CartId& cart) {
  shop_.send("DELETE FROM op WHERE cart = $1", cart);
  shop_.send("DELETE FROM cart_checkpoint WHERE cart = $1", cart);
  shop_.send("DELETE FROM quote WHERE cart = $1", cart);
  shop_.send("DELETE FROM cart WHERE cart = $1", cart);
}

std::int64_t SqlStorage::remove_quotes(Timestamp expired_before, std::int64_t limit) {
  return shop_.run(
      "DELETE FROM quote WHERE (cart, quote) IN (SELECT cart, quote FROM quote "
      "WHERE used_by IS NULL AND expires_at_ms < $1 LIMIT $2)",
      expired_before.ms, limit);
}

}  // namespace sealcart::server
