#include "support/devices.h"

namespace sealcart::server::testing {

std::string DeviceDesk::opens(const CartId& cart, std::string_view secret, AccessScope scope) {
  return told(
      visit<bool>(cart, secret, scope, [](Work&, const Visit&) -> Outcome<bool> { return true; }));
}

DeviceList DeviceDesk::list(const CartId& cart, std::string_view secret) {
  return visit<DeviceList>(cart, secret, AccessScope::manage,
                           [](Work& work, const Visit& visit) -> Outcome<DeviceList> {
                             return list_devices(work, visit);
                           })
      .value();
}

Outcome<PairingOffer> DeviceDesk::offer(const CartId& cart, std::string_view secret) {
  return visit<PairingOffer>(cart, secret, AccessScope::manage, [](Work& work, const Visit& visit) {
    return outcome_of(offer_pairing(work, visit, {"https://tea.example/cart"}, ""));
  });
}

Outcome<Pairing> DeviceDesk::claim(std::string_view code, std::string_view secret) {
  return shop_.run<Pairing>([&](Work& work) {
    const bool is_link = code.size() == kPairingSecretBytes;
    const PairingClaim claim{is_link ? "" : std::string(code), is_link ? std::string(code) : "",
                             "Phone"};
    return outcome_of(claim_pairing(work, claim, blake2b(secret)));
  });
}

Outcome<Pairing> DeviceDesk::approve(const CartId& cart, const Pairing& pairing,
                                     std::vector<AccessScope> scopes, std::string_view secret) {
  return visit<Pairing>(cart, secret, AccessScope::manage, [&](Work& work, const Visit& visit) {
    return outcome_of(approve_pairing(work, visit, pairing.id, {pairing.check, scopes}));
  });
}

Outcome<PairingView> DeviceDesk::look(const PairingId& pairing, std::string_view secret) {
  return shop_.run<PairingView>(
      [&](Work& work) { return outcome_of(read_pairing(work, pairing, blake2b(secret))); });
}

void DeviceDesk::pair(const CartId& cart, std::string_view secret,
                      std::vector<AccessScope> scopes) {
  const Pairing waiting = claim(offer(cart).value().code, secret).value();
  static_cast<void>(approve(cart, waiting, std::move(scopes)).value());
}

Outcome<RestoreLinkMade> DeviceDesk::link(const CartId& cart, std::int32_t days) {
  return visit<RestoreLinkMade>(
      cart, kMaker, AccessScope::manage,
      [&](Work& work, const Visit& visit) { return outcome_of(make_link(work, visit, days)); });
}

Outcome<CartAccess> DeviceDesk::restore(const std::string& token, std::string_view secret) {
  return shop_.run<CartAccess>(
      [&](Work& work) { return outcome_of(open_link(work, {token, "Tablet"}, blake2b(secret))); });
}

}  // namespace sealcart::server::testing
