#include "body.h"

#include <sodium.h>

#include <algorithm>

namespace sealcart::seal {

Hash32 header_hash(std::span<const std::uint8_t, kHeaderBytes> header, const PublicKey& pk) {
  static constexpr unsigned char kDomain[] = "WCT1/hdr";  // with its terminating zero
  std::array<std::uint8_t, sizeof kDomain + kHeaderBytes + 32> input;
  auto end = std::ranges::copy(kDomain, input.begin()).out;
  end = std::ranges::copy(header, end).out;
  std::ranges::copy(pk, end);
  Hash32 hash;
  crypto_generichash_blake2b(hash.data(), hash.size(), input.data(), input.size(), nullptr, 0);
  return hash;
}

KeyId key_id(const PublicKey& pk) {
  Hash32 hash;
  crypto_generichash_blake2b(hash.data(), hash.size(), pk.data(), pk.size(), nullptr, 0);
  KeyId kid;
  std::ranges::copy_n(hash.begin(), kid.size(), kid.begin());
  return kid;
}

}  // namespace sealcart::seal
