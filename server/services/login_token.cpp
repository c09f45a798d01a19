#include "services/login_token.h"

#include <sodium.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "base/crypto.h"
#include "sealcart/limits.h"
#include "sealcart/seal/base64url.h"
#include "sealcart/wire.h"

namespace sealcart::server {
namespace {

using Json = nlohmann::json;

constexpr std::int64_t kLongestLifeSec = 300;

std::unexpected<Error> invalid(std::string_view what) {
  return refuse(Error(ErrorCode::login_invalid, "token").with("what", what));
}

struct Parts {
  std::string_view header, claims, signature;
};

std::optional<Parts> parts_of(std::string_view token) {
  const std::size_t first = token.find('.');
  if (first == token.npos) return std::nullopt;
  const std::size_t second = token.find('.', first + 1);
  if (second == token.npos || token.find('.', second + 1) != token.npos) return std::nullopt;
  return Parts{token.substr(0, first), token.substr(first + 1, second - first - 1),
               token.substr(second + 1)};
}

bool is_signed(std::string_view content, std::string_view signature, std::string_view secret) {
  Hash32 given;
  const auto size = seal::decode_text(signature, given);
  if (!size || *size != given.size()) return false;
  static_assert(crypto_auth_hmacsha256_BYTES == std::tuple_size_v<Hash32>);
  Hash32 mac;
  crypto_auth_hmacsha256_state state;
  const auto bytes = [](std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
  };
  crypto_auth_hmacsha256_init(&state, bytes(secret), secret.size());
  crypto_auth_hmacsha256_update(&state, bytes(content), content.size());
  crypto_auth_hmacsha256_final(&state, mac.data());
  return same(mac, given);
}

// An object, within the limits of all JSON that comes from outside; null for anything else.
Json json_of(std::string_view part) {
  std::vector<std::uint8_t> bytes(part.size());
  const auto size = seal::decode_text(part, bytes);
  if (!size) return nullptr;
  const std::string text(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(*size));
  if (!scan_json(text)) return nullptr;
  Json value = Json::parse(text, nullptr, false);
  return value.is_object() ? value : Json(nullptr);
}

std::string text_claim(const Json& claims, const char* name, std::size_t max) {
  const auto found = claims.find(name);
  if (found == claims.end() || !found->is_string()) return "";
  const auto& text = found->get_ref<const std::string&>();
  return text.size() <= max ? text : std::string();
}

// Seconds; RFC 7519 also allows fractions, which nobody needs here.
std::optional<std::int64_t> time_claim(const Json& claims, const char* name) {
  const auto found = claims.find(name);
  if (found == claims.end() || !found->is_number_integer()) return std::nullopt;
  const auto seconds = found->get<std::int64_t>();
  if (seconds < 0 || seconds > limits::kCounter / 1000) return std::nullopt;
  return seconds;
}

std::string store_of(const Json& claims, std::span<const std::string> stores) {
  const auto found = claims.find("aud");
  if (found == claims.end()) return "";
  const Json list = found->is_array() ? *found : Json::array({*found});
  for (const Json& audience : list) {
    if (!audience.is_string()) continue;
    const auto store = std::ranges::find(stores, audience.get<std::string>());
    if (store != stores.end()) return *store;
  }
  return "";
}

}  // namespace

Result<LoginClaims> read_login_token(std::string_view token, std::string_view secret,
                                     std::span<const std::string> stores, Timestamp now) {
  const std::optional<Parts> parts = parts_of(token);
  if (!parts) return invalid("not a signed token");
  const std::string_view content = token.substr(0, parts->header.size() + 1 + parts->claims.size());
  if (!is_signed(content, parts->signature, secret)) return invalid("wrong signature");
  const Json header = json_of(parts->header);
  // "crit": extensions that must be understood (RFC 7515, 4.1.11); there is none here.
  if (!header.is_object() || header.value("alg", Json()) != "HS256" || header.contains("crit")) {
    return invalid("signed with another algorithm than HS256");
  }
  const Json claims = json_of(parts->claims);
  if (!claims.is_object()) return invalid("no claims");
  LoginClaims read{text_claim(claims, "sub", limits::kEmailBytes),
                   store_of(claims, stores),
                   text_claim(claims, "jti", limits::kNameBytes),
                   {}};
  if (read.subject.empty()) return invalid("no sub");
  if (read.store.empty()) return invalid("aud is no store here");
  if (read.id.empty()) return invalid("no jti");
  const auto expires = time_claim(claims, "exp");
  if (!expires) return invalid("no exp");
  read.expires = {*expires * 1000};
  if (read.expires <= now) return invalid("expired");
  if (read.expires.ms > now.ms + kLongestLifeSec * 1000) return invalid("exp is too far ahead");
  if (claims.contains("nbf")) {
    const auto begins = time_claim(claims, "nbf");
    if (!begins || *begins * 1000 > now.ms) return invalid("not valid yet");
  }
  return read;
}

}  // namespace sealcart::server
