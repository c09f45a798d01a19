#include "sealcart/seal/header.h"

#include <algorithm>

#include "byte_fields.h"

namespace sealcart::seal {
namespace {

constexpr std::array<char, 4> kMagic{'W', 'C', 'T', '1'};
constexpr std::uint8_t kMaxExponent = 4;  // ISO 4217: CLF and UYW

struct Preamble {
  std::array<char, 4> magic = kMagic;
  std::uint8_t suite = kSuiteSealedBox;
  std::array<std::uint8_t, 3> reserved{};  // flags, then two reserved bytes
};

// The one list of the header's fields. `Header` is const when writing.
template <class Pre, class Header, class Codec>
void each_field(Pre& pre, Header& header, Codec& codec) {
  codec(pre.magic);
  codec(pre.suite);
  codec(pre.reserved);
  codec(header.kid);
  codec(header.merchant);
  codec(header.cart);
  codec(header.quote);
  codec(header.cart_state);
  codec(header.amount_minor);
  codec(header.currency);
  codec(header.exponent);
  codec(header.issued_at_ms);
  codec(header.expires_at_ms);
  codec(header.jti);
}

bool is_time(std::int64_t ms) { return ms > 0 && ms <= kMaxTimeMs; }

SealStatus check_ranges(const TokenHeader& header) {
  if (header.amount_minor < 0 || header.amount_minor > kMaxAmount) return SealStatus::amount_range;
  const auto is_letter = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (!std::ranges::all_of(header.currency, is_letter)) return SealStatus::currency_form;
  if (header.exponent > kMaxExponent) return SealStatus::exponent_range;
  if (!is_time(header.issued_at_ms) || !is_time(header.expires_at_ms)) {
    return SealStatus::time_range;
  }
  const std::int64_t life_ms = header.expires_at_ms - header.issued_at_ms;
  if (life_ms <= 0 || life_ms > kTokenLifeMs) return SealStatus::time_range;
  if (header.jti == Id16{}) return SealStatus::jti_missing;
  return SealStatus::ok;
}

}  // namespace

SealStatus encode_header(const TokenHeader& header, std::span<std::uint8_t, kHeaderBytes> out) {
  if (const SealStatus status = check_ranges(header); status != SealStatus::ok) return status;
  const Preamble preamble;
  ByteWriter writer(out);
  each_field(preamble, header, writer);
  return SealStatus::ok;
}

SealResult<TokenHeader> parse_header(Bytes token) {
  if (token.size() != kTokenBytes) return refuse(SealStatus::token_length);
  Preamble preamble;
  TokenHeader header;
  ByteReader reader(token.first(kHeaderBytes));
  each_field(preamble, header, reader);
  if (preamble.magic != kMagic) return refuse(SealStatus::token_magic);
  if (preamble.suite != kSuiteSealedBox) return refuse(SealStatus::token_suite);
  if (preamble.reserved != decltype(preamble.reserved){}) return refuse(SealStatus::token_reserved);
  if (const SealStatus status = check_ranges(header); status != SealStatus::ok) {
    return refuse(status);
  }
  return header;
}

}  // namespace sealcart::seal
