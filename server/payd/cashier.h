// One payment: opens the token, checks it against the order, charges, and says how it went.
#pragma once

#include <expected>
#include <string>

#include "base/clock.h"
#include "payd/journal.h"
#include "payd/keyring.h"

namespace sealcart::server::payd {

class Cashier {
 public:
  Cashier(const Keyring& keys, Journal& journal, psp::Provider& provider,
          const seal::Id16& merchant, Clock clock)
      : keys_(keys),
        journal_(journal),
        provider_(provider),
        merchant_(merchant),
        clock_(std::move(clock)) {}

  // In this order: layout, key, decryption, header hash, merchant, expiry, jti unseen, order, cart
  // state, amount and currency; then the charge, once for each token. A token that fails a check is
  // declined without a charge; the log says why, the answer does not.
  Awaitable<Attempt> pay(PaymentClaim claim);
  // What became of a charge whose answer was lost. Never charges.
  Awaitable<Attempt> ask_again(Attempt attempt);

 private:
  struct Opened {
    std::string provider_key;
    psp::PaymentData source;
  };
  std::expected<Opened, std::string> open(const PaymentClaim& claim);

  const Keyring& keys_;
  Journal& journal_;
  psp::Provider& provider_;
  seal::Id16 merchant_;
  Clock clock_;
};

}  // namespace sealcart::server::payd
