// What a service has at hand: storage, the stores, the time, and a note of what it changed.
#pragma once

#include <string>
#include <vector>

#include "base/crypto.h"
#include "base/outcome.h"
#include "sealcart/order.h"
#include "sealcart/time.h"
#include "services/cart_cache.h"
#include "services/key_directory.h"
#include "services/shops.h"
#include "store/storage.h"

namespace sealcart::server {

// What the server is, for the life of its database.
struct Identity {
  Hash32 quote_key{};        // of the MAC on quotes
  ReplicaId replica = 0;     // author of the server's own operations
  std::string login_secret;  // signs the merchant's sign-in tokens; empty: nobody signs in
  std::array<std::uint8_t, 16> merchant{};
  std::int64_t epoch = 0;  // of the database: another one after a restore from a backup
};

// What others are told once it is durable.
struct Changes {
  struct Stock {
    std::string store;
    std::string sku;
    std::int64_t available = 0;  // as the transaction leaves it
  };
  std::vector<CartId> carts;  // with new entries, accesses or pairings
  std::size_t ops = 0;        // of shoppers, that were appended
  std::vector<Order> orders;  // whose payment moved
  std::vector<Stock> stock;
  std::vector<OrderId> spent;  // whose sealed token nobody needs any more
  bool payment_waits = false;  // a worker can claim one
  bool missed = false;         // other servers' news were: anything may have changed
};

struct Work {
  Storage& storage;
  Shops& shops;
  CartCache& carts;
  KeyDirectory& keys;
  const Identity& identity;
  Timestamp now;
  Changes changes;
  std::vector<CartId> touched = {};  // remembered with changes that may yet be undone
  bool full = false;                 // the disk: what only reads does not write beside it
};

}  // namespace sealcart::server
