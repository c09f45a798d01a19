// Kinds of cases that are no plain cart, each by its own members.
#pragma once

#include "support/peers/peer_shop.h"

namespace sealcart::peers {

Replayed verdict_of(const CaseReader& read, const std::string& differences);

// The general translation: members of `inputs` become the request of `shop`.
void translate_cart(PeerShop& shop, const PeerCase& peer_case, const Json& inputs);
Replayed replay_cart(CaseReader& read, const PeerCase& peer_case);

Replayed replay_allocation(CaseReader& read, const PeerCase& peer_case);
Replayed replay_gift_card(CaseReader& read, const PeerCase& peer_case);
Replayed replay_tiers(CaseReader& read, const PeerCase& peer_case);
Replayed replay_flexible_rate(CaseReader& read, const PeerCase& peer_case);
Replayed replay_quantity_groups(CaseReader& read, const PeerCase& peer_case);
Replayed replay_selection(CaseReader& read, const PeerCase& peer_case);
Replayed replay_stock(CaseReader& read, const PeerCase& peer_case);
Replayed replay_merge(CaseReader& read, const PeerCase& peer_case);

}  // namespace sealcart::peers
