#include "sealcartd/sites.h"

#include <memory>

#include "api/front.h"
#include "api/inputs.h"
#include "api/routes.h"
#include "base/config_table.h"
#include "base/log.h"
#include "http/router.h"
#include "http/security_headers.h"
#include "http/static_files.h"
#include "http/tls.h"

namespace sealcart::server {
namespace {

using http::Request;
using http::Response;

std::string default_origin(const ServerConfig& config, std::string_view address,
                           std::uint16_t port) {
  const bool is_v6 = address.find(':') != address.npos;
  const std::string host = is_v6 ? "[" + std::string(address) + "]" : std::string(address);
  return (config.tls ? "https://" : "http://") + host + ":" + std::to_string(port);
}

std::vector<std::string> default_origins(const ServerConfig& config, std::uint16_t port) {
  std::vector<std::string> origins{default_origin(config, config.listen, port)};
  if (config.listen == "127.0.0.1") origins.push_back(default_origin(config, "localhost", port));
  return origins;
}

std::string joined(const std::vector<std::string>& origins) {
  std::string text;
  for (const std::string& origin : origins) text += (text.empty() ? "" : " ") + origin;
  return text;
}

http::Handler files_in(const std::vector<std::filesystem::path>& folders) {
  auto files = std::make_shared<http::StaticFiles>(folders);
  return [files](Request request) -> Awaitable<Response> { co_return files->answer(request); };
}

// What the seal frame trusts, from its own origin: the shop's page can't give it anything else.
Outcome<Response> read_pins(Work& work, const Request&) {
  const std::optional<std::string> root = work.keys.root_key(work.now);
  if (!root) return refuse(Error(ErrorCode::unavailable, "keys"));
  Response response = http::json(
      200, "{\"merchant\":\"" + hex(work.identity.merchant) + "\",\"roots\":[\"" + *root + "\"]}");
  response.headers.push_back({"cache-control", "no-cache"});
  return response;
}

http::Site site_of(http::Router router, api::App& app, const ServerConfig& config,
                   const std::vector<std::string>& own, std::vector<http::Header> headers) {
  api::FrontConfig front_config{http::OriginPolicy(own, config.allowed_origins), config.rates};
  auto front = std::make_shared<api::Front>(std::move(router), front_config, app);
  http::Site site;
  site.handler = [front](Request request) { return api::Front::serve(front, std::move(request)); };
  site.headers = std::move(headers);
  return site;
}

}  // namespace

Origins origins_of(const ServerConfig& config) {
  const auto given_or = [](const std::string& given, std::vector<std::string> otherwise) {
    return given.empty() ? otherwise : std::vector<std::string>{given};
  };
  const auto seal = given_or(config.seal_origin, default_origins(config, config.seal_port));
  return {seal.front(), given_or(config.origin, default_origins(config, config.port)), seal};
}

http::Site shop_site(api::App& app, const ServerConfig& config, const Origins& origins) {
  http::Router router;
  api::add_store_routes(router, app);
  api::add_cart_routes(router, app);
  api::add_event_routes(router, app);
  api::add_device_routes(router, app);
  api::add_pairing_routes(router, app);
  api::add_restore_routes(router, app);
  api::add_customer_routes(router, app);
  api::add_order_routes(router, app);
  api::add_worker_routes(router, app);
  api::add_system_routes(router, app);
  router.set_fallback(files_in(config.site));
  return site_of(std::move(router), app, config, origins.shop,
                 http::shop_headers(joined(origins.seal_frames)));
}

http::Site seal_site(api::App& app, const ServerConfig& config, const Origins& origins) {
  http::Router router;
  router.add("GET", "/pins.json", api::on_request(app, read_pins));
  router.set_fallback(files_in(config.seal_site));
  return site_of(std::move(router), app, config, origins.seal_frames,
                 http::seal_headers(joined(origins.shop)));
}

http::Site worker_site(api::App& app) {
  auto router = std::make_shared<http::Router>();
  api::add_worker_routes(*router, app);
  api::add_system_routes(*router, app);
  http::Site site;
  site.handler = [router](Request request) { return router->route(std::move(request)); };
  return site;
}

http::Site metrics_site(api::App& app, const http::Server& server) {
  auto router = std::make_shared<http::Router>();
  router->add("GET", "/metrics", [&app, &server](Request) -> Awaitable<Response> {
    Response response;
    response.content_type = "text/plain; version=0.0.4; charset=utf-8";
    response.body = app.metrics().text(levels_of(app, server));
    co_return response;
  });
  http::Site site;
  site.handler = [router](Request request) { return router->route(std::move(request)); };
  return site;
}

api::Levels levels_of(const api::App& app, const http::Server& server) {
  const http::Connections& connections = server.connections();
  return {static_cast<std::int64_t>(connections.plain()),
          static_cast<std::int64_t>(connections.streams()),
          server.slow_readers(),
          server.turned_away(),
          app.queue().pending(),
          lost_log_lines(),
          app.storage_full()};
}

void secure(http::Site& site, const TlsFiles& files) {
  try {
    site.tls = http::tls_context(files.certificate, files.key);
  } catch (const boost::system::system_error& error) {
    throw ConfigError("tls_certificate, tls_key: " + error.code().message());
  }
  site.headers.push_back({"strict-transport-security", "max-age=31536000"});
}

}  // namespace sealcart::server
