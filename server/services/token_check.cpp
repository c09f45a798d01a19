#include "services/token_check.h"

#include <algorithm>

#include "sealcart/seal/base64url.h"
#include "sealcart/seal/header.h"

namespace sealcart::server {
namespace {

bool says_the_same(const seal::TokenHeader& header, const Quote& quote) {
  const std::string_view currency(header.currency.data(), header.currency.size());
  return hex(header.merchant) == quote.merchant && header.cart == quote.cart.bytes &&
         header.quote == quote.id.bytes && hex(header.cart_state) == quote.cart_hash &&
         header.amount_minor == quote.amount && currency == quote.currency &&
         header.exponent == quote.exponent && header.issued_at_ms == quote.issued_at_ms &&
         header.expires_at_ms == quote.expires_at_ms;
}

std::unexpected<Error> refuse_token(ErrorCode code) { return refuse(Error(code, "token")); }

}  // namespace

Result<std::array<std::uint8_t, 16>> check_token(Work& work, std::string_view text,
                                                 const Quote& quote) {
  std::array<std::uint8_t, seal::kTokenBytes> token;
  const auto size = seal::decode_text(text, token);
  if (!size) return refuse_token(ErrorCode::token_invalid);
  const auto header = seal::parse_header(std::span(token).first(*size));
  if (!header || !work.keys.knows(header->kid, work.now)) {
    return refuse_token(ErrorCode::token_invalid);
  }
  if (!says_the_same(*header, quote)) return refuse_token(ErrorCode::token_mismatch);
  if (work.now.ms >= header->expires_at_ms) return refuse_token(ErrorCode::token_expired);
  if (work.storage.jti_used(header->jti)) return refuse_token(ErrorCode::token_reused);
  return header->jti;
}

}  // namespace sealcart::server
