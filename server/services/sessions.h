// Devices where a customer is signed in. A session has an access of its own to each of the
// customer's carts, so that no request on a cart has to ask for the session.
#pragma once

#include "services/accesses.h"

namespace sealcart::server {

// The session a capability signs in: unauthorized.
Result<SessionRecord> open_session(Work& work, const std::optional<Hash32>& capability);

// Signs a device in at every cart the customer has. The oldest session ends when there are too
// many.
SessionRecord start_session(Work& work, const Hash32& customer, const Hash32& capability,
                            const std::string& label);
void end_session(Work& work, const SessionRecord& session);
void change_session(Work& work, const SessionRecord& session, const Hash32& capability);

// The cart is the customer's now: every live session opens it, and nothing else that did before.
CartPtr hand_over(Work& work, const CartState& cart, const Hash32& customer);

}  // namespace sealcart::server
