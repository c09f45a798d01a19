// Shared by the sealing tests: run-time keys, a plausible header, hexadecimal.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "sealcart/seal/manifest_sign.h"
#include "sealcart/seal/open.h"
#include "sealcart/seal/token.h"

// Status codes print by name in a failed expectation.
namespace sealcart::seal {
inline void PrintTo(SealStatus status, std::ostream* out) { *out << status_name(status); }
}  // namespace sealcart::seal

namespace sealcart::seal::test {

template <class T>
SealStatus status_of(const SealResult<T>& result) {
  return result ? SealStatus::ok : result.error();
}

inline constexpr std::int64_t kNow = 1'800'000'000'000;  // 2027-01-15, any moment will do
inline constexpr std::int64_t kHour = 60 * 60 * 1000;

using ByteVector = std::vector<std::uint8_t>;

// Random bytes of this run. The run's seed is printed; SEALCART_TEST_SEED=<64 hex> repeats a run.
void fill_random(std::span<std::uint8_t> out);

template <class Array>
Array random_array() {
  Array out;
  fill_random(out);
  return out;
}

ByteVector from_hex(std::string_view hex);
std::string to_hex(Bytes bytes);
template <class Array>
Array array_from_hex(std::string_view hex) {
  Array out{};
  const ByteVector bytes = from_hex(hex);
  EXPECT_EQ(bytes.size(), out.size()) << hex;
  std::ranges::copy_n(bytes.begin(),
                      static_cast<std::ptrdiff_t>(std::min(bytes.size(), out.size())), out.begin());
  return out;
}

TokenHeader sample_header();
ByteVector sample_payload();  // a card, 300 bytes

struct Sealed {
  RecipientKey key;
  TokenHeader header;
  ByteVector payload;
  TokenBytes token;
};
Sealed sample_token();

// Opens with the merchant of `header`, in the middle of its life.
SealResult<OpenedToken> open_now(Bytes token, const RecipientKey& key, const TokenHeader& header);
SealStatus open_status(Bytes token, const RecipientKey& key, const TokenHeader& header);

// Shipped vectors: tests/vectors/crypto/<name>.
nlohmann::json read_vectors(const std::string& name);

}  // namespace sealcart::seal::test
