#include "sealcart/seal/open.h"

#include <sodium.h>

#include <algorithm>

#include "body.h"

namespace sealcart::seal {
namespace {

struct Body {
  std::array<std::uint8_t, kBodyBytes> bytes;
  ~Body() { wipe(bytes); }
};

SealResult<SecretBytes<kPayloadBytes>> read_body(const Body& body, const Hash32& expected_hash) {
  const auto& bytes = body.bytes;
  if (bytes[0] != kBodyVersion) return refuse(SealStatus::body_invalid);
  if (sodium_memcmp(bytes.data() + kBodyHashAt, expected_hash.data(), expected_hash.size()) != 0) {
    return refuse(SealStatus::header_changed);
  }
  const std::size_t size = std::size_t{bytes[kBodyLengthAt]} << 8 | bytes[kBodyLengthAt + 1];
  if (size > kPayloadBytes) return refuse(SealStatus::body_invalid);
  const auto padding = std::span(bytes).subspan(kBodyPrefix + size);
  if (sodium_is_zero(padding.data(), padding.size()) == 0) return refuse(SealStatus::body_invalid);
  return SecretBytes<kPayloadBytes>(std::span(bytes).subspan(kBodyPrefix, size));
}

SealStatus check_context(const TokenHeader& header, const OpenContext& context) {
  if (header.merchant != context.merchant) return SealStatus::merchant_mismatch;
  if (header.issued_at_ms - kClockSkewMs > context.now_ms) return SealStatus::token_early;
  if (context.now_ms >= header.expires_at_ms) return SealStatus::token_expired;
  return SealStatus::ok;
}

}  // namespace

void wipe(std::span<std::uint8_t> bytes) { sodium_memzero(bytes.data(), bytes.size()); }

RecipientKey recipient_key(const Seed& seed) {
  RecipientKey key;
  std::array<std::uint8_t, 32> sk;
  crypto_box_seed_keypair(key.pk.data(), sk.data(), seed.data());
  key.kid = key_id(key.pk);
  key.sk = SecretBytes<32>(sk);
  wipe(sk);
  return key;
}

SealResult<OpenedToken> open_token(Bytes token, const RecipientKey& key,
                                   const OpenContext& context) {
  const auto header = parse_header(token);
  if (!header) return refuse(header.error());
  if (header->kid != key.kid) return refuse(SealStatus::key_unknown);
  Body body;
  const auto box = token.subspan(kHeaderBytes);
  if (crypto_box_seal_open(body.bytes.data(), box.data(), box.size(), key.pk.data(),
                           key.sk.bytes().data()) != 0) {
    return refuse(SealStatus::box_forged);
  }
  auto payload = read_body(body, header_hash(token.first<kHeaderBytes>(), key.pk));
  if (!payload) return refuse(payload.error());
  if (const SealStatus status = check_context(*header, context); status != SealStatus::ok) {
    return refuse(status);
  }
  return OpenedToken{*header, std::move(*payload)};
}

SealStatus match_order(const TokenHeader& header, const OrderBinding& order) {
  if (header.cart != order.cart) return SealStatus::cart_mismatch;
  if (header.quote != order.quote) return SealStatus::quote_mismatch;
  if (header.cart_state != order.cart_state) return SealStatus::cart_state_mismatch;
  if (header.amount_minor != order.amount_minor) return SealStatus::amount_mismatch;
  if (header.currency != order.currency || header.exponent != order.exponent) {
    return SealStatus::currency_mismatch;
  }
  return SealStatus::ok;
}

}  // namespace sealcart::seal
