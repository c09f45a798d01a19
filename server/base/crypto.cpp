#include "base/crypto.h"

#include <sodium.h>

#include <bit>
#include <stdexcept>

#include "sealcart/limits.h"

namespace sealcart::server {
namespace {

const unsigned char* data_of(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

}  // namespace

void start_crypto() {
  if (sodium_init() < 0) throw std::runtime_error("libsodium found no source of randomness");
}

void fill_random(std::span<std::uint8_t> bytes) { randombytes_buf(bytes.data(), bytes.size()); }

ReplicaId random_replica() {
  std::array<std::uint8_t, 8> bytes;
  fill_random(bytes);
  std::uint64_t value = 0;
  for (const std::uint8_t byte : bytes) value = value << 8 | byte;
  return static_cast<ReplicaId>(value % static_cast<std::uint64_t>(limits::kCounter)) + 1;
}

Hash32 blake2b(std::string_view bytes) {
  Hash32 hash;
  crypto_generichash(hash.data(), hash.size(), data_of(bytes), bytes.size(), nullptr, 0);
  return hash;
}

Hash32 keyed_blake2b(const Hash32& key, std::string_view bytes) {
  Hash32 hash;
  crypto_generichash(hash.data(), hash.size(), data_of(bytes), bytes.size(), key.data(),
                     key.size());
  return hash;
}

std::uint64_t table_hash(const std::array<std::uint8_t, 16>& key, std::string_view bytes) {
  static_assert(crypto_shorthash_KEYBYTES == 16 && crypto_shorthash_BYTES == 8);
  std::array<unsigned char, crypto_shorthash_BYTES> out;
  crypto_shorthash(out.data(), data_of(bytes), bytes.size(), key.data());
  return std::bit_cast<std::uint64_t>(out);
}

bool same(std::span<const std::uint8_t> a, std::span<const std::uint8_t> b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string hex(std::span<const std::uint8_t> bytes) {
  std::string text(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
  text.pop_back();
  return text;
}

std::optional<Hash32> hash_from_hex(std::string_view text) {
  Hash32 hash;
  std::size_t length = 0;
  if (text.size() != hash.size() * 2 ||
      sodium_hex2bin(hash.data(), hash.size(), text.data(), text.size(), nullptr, &length,
                     nullptr) != 0 ||
      length != hash.size()) {
    return std::nullopt;
  }
  return hash;
}

void wipe(std::string& text) {
  sodium_memzero(text.data(), text.size());
  text.clear();
}

}  // namespace sealcart::server
