#include "sealcartd/sites.h"

#include <chrono>
#include <memory>

#include "api/inputs.h"
#include "api/routes.h"
#include "base/log.h"
#include "http/problem.h"
#include "http/router.h"
#include "http/security_headers.h"
#include "http/static_files.h"

namespace sealcart::server {
namespace {

using http::Request;
using http::Response;

std::string default_origin(const std::string& address, std::uint16_t port) {
  const bool is_v6 = address.find(':') != address.npos;
  const std::string host = is_v6 ? "[" + address + "]" : address;
  return "http://" + host + ":" + std::to_string(port);
}

std::string default_sources(const std::string& address, std::uint16_t port) {
  std::string sources = default_origin(address, port);
  if (address == "127.0.0.1") sources += " " + default_origin("localhost", port);
  return sources;
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

Awaitable<Response> logged(std::shared_ptr<const http::Router> router, Request request) {
  const auto start = std::chrono::steady_clock::now();
  const std::string method = request.method;
  const std::string path = request.path;
  const bool is_api = path.starts_with("/v1/");
  Response response = co_await router->route(std::move(request));
  const auto took = std::chrono::steady_clock::now() - start;
  log(is_api ? Level::info : Level::debug, "request",
      {{"method", method},
       {"path", path},
       {"status", response.status},
       {"us", std::chrono::duration_cast<std::chrono::microseconds>(took).count()}});
  if (is_api) response.headers.push_back(http::api_policy());
  co_return response;
}

http::Site site_of(std::shared_ptr<const http::Router> router, std::vector<http::Header> headers) {
  return {[router](Request request) { return logged(router, std::move(request)); },
          std::move(headers)};
}

}  // namespace

Origins origins_of(const ServerConfig& config) {
  const auto given_or = [](const std::string& given, std::string otherwise) {
    return given.empty() ? otherwise : given;
  };
  return {given_or(config.seal_origin, default_origin(config.listen, config.seal_port)),
          given_or(config.origin, default_sources(config.listen, config.port)),
          given_or(config.seal_origin, default_sources(config.listen, config.seal_port))};
}

http::Site shop_site(api::App& app, const ServerConfig& config, const Origins& origins) {
  auto router = std::make_shared<http::Router>();
  api::add_store_routes(*router, app);
  api::add_cart_routes(*router, app);
  api::add_event_routes(*router, app);
  api::add_device_routes(*router, app);
  api::add_pairing_routes(*router, app);
  api::add_restore_routes(*router, app);
  api::add_customer_routes(*router, app);
  api::add_order_routes(*router, app);
  api::add_worker_routes(*router, app);
  api::add_system_routes(*router, app);
  router->set_fallback(files_in(config.site));
  return site_of(std::move(router), http::shop_headers(origins.seal_sources));
}

http::Site seal_site(api::App& app, const ServerConfig& config, const Origins& origins) {
  auto router = std::make_shared<http::Router>();
  router->add("GET", "/pins.json", api::on_request(app, read_pins));
  router->set_fallback(files_in(config.seal_site));
  return site_of(std::move(router), http::seal_headers(origins.shop_sources));
}

}  // namespace sealcart::server
