// Devices with capabilities of their own, at the services of sharing.
#pragma once

#include "services/devices.h"
#include "services/pairings.h"
#include "services/restore_links.h"
#include "support/shopper.h"

namespace sealcart::server::testing {

// The capability Shopper makes its cart with.
inline const std::string kMaker = "capability";

class DeviceDesk {
 public:
  explicit DeviceDesk(TestShop& shop) : shop_(shop) {}

  // A service on a cart, by a device that may do this.
  template <class T>
  Outcome<T> visit(const CartId& cart, std::string_view secret, AccessScope scope,
                   const std::function<Outcome<T>(Work&, const Visit&)>& service) {
    return shop_.run<T>([&](Work& work) -> Outcome<T> {
      const Result<Visit> visit = open_cart(work, cart, blake2b(secret), scope);
      if (!visit) return refuse(visit.error());
      return service(work, *visit);
    });
  }

  // The name of the code a door answers with, or "ok".
  std::string opens(const CartId& cart, std::string_view secret,
                    AccessScope scope = AccessScope::view);
  DeviceList list(const CartId& cart, std::string_view secret = kMaker);

  Outcome<PairingOffer> offer(const CartId& cart, std::string_view secret = kMaker);
  Outcome<Pairing> claim(std::string_view code, std::string_view secret);
  Outcome<Pairing> approve(const CartId& cart, const Pairing& pairing,
                           std::vector<AccessScope> scopes = {}, std::string_view secret = kMaker);
  Outcome<PairingView> look(const PairingId& pairing, std::string_view secret);
  // All of it: the device has access afterwards.
  void pair(const CartId& cart, std::string_view secret, std::vector<AccessScope> scopes = {});

  Outcome<RestoreLinkMade> link(const CartId& cart, std::int32_t days = 7);
  Outcome<CartAccess> restore(const std::string& token, std::string_view secret);

 private:
  TestShop& shop_;
};

template <class T>
Outcome<T> outcome_of(Result<T> result) {
  if (!result) return refuse(result.error());
  return *std::move(result);
}

template <class T>
std::string told(const Outcome<T>& outcome) {
  return outcome ? "ok" : std::string(error_name(outcome.error().error.code));
}

}  // namespace sealcart::server::testing
