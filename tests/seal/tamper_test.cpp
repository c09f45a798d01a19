// Whatever is changed, cut, appended or exchanged after sealing is refused.
#include <sodium.h>

#include "support/support.h"

namespace sealcart::seal::test {
namespace {

TEST(SealTamper, RefusesAll5600SingleBitFlips) {
  const Sealed sealed = sample_token();
  ASSERT_EQ(open_status(sealed.token, sealed.key, sealed.header), SealStatus::ok);
  int accepted = 0;
  for (std::size_t bit = 0; bit < kTokenBytes * 8; ++bit) {
    TokenBytes token = sealed.token;
    token[bit / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
    // The clock and merchant of the changed header, so that only cryptography can object.
    const auto claimed = parse_header(token).value_or(sealed.header);
    if (open_status(token, sealed.key, claimed) == SealStatus::ok) ++accepted;
  }
  EXPECT_EQ(accepted, 0);
}

TEST(SealTamper, RefusesEveryTruncationAndUpTo64AppendedBytes) {
  const Sealed sealed = sample_token();
  ByteVector longer(sealed.token.begin(), sealed.token.end());
  longer.resize(kTokenBytes + 64);
  for (std::size_t size = 0; size <= longer.size(); ++size) {
    if (size == kTokenBytes) continue;
    EXPECT_EQ(open_status(std::span(longer).first(size), sealed.key, sealed.header),
              SealStatus::token_length)
        << size;
  }
}

struct Field {
  const char* name;
  std::size_t at, size;
};
constexpr Field kFields[] = {
    {"kid", 8, 8},          {"merchant", 16, 16}, {"cart", 32, 16},     {"quote", 48, 16},
    {"state", 64, 32},      {"amount", 96, 8},    {"currency", 104, 3}, {"exponent", 107, 1},
    {"issued", 108, 8},     {"expires", 116, 8},  {"jti", 124, 16},     {"header", 0, 140},
    {"ephemeral", 140, 32}, {"mac", 172, 16},     {"body", 188, 512},   {"box", 140, 560}};

TEST(SealTamper, RefusesEveryFieldTakenFromAnotherTokenToTheSameKey) {
  const Sealed sealed = sample_token();
  TokenHeader other_header = sample_header();
  other_header.amount_minor = 1;
  other_header.currency = {'U', 'S', 'D'};
  other_header.exponent = 3;
  other_header.issued_at_ms += 7;
  other_header.expires_at_ms += 5;
  TokenBytes other;
  ASSERT_EQ(seal_token(other_header, sealed.payload, sealed.key.pk, random_array<Seed>(), other),
            SealStatus::ok);
  for (const Field& field : kFields) {
    if (std::string_view(field.name) == "kid") continue;  // the same key: the same bytes
    TokenBytes spliced = sealed.token;
    std::copy_n(other.begin() + static_cast<std::ptrdiff_t>(field.at), field.size,
                spliced.begin() + static_cast<std::ptrdiff_t>(field.at));
    ASSERT_NE(spliced, sealed.token) << field.name;
    const auto claimed = parse_header(spliced).value_or(sealed.header);
    EXPECT_NE(open_status(spliced, sealed.key, claimed), SealStatus::ok) << field.name;
  }
}

TEST(SealTamper, RefusesEveryHeaderFieldSetToAnotherValidValue) {
  const Sealed sealed = sample_token();
  const auto with = [&](auto change) {
    TokenHeader header = sealed.header;
    change(header);
    TokenBytes token = sealed.token;
    EXPECT_EQ(
        encode_header(header, std::span<std::uint8_t, kHeaderBytes>(token.data(), kHeaderBytes)),
        SealStatus::ok);
    EXPECT_NE(token, sealed.token);
    return open_status(token, sealed.key, header);
  };
  using H = TokenHeader;
  EXPECT_EQ(with([](H& h) { h.kid[7] ^= 1; }), SealStatus::key_unknown);
  EXPECT_EQ(with([](H& h) { h.merchant[0] ^= 1; }), SealStatus::header_changed);
  EXPECT_EQ(with([](H& h) { h.cart[0] ^= 1; }), SealStatus::header_changed);
  EXPECT_EQ(with([](H& h) { h.quote[0] ^= 1; }), SealStatus::header_changed);
  EXPECT_EQ(with([](H& h) { h.cart_state[0] ^= 1; }), SealStatus::header_changed);
  EXPECT_EQ(with([](H& h) { h.amount_minor = 1; }), SealStatus::header_changed);
  EXPECT_EQ(with([](H& h) { h.currency = {'I', 'R', 'R'}; }), SealStatus::header_changed);
  EXPECT_EQ(with([](H& h) { h.exponent = 0; }), SealStatus::header_changed);
  EXPECT_EQ(with([](H& h) { h.issued_at_ms += 1; }), SealStatus::header_changed);
  EXPECT_EQ(with([](H& h) { h.expires_at_ms -= 1; }), SealStatus::header_changed);
  EXPECT_EQ(with([](H& h) { h.jti[0] ^= 1; }), SealStatus::header_changed);
}

// A sender who knows the format but breaks its rules inside the box, where no MAC objects.
SealStatus open_own_body(const Sealed& sealed, auto change) {
  std::array<std::uint8_t, kBodyBytes> body;
  const auto box = std::span(sealed.token).subspan(kHeaderBytes);
  EXPECT_EQ(crypto_box_seal_open(body.data(), box.data(), box.size(), sealed.key.pk.data(),
                                 sealed.key.sk.bytes().data()),
            0);
  change(body);
  TokenBytes token = sealed.token;
  crypto_box_seal(token.data() + kHeaderBytes, body.data(), body.size(), sealed.key.pk.data());
  return open_status(token, sealed.key, sealed.header);
}

TEST(SealTamper, RefusesBodiesThatBreakTheFormatInsideTheBox) {
  const Sealed sealed = sample_token();
  EXPECT_EQ(open_own_body(sealed, [](auto&) {}), SealStatus::ok);
  EXPECT_EQ(open_own_body(sealed, [](auto& b) { b[0] = 2; }), SealStatus::body_invalid);
  EXPECT_EQ(open_own_body(sealed, [](auto& b) { b[1] ^= 1; }), SealStatus::header_changed);
  EXPECT_EQ(open_own_body(sealed, [](auto& b) { b[32] ^= 1; }), SealStatus::header_changed);
  EXPECT_EQ(open_own_body(sealed, [](auto& b) { b[33] = 0xff; }), SealStatus::body_invalid);
  EXPECT_EQ(open_own_body(sealed, [](auto& b) { b[33] = 1, b[34] = 222; }),  // 478
            SealStatus::body_invalid);
  for (std::size_t at = kBodyPrefix + 300; at < kBodyBytes; ++at) {
    EXPECT_EQ(open_own_body(sealed, [&](auto& b) { b[at] = 1; }), SealStatus::body_invalid) << at;
  }
}

}  // namespace
}  // namespace sealcart::seal::test
