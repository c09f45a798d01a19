// The clear header: every offset of the format, every range, nothing else accepted.
#include <cstring>

#include "support/support.h"

namespace sealcart::seal::test {
namespace {

using HeaderBytes = std::array<std::uint8_t, kHeaderBytes>;

SealStatus encode_status(const TokenHeader& header) {
  HeaderBytes bytes{};
  return encode_header(header, bytes);
}

TEST(SealHeader, WritesEachFieldAtItsOffsetBigEndian) {
  TokenHeader header = sample_header();
  fill_random(header.kid);
  HeaderBytes bytes;
  ASSERT_EQ(encode_header(header, bytes), SealStatus::ok);
  const auto at = [&](std::size_t offset, std::size_t size) {
    return to_hex(std::span(bytes).subspan(offset, size));
  };
  EXPECT_EQ(at(0, 8), "5743543101000000");
  EXPECT_EQ(at(8, 8), to_hex(header.kid));
  EXPECT_EQ(at(16, 16), to_hex(header.merchant));
  EXPECT_EQ(at(32, 16), to_hex(header.cart));
  EXPECT_EQ(at(48, 16), to_hex(header.quote));
  EXPECT_EQ(at(64, 32), to_hex(header.cart_state));
  EXPECT_EQ(at(96, 8), "000000000001e240");
  EXPECT_EQ(at(104, 4), "45555202");
  EXPECT_EQ(at(108, 8), "000001a3185c4c18");
  EXPECT_EQ(at(116, 8), "000001a3186a07b8");
  EXPECT_EQ(at(124, 16), to_hex(header.jti));
}

TEST(SealHeader, ReadsBackWhatItWrote) {
  const Sealed sealed = sample_token();
  const auto parsed = parse_header(sealed.token);
  ASSERT_TRUE(parsed.has_value());
  EXPECT_EQ(*parsed, sealed.header);
}

TEST(SealHeader, RefusesEachFieldOutsideItsRange) {
  const TokenHeader good = sample_header();
  const auto with = [&](auto change) {
    TokenHeader header = good;
    change(header);
    return encode_status(header);
  };
  using H = TokenHeader;
  EXPECT_EQ(with([](H&) {}), SealStatus::ok);
  EXPECT_EQ(with([](H& h) { h.amount_minor = 0; }), SealStatus::ok);
  EXPECT_EQ(with([](H& h) { h.amount_minor = kMaxAmount; }), SealStatus::ok);
  EXPECT_EQ(with([](H& h) { h.amount_minor = -1; }), SealStatus::amount_range);
  EXPECT_EQ(with([](H& h) { h.amount_minor = kMaxAmount + 1; }), SealStatus::amount_range);
  EXPECT_EQ(with([](H& h) { h.currency = {'e', 'U', 'R'}; }), SealStatus::currency_form);
  EXPECT_EQ(with([](H& h) { h.currency = {}; }), SealStatus::currency_form);
  EXPECT_EQ(with([](H& h) { h.exponent = 4; }), SealStatus::ok);
  EXPECT_EQ(with([](H& h) { h.exponent = 5; }), SealStatus::exponent_range);
  EXPECT_EQ(with([](H& h) { h.expires_at_ms += 1; }), SealStatus::time_range);
  EXPECT_EQ(with([](H& h) { h.expires_at_ms = h.issued_at_ms; }), SealStatus::time_range);
  EXPECT_EQ(with([](H& h) { h.issued_at_ms = 0; }), SealStatus::time_range);
  EXPECT_EQ(with([](H& h) { h.expires_at_ms = INT64_MAX; }), SealStatus::time_range);
  EXPECT_EQ(with([](H& h) { h.issued_at_ms = INT64_MIN; }), SealStatus::time_range);
  EXPECT_EQ(with([](H& h) { h.jti = {}; }), SealStatus::jti_missing);
}

TEST(SealHeader, LeavesTheBufferAloneWhenItRefuses) {
  TokenHeader header = sample_header();
  header.exponent = 9;
  HeaderBytes bytes;
  bytes.fill(0xAB);
  EXPECT_EQ(encode_header(header, bytes), SealStatus::exponent_range);
  EXPECT_TRUE(std::ranges::all_of(bytes, [](std::uint8_t b) { return b == 0xAB; }));
}

TEST(SealHeader, RefusesEveryWrongMagicSuiteFlagAndReservedByte) {
  const Sealed sealed = sample_token();
  const SealStatus expected[] = {SealStatus::token_magic,    SealStatus::token_magic,
                                 SealStatus::token_magic,    SealStatus::token_magic,
                                 SealStatus::token_suite,    SealStatus::token_reserved,
                                 SealStatus::token_reserved, SealStatus::token_reserved};
  for (std::size_t at = 0; at < std::size(expected); ++at) {
    for (int value = 0; value < 256; ++value) {
      TokenBytes token = sealed.token;
      if (token[at] == value) continue;
      token[at] = static_cast<std::uint8_t>(value);
      const auto parsed = parse_header(token);
      ASSERT_FALSE(parsed.has_value());
      EXPECT_EQ(parsed.error(), expected[at]) << "byte " << at << " = " << value;
    }
  }
}

TEST(SealHeader, RefusesOutOfRangeFieldsOfAForeignToken) {
  const Sealed sealed = sample_token();
  const auto with_byte = [&](std::size_t at, std::uint8_t value) {
    TokenBytes token = sealed.token;
    token[at] = value;
    return status_of(parse_header(token));
  };
  EXPECT_EQ(with_byte(96, 0x80), SealStatus::amount_range);
  EXPECT_EQ(with_byte(97, 0x20), SealStatus::amount_range);
  EXPECT_EQ(with_byte(105, 'u'), SealStatus::currency_form);
  EXPECT_EQ(with_byte(107, 5), SealStatus::exponent_range);
  EXPECT_EQ(with_byte(108, 0x7f), SealStatus::time_range);
}

}  // namespace
}  // namespace sealcart::seal::test
