#include "services/pairing_codes.h"

#include "sealcart/pairing.h"
#include "sealcart/seal/base64url.h"

namespace sealcart::server {
namespace {

// Crockford's Base32.
constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kCodeCharacters = 8;
constexpr std::size_t kSecretSize = 16;

// The character of the alphabet that is meant; 0 for none.
char meant(char typed) {
  const char c = typed >= 'a' && typed <= 'z' ? static_cast<char>(typed - 'a' + 'A') : typed;
  if (c == 'O') return '0';
  if (c == 'I' || c == 'L') return '1';
  return kAlphabet.find(c) == kAlphabet.npos ? '\0' : c;
}

// The hashes of codes and secrets are apart from those of everything else.
Hash32 hash_of(std::string_view kind, std::string_view bytes) {
  return blake2b(std::string(kind) + std::string(bytes));
}

}  // namespace

std::string random_pairing_code() {
  std::array<std::uint8_t, kCodeCharacters> bytes;
  fill_random(bytes);
  std::string code;
  for (const std::uint8_t byte : bytes) {
    if (code.size() == kCodeCharacters / 2) code += '-';
    code += kAlphabet[byte % kAlphabet.size()];
  }
  return code;
}

std::optional<Hash32> pairing_code_hash(std::string_view typed) {
  std::string code;
  for (const char c : typed) {
    if (c == ' ' || c == '-') continue;
    const char character = meant(c);
    if (character == '\0') return std::nullopt;
    code += character;
  }
  if (code.size() != kCodeCharacters) return std::nullopt;
  return hash_of("pairing code:", code);
}

std::string random_pairing_secret() {
  std::array<std::uint8_t, kSecretSize> bytes;
  fill_random(bytes);
  std::array<char, kPairingSecretBytes + 1> text;
  seal::encode_text(bytes, text);
  return {text.data(), kPairingSecretBytes};
}

std::optional<Hash32> pairing_secret_hash(std::string_view text) {
  std::array<std::uint8_t, kSecretSize> bytes;
  const auto size = seal::decode_text(text, bytes);
  if (!size || *size != bytes.size()) return std::nullopt;
  return hash_of("pairing secret:", {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

std::string random_check_digits() {
  std::array<std::uint8_t, 8> bytes;
  fill_random(bytes);
  std::uint64_t value = 0;
  for (const std::uint8_t byte : bytes) value = value << 8 | byte;
  std::string digits;
  for (std::size_t i = 0; i < kCheckDigits; ++i, value /= 10) {
    digits += static_cast<char>('0' + value % 10);
  }
  return digits;
}

}  // namespace sealcart::server
