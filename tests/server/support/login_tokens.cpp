#include "support/login_tokens.h"

#include <sodium.h>

#include "sealcart/seal/base64url.h"

namespace sealcart::server::testing {
namespace {

std::span<const std::uint8_t> bytes_of(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::string base64url(std::span<const std::uint8_t> bytes) {
  std::string text(seal::text_size(bytes.size()) + 1, '\0');
  seal::encode_text(bytes, text);
  text.pop_back();
  return text;
}

}  // namespace

std::string signed_token(std::string_view header, std::string_view claims,
                         std::string_view secret) {
  const std::string content = base64url(bytes_of(header)) + '.' + base64url(bytes_of(claims));
  std::array<std::uint8_t, crypto_auth_hmacsha256_BYTES> mac;
  crypto_auth_hmacsha256_state state;
  crypto_auth_hmacsha256_init(&state, bytes_of(secret).data(), secret.size());
  crypto_auth_hmacsha256_update(&state, bytes_of(content).data(), content.size());
  crypto_auth_hmacsha256_final(&state, mac.data());
  return content + '.' + base64url(mac);
}

std::string login_token(const TestShop& shop, const std::string& subject) {
  static std::atomic<int> made{0};
  const std::string claims = R"({"sub":")" + subject + R"(","aud":"tea","exp":)" +
                             std::to_string(shop.now().ms / 1000 + 60) + R"(,"jti":"t)" +
                             std::to_string(++made) + R"("})";
  return signed_token(R"({"alg":"HS256","typ":"JWT"})", claims);
}

}  // namespace sealcart::server::testing
