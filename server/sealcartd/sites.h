// The two faces of the endpoint: the shop with its API, and the seal frame on its own origin.
#pragma once

#include "api/app.h"
#include "http/server.h"
#include "sealcartd/config.h"

namespace sealcart::server {

// As browsers see them, e.g. http://127.0.0.1:8080. On this machine "localhost" is another origin
// than 127.0.0.1, so the policies name both.
struct Origins {
  std::string seal;          // told to the page
  std::string shop_sources;  // for CSP
  std::string seal_sources;
};

Origins origins_of(const ServerConfig& config);

http::Site shop_site(api::App& app, const ServerConfig& config, const Origins& origins);
http::Site seal_site(api::App& app, const ServerConfig& config, const Origins& origins);

}  // namespace sealcart::server
