// sealcart_seal_token MANIFEST ROOT QUOTE-JSON PAYLOAD: prints the sealed token, as the seal
// frame would make it. Natively, so that the end-to-end tests do not need the Wasm module.
#include <sodium.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>

#include "sealcart/order.h"
#include "sealcart/seal/base64url.h"
#include "sealcart/seal/manifest.h"
#include "sealcart/seal/token.h"
#include "sealcart/wire.h"

namespace {

using namespace sealcart;

template <std::size_t N>
std::array<std::uint8_t, N> from_hex_of(const std::string& text) {
  std::array<std::uint8_t, N> bytes{};
  std::size_t size = 0;
  sodium_hex2bin(bytes.data(), N, text.data(), text.size(), nullptr, &size, nullptr);
  return bytes;
}

int run(const std::string& manifest_text, const std::string& root, const std::string& quote_text,
        const std::string& payload) {
  const Quote quote = read_json<Quote>(quote_text).value();
  std::array<std::uint8_t, seal::kManifestBytes> bytes;
  const std::size_t size = seal::decode_text(manifest_text, bytes).value();
  const std::array<seal::RootKey, 1> roots{from_hex_of<32>(root)};
  const std::int64_t now_ms = quote.issued_at_ms;
  const auto merchant = from_hex_of<16>(quote.merchant);
  const auto manifest =
      seal::verify_manifest(std::span(bytes).first(size), roots, {merchant, 0, now_ms}).value();
  const seal::ManifestKey key = seal::choose_key(manifest, now_ms).value();

  seal::TokenHeader header;
  header.merchant = merchant;
  header.cart = quote.cart.bytes;
  header.quote = quote.id.bytes;
  header.cart_state = from_hex_of<32>(quote.cart_hash);
  header.amount_minor = quote.amount;
  std::ranges::copy(quote.currency, header.currency.begin());
  header.exponent = static_cast<std::uint8_t>(quote.exponent);
  header.issued_at_ms = quote.issued_at_ms;
  header.expires_at_ms = quote.expires_at_ms;
  randombytes_buf(header.jti.data(), header.jti.size());
  seal::Seed seed;
  randombytes_buf(seed.data(), seed.size());
  seal::TokenBytes token;
  const std::span data(reinterpret_cast<const std::uint8_t*>(payload.data()), payload.size());
  const seal::SealStatus sealed = seal::seal_token(header, data, key.pk, seed, token);
  if (sealed != seal::SealStatus::ok) return 1;
  std::string text(seal::kTokenTextBytes + 1, '\0');
  seal::encode_text(token, text);
  std::puts(text.c_str());
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5 || sodium_init() < 0) return 2;
  return run(argv[1], argv[2], argv[3], argv[4]);
}
