#include "sealcart/seal/token.h"

#include <sodium.h>

#include <algorithm>

#include "body.h"
#include "sealed_box.h"

namespace sealcart::seal {
namespace {

void write_body(std::span<std::uint8_t, kBodyBytes> body, const Hash32& hash, Bytes payload) {
  body[0] = kBodyVersion;
  std::ranges::copy(hash, body.begin() + kBodyHashAt);
  body[kBodyLengthAt] = static_cast<std::uint8_t>(payload.size() >> 8);
  body[kBodyLengthAt + 1] = static_cast<std::uint8_t>(payload.size());
  std::ranges::copy(payload, body.begin() + kBodyPrefix);  // the rest is zero already
}

SealStatus seal_into(const TokenHeader& header, Bytes payload, const PublicKey& pk,
                     const Seed& seed, std::span<std::uint8_t, kTokenBytes> token) {
  if (payload.size() > kPayloadBytes) return SealStatus::payload_length;
  if (sodium_is_zero(seed.data(), seed.size()) == 1) return SealStatus::seed_missing;
  const auto clear = token.first<kHeaderBytes>();
  const auto box = token.last<kBodyBytes + kBoxOverhead>();
  if (const SealStatus status = encode_header(header, clear); status != SealStatus::ok) {
    return status;
  }
  write_body(box.last<kBodyBytes>(), header_hash(clear, pk), payload);
  return seal_in_place(box, pk, seed) ? SealStatus::ok : SealStatus::key_low_order;
}

}  // namespace

SealStatus seal_token(TokenHeader header, Bytes payload, const PublicKey& pk, const Seed& seed,
                      std::span<std::uint8_t, kTokenBytes> token) {
  std::ranges::fill(token, std::uint8_t{0});
  header.kid = key_id(pk);
  const SealStatus status = seal_into(header, payload, pk, seed, token);
  if (status != SealStatus::ok) sodium_memzero(token.data(), token.size());
  return status;
}

}  // namespace sealcart::seal
