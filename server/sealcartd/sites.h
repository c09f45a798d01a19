// The two faces of the endpoint: the shop with its API, and the seal frame on its own origin.
#pragma once

#include "api/app.h"
#include "http/server.h"
#include "sealcartd/config.h"

namespace sealcart::server {

// As browsers see them, e.g. http://127.0.0.1:8080. On this machine "localhost" is another origin
// than 127.0.0.1, so the policies name both.
struct Origins {
  std::string seal;               // told to the page
  std::vector<std::string> shop;  // for policies
  std::vector<std::string> seal_frames;
};

Origins origins_of(const ServerConfig& config);

http::Site shop_site(api::App& app, const ServerConfig& config, const Origins& origins);
http::Site seal_site(api::App& app, const ServerConfig& config, const Origins& origins);

// Only for this machine: the worker's door in the clear when the others are under TLS, and what is
// counted.
http::Site worker_site(api::App& app);
http::Site metrics_site(api::App& app, const http::Server& server);
api::Levels levels_of(const api::App& app, const http::Server& server);

// Puts a site under TLS and tells browsers to stay with it. Throws ConfigError.
void secure(http::Site& site, const TlsFiles& files);

}  // namespace sealcart::server
