// Links that open a cart elsewhere: signed by the server, with an end, and revocable.
#pragma once

#include "services/accesses.h"

namespace sealcart::server {

// It lets in to view, edit and checkout, as far as its maker may. devices_too_many: as many links
// as a cart may have devices.
Result<RestoreLinkMade> make_link(Work& work, const Visit& visit, std::int32_t days);
// not_found
Status revoke_link(Work& work, const CartState& state, const LinkId& link);
// Gives a device access by a link. link_invalid, whatever is wrong; devices_too_many.
Result<CartAccess> open_link(Work& work, const RestoreRequest& request, const Hash32& capability);

}  // namespace sealcart::server
