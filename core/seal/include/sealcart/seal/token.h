// Sealing: payment data that only the payment worker can read, bound to one cart, quote and amount.
//
// Token v1 = header (140 bytes, clear) ‖ libsodium sealed box (560 bytes) of exactly 512 bytes:
//   01 ‖ BLAKE2b-256("WCT1/hdr\0" ‖ header ‖ pk) ‖ length (2, big-endian) ‖ payload ‖ zeros
// A sealed box authenticates no header of its own; the hash inside it does. The fixed length hides
// what kind of payment it is.
#pragma once

#include <span>

#include "sealcart/seal/header.h"

namespace sealcart::seal {

using TokenBytes = std::array<std::uint8_t, kTokenBytes>;

// Seals `payload` (at most 477 bytes) to `pk`. `seed` is the only randomness: the ephemeral key
// pair is the one libsodium's crypto_box_seed_keypair makes of it, so it must be fresh and secret,
// and is refused when all zero. `header.kid` is overwritten. On refusal the token is all zeros. The
// caller wipes payload and seed; nothing else keeps a copy.
SealStatus seal_token(TokenHeader header, Bytes payload, const PublicKey& pk, const Seed& seed,
                      std::span<std::uint8_t, kTokenBytes> token);

}  // namespace sealcart::seal
