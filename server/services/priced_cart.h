// A cart with its prices, as the server sees them.
#pragma once

#include "sealcart/snapshot.h"
#include "services/work.h"

namespace sealcart::server {

Snapshot snapshot_of(const Cart& cart, const Shop& shop, const PriceContext& context);

// Why it can't be ordered as it stands.
std::vector<Error> problems_of(const Cart& cart, const Shop& shop, const PriceContext& context);

// BLAKE2b-256 over the canonical snapshot without what other shoppers' orders move: problems and
// the most that could be ordered. Two equal hashes are the same lines at the same prices.
Hash32 state_hash(Snapshot snapshot);

}  // namespace sealcart::server
