// sealcart_fill_shop SHOP_DB TOKENS_DB CARTS: a database as a shop of that many carts has it, each
// with three operations; for measuring how long the server takes to start on it.
#include <iostream>

#include "base/crypto.h"
#include "store/sqlite/sqlite_storage.h"

namespace {

using namespace sealcart;

constexpr std::int64_t kPerCommit = 20'000;

// Ids rise, so that rows are appended to the tables; how they lie is the same in the end.
CartId nth_id(std::int64_t n, std::int64_t count) {
  CartId id;
  server::fill_random(id.bytes);
  const auto place =
      static_cast<std::uint64_t>(n) * (~std::uint64_t{0} / static_cast<std::uint64_t>(count));
  for (std::size_t i = 0; i < 8; ++i) {
    id.bytes[i] = static_cast<std::uint8_t>(place >> (56 - 8 * i));
  }
  return id;
}

void fill_cart(server::Storage& storage, const CartId& id, Timestamp now) {
  Cart cart;
  cart.id = id;
  storage.insert_cart({id, "tea", "EUR"}, now);
  server::AccessRecord access;
  access.id.bytes = id.bytes;
  access.capability = server::blake2b("a secret");
  access.scopes = server::Scopes::all();
  storage.insert_access(id, access);
  const Author author{7, 0};
  std::int64_t index = 0;
  const auto append = [&](const Op& op) {
    if (!apply(cart, op)) throw std::runtime_error("an operation does not join");
    storage.append(id, {++index, op});
  };
  append(make_add(cart, author, "POT", 1));
  append(make_destination(cart, author, {"DE", {}, {}}));
  append(make_shipping_method(cart, author, "post"));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  try {
    server::start_crypto();
    server::SqliteStorage storage(argv[1], argv[2]);
    const std::int64_t count = std::stoll(argv[3]);
    for (std::int64_t n = 0; n < count;) {
      storage.begin({});
      for (const std::int64_t end = std::min(count, n + kPerCommit); n < end; ++n) {
        fill_cart(storage, nth_id(n, count), Timestamp{1'800'000'000'000});
      }
      storage.commit();
    }
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
