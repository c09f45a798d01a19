// Hashes, keyed hashes, random values and constant-time comparison; all of it libsodium's.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "sealcart/ids.h"

namespace sealcart::server {

using Hash32 = std::array<std::uint8_t, 32>;

// Once, before anything else of this header. Throws when the system has no randomness.
void start_crypto();

void fill_random(std::span<std::uint8_t> bytes);

template <class Id>
Id random_id() {
  Id id;
  fill_random(id.bytes);
  return id;
}

// 1 to 2^53-1.
ReplicaId random_replica();

// BLAKE2b-256 (RFC 7693), plain and keyed.
Hash32 blake2b(std::string_view bytes);
Hash32 keyed_blake2b(const Hash32& key, std::string_view bytes);

// SipHash-2-4: for tables whose keys a stranger chooses.
std::uint64_t table_hash(const std::array<std::uint8_t, 16>& key, std::string_view bytes);

// In constant time.
bool same(std::span<const std::uint8_t> a, std::span<const std::uint8_t> b);

std::string hex(std::span<const std::uint8_t> bytes);
std::optional<Hash32> hash_from_hex(std::string_view text);

// Overwrites text that was secret before it is freed.
void wipe(std::string& text);

}  // namespace sealcart::server
