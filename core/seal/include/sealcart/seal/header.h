// The clear header of a token: what the endpoint may read, and what the sealed body is bound to.
#pragma once

#include <cstdint>
#include <span>

#include "sealcart/seal/bytes.h"
#include "sealcart/seal/status.h"

namespace sealcart::seal {

// Wire order, big-endian; after magic "WCT1", suite 1, flags 0 and two reserved zero bytes.
struct TokenHeader {
  KeyId kid{};  // filled in by seal_token
  Id16 merchant{};
  Id16 cart{};
  Id16 quote{};                    // the server's nonce: a quote is paid once
  Hash32 cart_state{};             // hash of the state the quote was made for
  std::int64_t amount_minor = 0;   // what the shopper saw; 0 to 2^53-1
  std::array<char, 3> currency{};  // ISO 4217
  std::uint8_t exponent = 0;       // digits after the point, 0 to 4 (ISO 4217)
  std::int64_t issued_at_ms = 0;   // server's clock, from the quote
  std::int64_t expires_at_ms = 0;  // at most 15 minutes later
  Id16 jti{};                      // random, not zero; a worker takes it once

  friend bool operator==(const TokenHeader&, const TokenHeader&) = default;
};

// Writes the 140 bytes; refuses amount_range, currency_form, exponent_range, time_range,
// jti_missing and then leaves `out` as it was.
SealStatus encode_header(const TokenHeader& header, std::span<std::uint8_t, kHeaderBytes> out);

// Reads the header of a whole token. No cryptography: what it returns is a claim until open_token
// has accepted the same bytes. Refuses every wrong length, magic, suite, reserved byte and range.
SealResult<TokenHeader> parse_header(Bytes token);

}  // namespace sealcart::seal
