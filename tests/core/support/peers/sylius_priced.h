// Carts of Sylius' own scenarios, as structured input with the figures of its shop.
#pragma once

#include "support/peers/peer_case.h"

namespace sealcart::peers {

// One row in the form of a peer case, so that it goes the same way.
PeerCase priced_case(const Json& row);

// ../shared/data/carts/<name>, one object a line; none when it is not there.
std::vector<Json> cart_rows(const std::string& name);

}  // namespace sealcart::peers
