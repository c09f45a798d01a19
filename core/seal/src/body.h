// Layout of the 512 sealed bytes, shared by sealing and opening.
#pragma once

#include <cstddef>
#include <span>

#include "sealcart/seal/bytes.h"

namespace sealcart::seal {

inline constexpr std::uint8_t kBodyVersion = 1;
inline constexpr std::size_t kBodyHashAt = 1;
inline constexpr std::size_t kBodyLengthAt = kBodyHashAt + 32;
static_assert(kBodyLengthAt + 2 == kBodyPrefix);

// BLAKE2b-256("WCT1/hdr\0" ‖ header ‖ pk): what binds the clear header to the sealed body.
Hash32 header_hash(std::span<const std::uint8_t, kHeaderBytes> header, const PublicKey& pk);

}  // namespace sealcart::seal
