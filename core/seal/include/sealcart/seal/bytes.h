// Fixed-size byte values of tokens and manifests, and the sizes both formats are bound by.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace sealcart::seal {

using Bytes = std::span<const std::uint8_t>;

using Id16 = std::array<std::uint8_t, 16>;       // merchant, cart, quote, jti
using Hash32 = std::array<std::uint8_t, 32>;     // BLAKE2b-256
using PublicKey = std::array<std::uint8_t, 32>;  // X25519 (RFC 7748), little-endian u-coordinate
using RootKey = std::array<std::uint8_t, 32>;    // Ed25519 public key (RFC 8032)
using KeyId = std::array<std::uint8_t, 8>;       // first 8 bytes of BLAKE2b-256(public key)
using Seed = std::array<std::uint8_t, 32>;       // fresh random bytes, one seal each

inline constexpr std::size_t kHeaderBytes = 140;
inline constexpr std::size_t kBodyBytes = 512;   // plaintext of the box
inline constexpr std::size_t kBoxOverhead = 48;  // ephemeral key 32, MAC 16
inline constexpr std::size_t kTokenBytes = kHeaderBytes + kBodyBytes + kBoxOverhead;
inline constexpr std::size_t kTokenTextBytes = (kTokenBytes * 4 + 2) / 3;  // base64url, no padding
inline constexpr std::size_t kBodyPrefix = 1 + 32 + 2;                     // version, hash, length
inline constexpr std::size_t kPayloadBytes = kBodyBytes - kBodyPrefix;
static_assert(kTokenBytes == 700 && kTokenTextBytes == 934 && kPayloadBytes == 477);

inline constexpr std::uint8_t kSuiteSealedBox = 1;  // X25519, XSalsa20-Poly1305, BLAKE2b nonce

inline constexpr std::int64_t kTokenLifeMs = 15 * 60 * 1000;
inline constexpr std::int64_t kClockSkewMs = 60 * 1000;  // allowed between endpoint and worker
inline constexpr std::int64_t kMaxAmount = (std::int64_t{1} << 53) - 1;
inline constexpr std::int64_t kMaxTimeMs = kMaxAmount;

KeyId key_id(const PublicKey& pk);

}  // namespace sealcart::seal
