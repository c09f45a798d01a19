// What servers on one database tell each other once it is committed: only what has changed. The
// content is read from the database.
#pragma once

#include <string>
#include <vector>

#include "sealcart/ids.h"

namespace sealcart::server {

struct StockPlace {
  std::string store;
  std::string sku;
};

struct Announcement {
  std::vector<CartId> carts;    // with new entries
  std::vector<OrderId> orders;  // whose payment moved
  std::vector<StockPlace> stock;
  bool payment_waits = false;  // a worker can claim one
};

}  // namespace sealcart::server
