#include "services/priced_cart.h"

#include "sealcart/wire.h"

namespace sealcart::server {

Snapshot snapshot_of(const Cart& cart, const Shop& shop, const PriceContext& context) {
  const Priced priced = price_cart(cart, shop.store(), shop.catalog(), context);
  return make_snapshot(cart, shop.store(), shop.catalog(), priced, context);
}

std::vector<Error> problems_of(const Cart& cart, const Shop& shop, const PriceContext& context) {
  const Priced priced = price_cart(cart, shop.store(), shop.catalog(), context);
  return problems(cart, shop.store(), shop.catalog(), priced, context);
}

Hash32 state_hash(Snapshot snapshot) {
  snapshot.problems.clear();
  snapshot.notices.clear();
  for (SnapshotLine& line : snapshot.lines) line.max_quantity = 0;
  std::string text;
  write_json(text, snapshot);
  return blake2b(text);
}

}  // namespace sealcart::server
