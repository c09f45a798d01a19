#include "http/security_headers.h"

namespace sealcart::server::http {
namespace {

std::vector<Header> with_policy(std::string policy) {
  return {
      {"content-security-policy", std::move(policy)},
      {"x-content-type-options", "nosniff"},
      {"referrer-policy", "no-referrer"},
      {"cross-origin-resource-policy", "same-origin"},
      {"permissions-policy", "camera=(), geolocation=(), microphone=(), usb=()"},
  };
}

}  // namespace

std::vector<Header> shop_headers(const std::string& seal_sources) {
  std::vector<Header> headers = with_policy(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
      "img-src 'self'; font-src 'self'; connect-src 'self'; frame-src 'self' " +
      seal_sources +
      "; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; manifest-src 'self'");
  headers.push_back({"cross-origin-opener-policy", "same-origin"});
  headers.push_back({"x-frame-options", "SAMEORIGIN"});
  return headers;
}

std::vector<Header> seal_headers(const std::string& shop_sources) {
  return with_policy(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; "
      "style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
      "form-action 'none'; frame-ancestors " +
      shop_sources);
}

Header api_policy() {
  return {"content-security-policy", "default-src 'none'; frame-ancestors 'none'"};
}

}  // namespace sealcart::server::http
