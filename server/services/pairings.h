// Letting another device into a cart by a one-time code (docs/SHARING.md).
#pragma once

#include "services/accesses.h"

namespace sealcart::server {

// The old device's side. `origin`: of the page that asks, when the browser told it; the base of the
// link has to be of it. pairings_too_many, value_not_allowed (base).
Result<PairingOffer> offer_pairing(Work& work, const Visit& visit, const PairingRequest& request,
                                   std::string_view origin);
// What is open or waits for approval.
PairingList list_pairings(const CartState& state, Timestamp now);
// What somebody gave the code of: waiting, and those decided of late.
std::vector<Pairing> claimed_pairings(const CartState& state, Timestamp now);
// pairing_unknown: not waiting, or other digits. access_denied: scopes the device itself lacks.
// devices_too_many.
Result<Pairing> approve_pairing(Work& work, const Visit& visit, const PairingId& id,
                                const PairingApproval& approval);
Result<Pairing> refuse_pairing(Work& work, const Visit& visit, const PairingId& id);

// The new device's side. Every reason for which a code is not good is pairing_unknown.
Result<Pairing> claim_pairing(Work& work, const PairingClaim& claim, const Hash32& capability);
struct PairingView {
  CartId cart;  // whose news tell of a change
  Pairing pairing;
};
Result<PairingView> read_pairing(Work& work, const PairingId& id,
                                 const std::optional<Hash32>& capability);

}  // namespace sealcart::server
