#include "sealed_box.h"

#include <sodium.h>

#include <algorithm>

namespace sealcart::seal {
namespace {

constexpr std::size_t kEphemeralBytes = 32;
constexpr std::size_t kMacBytes = 16;
static_assert(kEphemeralBytes + kMacBytes == kBoxOverhead);
static_assert(kEphemeralBytes == crypto_box_PUBLICKEYBYTES && kMacBytes == crypto_box_MACBYTES);

struct SecretScalar {
  std::array<std::uint8_t, 64> bytes;  // SHA-512(seed); X25519 uses the first half
  ~SecretScalar() { sodium_memzero(bytes.data(), bytes.size()); }
};

std::array<std::uint8_t, 24> seal_nonce(const std::uint8_t* epk, const PublicKey& pk) {
  std::array<std::uint8_t, kEphemeralBytes + 32> keys;
  std::ranges::copy(pk, std::ranges::copy_n(epk, kEphemeralBytes, keys.begin()).out);
  std::array<std::uint8_t, 24> nonce;
  crypto_generichash_blake2b(nonce.data(), nonce.size(), keys.data(), keys.size(), nullptr, 0);
  return nonce;
}

}  // namespace

bool seal_in_place(std::span<std::uint8_t> box, const PublicKey& pk, const Seed& seed) {
  std::uint8_t* const epk = box.data();
  std::uint8_t* const mac = epk + kEphemeralBytes;
  std::uint8_t* const text = epk + kBoxOverhead;
  SecretScalar esk;
  crypto_hash_sha512(esk.bytes.data(), seed.data(), seed.size());
  crypto_scalarmult_curve25519_base(epk, esk.bytes.data());
  const auto nonce = seal_nonce(epk, pk);
  return crypto_box_detached(text, mac, text, box.size() - kBoxOverhead, nonce.data(), pk.data(),
                             esk.bytes.data()) == 0;
}

bool is_usable_key(const PublicKey& pk) {
  static constexpr std::array<std::uint8_t, 32> kAnyScalar{1};
  std::array<std::uint8_t, 32> product;
  return crypto_scalarmult_curve25519(product.data(), kAnyScalar.data(), pk.data()) == 0;
}

}  // namespace sealcart::seal
