// Opening: the payment worker's side. Native only, never part of seal.wasm.
//
// The order is fixed (layout, key, decryption, header hash, merchant, expiry); the worker then
// checks that the jti is unseen and that the order matches. Log the status, answer with one generic
// code. Call libsodium's sodium_init once when the program starts.
#pragma once

#include "sealcart/seal/header.h"
#include "sealcart/seal/secret_bytes.h"

namespace sealcart::seal {

// A recipient's key pair; the secret half is wiped with the object.
struct RecipientKey {
  KeyId kid{};
  PublicKey pk{};
  SecretBytes<32> sk;
};

// The pair of libsodium's crypto_box_seed_keypair. `seed`: 32 random bytes, wiped by the caller.
RecipientKey recipient_key(const Seed& seed);

struct OpenContext {
  Id16 merchant{};
  std::int64_t now_ms = 0;  // the worker's clock
};

struct OpenedToken {
  TokenHeader header;  // authentic
  SecretBytes<kPayloadBytes> payload;
};

// A token is good from issued_at - 60 s (the allowed clock difference) up to, not at, expires_at.
SealResult<OpenedToken> open_token(Bytes token, const RecipientKey& key,
                                   const OpenContext& context);

// What the worker's order says. Every field must equal the sealed one.
struct OrderBinding {
  Id16 cart{};
  Id16 quote{};
  Hash32 cart_state{};
  std::int64_t amount_minor = 0;
  std::array<char, 3> currency{};
  std::uint8_t exponent = 0;
};

// ok, or the first of cart, quote, cart_state, amount, currency (with exponent) that differs.
SealStatus match_order(const TokenHeader& header, const OrderBinding& order);

}  // namespace sealcart::seal
