// The devices of a cart: listed, named, removed, and given another capability.
#pragma once

#include "services/accesses.h"

namespace sealcart::server {

DeviceList list_devices(Work& work, const Visit& visit);

// Both refuse not_found, and access_denied where another device's is meant without `manage`.
Status name_device(Work& work, const Visit& visit, const AccessId& device,
                   const std::string& label);
// A device where a customer is signed in is signed out.
Status remove_device(Work& work, const Visit& visit, const AccessId& device);

// From here on the device opens with this one, in every cart its sign-in opens. unauthorized:
// not a capability, or another device's.
Status change_capability(Work& work, const Visit& visit, std::string_view capability);

}  // namespace sealcart::server
