#include "support/support.h"

#include <sodium.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace sealcart::seal::test {
namespace {

Seed run_seed() {
  Seed seed;
  const char* const given = std::getenv("SEALCART_TEST_SEED");
  if (given != nullptr) {
    seed = array_from_hex<Seed>(given);
  } else {
    randombytes_buf(seed.data(), seed.size());
  }
  std::cout << "SEALCART_TEST_SEED=" << to_hex(seed) << "\n";
  return seed;
}

}  // namespace

void fill_random(std::span<std::uint8_t> out) {
  static Seed state = run_seed();
  ByteVector block(out.size() + state.size());
  randombytes_buf_deterministic(block.data(), block.size(), state.data());
  std::ranges::copy_n(block.begin(), static_cast<std::ptrdiff_t>(state.size()), state.begin());
  std::copy(block.begin() + static_cast<std::ptrdiff_t>(state.size()), block.end(), out.begin());
}

ByteVector from_hex(std::string_view hex) {
  if (hex.empty()) return {};
  ByteVector bytes(hex.size() / 2);
  std::size_t size = 0;
  EXPECT_EQ(
      sodium_hex2bin(bytes.data(), bytes.size(), hex.data(), hex.size(), nullptr, &size, nullptr),
      0)
      << hex;
  EXPECT_EQ(size * 2, hex.size()) << hex;
  return bytes;
}

std::string to_hex(Bytes bytes) {
  std::string hex(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), bytes.data(), bytes.size());
  hex.pop_back();
  return hex;
}

TokenHeader sample_header() {
  TokenHeader header;
  fill_random(header.merchant);
  fill_random(header.cart);
  fill_random(header.quote);
  fill_random(header.cart_state);
  header.amount_minor = 123'456;
  header.currency = {'E', 'U', 'R'};
  header.exponent = 2;
  header.issued_at_ms = kNow - 1000;
  header.expires_at_ms = header.issued_at_ms + kTokenLifeMs;
  fill_random(header.jti);
  return header;
}

ByteVector sample_payload() {
  std::string text = R"({"type":"card","pan":"4242424242424242","exp":"12/29","cvc":"123"})";
  text.resize(300, ' ');
  return {text.begin(), text.end()};
}

Sealed sample_token() {
  Sealed sealed{recipient_key(random_array<Seed>()), sample_header(), sample_payload(), {}};
  EXPECT_EQ(
      seal_token(sealed.header, sealed.payload, sealed.key.pk, random_array<Seed>(), sealed.token),
      SealStatus::ok);
  sealed.header.kid = sealed.key.kid;
  return sealed;
}

SealResult<OpenedToken> open_now(Bytes token, const RecipientKey& key, const TokenHeader& header) {
  return open_token(token, key, {header.merchant, header.issued_at_ms + 1});
}

SealStatus open_status(Bytes token, const RecipientKey& key, const TokenHeader& header) {
  return status_of(open_now(token, key, header));
}

nlohmann::json read_vectors(const std::string& name) {
  std::ifstream file(std::string(SEALCART_SOURCE_DIR) + "/tests/vectors/crypto/" + name,
                     std::ios::binary);
  EXPECT_TRUE(file.is_open()) << "tests/vectors/crypto/" << name << " is missing";
  auto vectors = nlohmann::json::parse(file, nullptr, false);
  EXPECT_FALSE(vectors.is_discarded()) << name;
  return vectors;
}

}  // namespace sealcart::seal::test
