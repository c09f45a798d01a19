// The one place in seal.wasm's memory that JavaScript writes to and reads from.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "sealcart/seal/manifest.h"
#include "sealcart/seal/token.h"

namespace sealcart::seal {

// FIELD(name, bytes), in the order they lie in memory, without gaps. JavaScript reads this list
// from the module (seal_layout) and makes a view of each field, under these names.
#define SEALCART_SEAL_ARENA(FIELD)                                                \
  FIELD(payload, 477) /* payment data, UTF-8; wiped by seal_token */              \
  FIELD(random, 48)   /* fresh for each seal: 32 ephemeral seed, 16 jti; wiped */ \
  FIELD(merchant, 16)                                                             \
  FIELD(cart, 16)                                                                 \
  FIELD(quote, 16)                                                                \
  FIELD(cartHash, 32)                                                             \
  FIELD(currency, 3)    /* three letters, ISO 4217 */                             \
  FIELD(roots, 128)     /* up to four pinned Ed25519 public keys */               \
  FIELD(manifest, 1021) /* signed key manifest */                                 \
  FIELD(token, 700)     /* out */

// NOLINTBEGIN(readability-identifier-naming)
struct Arena {
#define SEALCART_FIELD(name, bytes) std::array<std::uint8_t, bytes> name;
  SEALCART_SEAL_ARENA(SEALCART_FIELD)
#undef SEALCART_FIELD
};
// NOLINTEND(readability-identifier-naming)

inline constexpr char kArenaLayout[] =
#define SEALCART_FIELD(name, bytes) #name ":" #bytes " "
    SEALCART_SEAL_ARENA(SEALCART_FIELD)
#undef SEALCART_FIELD
    ;

static_assert(sizeof(Arena::payload) == kPayloadBytes && sizeof(Arena::token) == kTokenBytes);
static_assert(sizeof(Arena::random) == sizeof(Seed) + sizeof(Id16));
static_assert(sizeof(Arena::roots) == kRootKeys * sizeof(RootKey));
static_assert(sizeof(Arena::manifest) == kManifestBytes);
static_assert(sizeof(Arena::cartHash) == sizeof(Hash32));

}  // namespace sealcart::seal
