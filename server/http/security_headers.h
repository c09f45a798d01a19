// The headers that keep a page to what it is meant to do (CSP Level 3, OWASP ASVS 5.0 V3.4).
#pragma once

#include <string>
#include <vector>

#include "http/message.h"

namespace sealcart::server::http {

// The shop's pages may show the seal frame; nothing inline, nothing from elsewhere.
std::vector<Header> shop_headers(const std::string& seal_sources);

// The seal frame: shown by the shop alone, submits nothing, loads and reaches only itself.
std::vector<Header> seal_headers(const std::string& shop_sources);

// For answers that are data, never a page.
Header api_policy();

}  // namespace sealcart::server::http
