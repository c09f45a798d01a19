// libsodium's sealed box with the randomness handed in.
#pragma once

#include <span>

#include "sealcart/seal/bytes.h"

namespace sealcart::seal {

// `box` holds 48 bytes of room and then the plaintext; it is encrypted where it stands, so that no
// second copy exists. The result is byte for byte what crypto_box_seal makes with the ephemeral key
// pair crypto_box_seed_keypair(seed). False for a low-order pk; `box` then still holds plaintext.
bool seal_in_place(std::span<std::uint8_t> box, const PublicKey& pk, const Seed& seed);

// False when pk is a point of low order: every shared secret with it is zero.
bool is_usable_key(const PublicKey& pk);

}  // namespace sealcart::seal
