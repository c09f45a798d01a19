// Which pages may use the API: those of its own origin and of `allowed_origins`, compared exactly
// (CORS: Fetch Standard, 3.2; forged requests: OWASP ASVS 5.0, 3.5).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"

namespace sealcart::server::http {

// "https://shop.example", as a browser writes it: lower case, no path, no default port.
bool is_origin(std::string_view text);

bool is_preflight(const Request& request);

class OriginPolicy {
 public:
  OriginPolicy(std::vector<std::string> own, std::vector<std::string> allowed)
      : own_(std::move(own)), allowed_(std::move(allowed)) {}

  // Every request that names another origin is refused, "null" included. One that changes something
  // must besides come from a page of ours or carry what no page can send unasked: Authorization or
  // X-Sealcart, which a browser sends elsewhere only after a preflight.
  std::optional<Error> refusal_of(const Request& request) const;
  // Lets a page of an allowed origin read the answer. `is_preflight`: it asks what it may send.
  void permit(std::string_view origin, bool is_preflight, Response& response) const;

 private:
  std::vector<std::string> own_;
  std::vector<std::string> allowed_;
};

}  // namespace sealcart::server::http
