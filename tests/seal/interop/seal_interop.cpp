// seal_interop: seals and opens natively, one request a line, so that the Wasm tests have a second
// opinion. Fields are words: hexadecimal bytes, decimal numbers; an empty payload is "-".
//   seal <pk> <seed> <merchant> <cart> <quote> <cart state> <amount> <currency> <exponent>
//        <issued ms> <expires ms> <jti> <payload>      -> the token in base64url, or "refused
//        <status>"
//   open <sk> <pk> <merchant> <now ms> <token>  -> the payload in hex, or "refused <status>"
//   kid <pk>                                   -> its key id
// A token is opened twice: by open_token, and by libsodium's plain crypto_box_seal_open.
#include <sodium.h>

#include <charconv>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "sealcart/seal/base64url.h"
#include "sealcart/seal/open.h"
#include "sealcart/seal/token.h"

namespace {

using namespace sealcart::seal;

struct Words {
  std::istringstream in;

  std::string word() {
    std::string text;
    in >> text;
    return text;
  }
  std::vector<std::uint8_t> bytes() {
    const std::string text = word();
    std::vector<std::uint8_t> out(text.size() / 2);
    sodium_hex2bin(out.data(), out.size(), text.data(), text.size(), nullptr, nullptr, nullptr);
    return out;
  }
  template <class Array>
  Array array() {
    Array out{};
    const auto read = bytes();
    std::copy_n(read.begin(), std::min(read.size(), out.size()), out.begin());
    return out;
  }
  std::int64_t number() {
    const std::string text = word();
    std::int64_t value = -1;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
  }
};

std::string refused(SealStatus status) { return "refused " + std::string(status_name(status)); }

std::string to_hex(Bytes bytes) {
  std::string hex(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), bytes.data(), bytes.size());
  hex.pop_back();
  return hex;
}

std::string seal_line(Words& words) {
  const auto pk = words.array<PublicKey>();
  const auto seed = words.array<Seed>();
  TokenHeader header;
  header.merchant = words.array<Id16>();
  header.cart = words.array<Id16>();
  header.quote = words.array<Id16>();
  header.cart_state = words.array<Hash32>();
  header.amount_minor = words.number();
  const std::string currency = words.word();
  std::copy_n(currency.begin(), std::min(currency.size(), header.currency.size()),
              header.currency.begin());
  header.exponent = static_cast<std::uint8_t>(words.number());
  header.issued_at_ms = words.number();
  header.expires_at_ms = words.number();
  header.jti = words.array<Id16>();
  TokenBytes token;
  const SealStatus status = seal_token(header, words.bytes(), pk, seed, token);
  if (status != SealStatus::ok) return refused(status);
  std::array<char, kTokenTextBytes + 1> text;
  encode_text(token, text);
  return text.data();
}

std::string open_line(Words& words) {
  RecipientKey key;
  key.sk = SecretBytes<32>(words.bytes());
  key.pk = words.array<PublicKey>();
  key.kid = key_id(key.pk);
  const OpenContext context{words.array<Id16>(), words.number()};
  TokenBytes token{};
  const auto size = decode_text(words.word(), token);
  if (!size) return refused(size.error());
  const auto opened = open_token(std::span(token).first(*size), key, context);
  if (!opened) return refused(opened.error());
  std::array<std::uint8_t, kBodyBytes> body;
  if (crypto_box_seal_open(body.data(), token.data() + kHeaderBytes, token.size() - kHeaderBytes,
                           key.pk.data(), key.sk.bytes().data()) != 0 ||
      !std::ranges::equal(opened->payload.bytes(),
                          std::span(body).subspan(kBodyPrefix, opened->payload.size()))) {
    return "disagreed";
  }
  return opened->payload.size() == 0 ? "-" : to_hex(opened->payload.bytes());
}

std::string answer(const std::string& line) {
  Words words{std::istringstream(line)};
  const std::string verb = words.word();
  if (verb == "seal") return seal_line(words);
  if (verb == "open") return open_line(words);
  if (verb == "kid") return to_hex(key_id(words.array<PublicKey>()));
  return "unknown request";
}

}  // namespace

int main() {
  if (sodium_init() < 0) return 1;
  for (std::string line; std::getline(std::cin, line);) std::cout << answer(line) << '\n';
}
