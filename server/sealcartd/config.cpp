#include "sealcartd/config.h"

#include <boost/asio/ip/address.hpp>

#include "base/config_table.h"
#include "base/log.h"
#include "http/origin_policy.h"
#include "sealcartd/database_config.h"

namespace sealcart::server {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::int64_t kMaxPort = 65'535;
constexpr std::int64_t kMostConnections = 1'000'000;
constexpr std::int64_t kMostRequests = 1'000'000;

std::uint16_t port_of(ConfigTable& table, std::string_view key, std::uint16_t fallback) {
  return static_cast<std::uint16_t>(table.number(key, 0, kMaxPort).value_or(fallback));
}

Retention retention_of(ConfigTable& table) {
  constexpr std::int64_t kMaxDays = 3'650;
  Retention kept;
  kept.empty_days = table.number("keep_empty_days", 1, kMaxDays).value_or(kept.empty_days);
  kept.filled_days = table.number("keep_filled_days", 1, kMaxDays).value_or(kept.filled_days);
  kept.customer_days = table.number("keep_customer_days", 1, kMaxDays).value_or(kept.customer_days);
  return kept;
}

std::size_t count_of(ConfigTable& table, std::string_view key, std::int64_t min, std::size_t or_) {
  const auto given = table.number(key, min, kMostConnections);
  return given ? static_cast<std::size_t>(*given) : or_;
}

std::vector<ShopFiles> stores_of(ConfigTable& table) {
  std::vector<ShopFiles> stores;
  for (ConfigTable& entry : table.tables("store")) {
    stores.push_back({entry.required_readable("document"), entry.files("catalogs")});
    entry.refuse_other_keys();
  }
  if (stores.empty()) table.fail("store", "write at least one [[store]]");
  return stores;
}

std::string origin_of(ConfigTable& table, std::string_view key) {
  std::string origin = table.text(key).value_or("");
  if (!origin.empty() && !http::is_origin(origin)) {
    table.fail(key, "https://host is meant here: lower case, no path, no slash at the end");
  }
  return origin;
}

std::vector<std::string> origins_of(ConfigTable& table) {
  std::vector<std::string> origins = table.texts("allowed_origins");
  for (const std::string& origin : origins) {
    if (http::is_origin(origin)) continue;
    table.fail("allowed_origins",
               origin + " is no origin: https://host, lower case, no path, no *");
  }
  return origins;
}

http::Proxies proxies_of(ConfigTable& table) {
  std::vector<std::string> texts = table.texts("trusted_proxies");
  if (!table.has("trusted_proxies")) texts = {"127.0.0.0/8", "::1"};
  std::vector<http::Network> networks;
  for (const std::string& text : texts) {
    if (const auto network = http::Network::parse(text)) {
      networks.push_back(*network);
    } else {
      table.fail("trusted_proxies", text + " is no address and no network like 10.0.0.0/8");
    }
  }
  return http::Proxies(std::move(networks));
}

std::optional<TlsFiles> tls_of(ConfigTable& table) {
  const auto certificate = table.readable("tls_certificate");
  const auto key = table.readable("tls_key");
  if (certificate.has_value() != key.has_value()) {
    table.fail(key ? "tls_certificate" : "tls_key", "is missing: one goes with the other");
  }
  if (!certificate || !key) return std::nullopt;
  return TlsFiles{*certificate, *key};
}

// What is sent in the clear stays on this machine, unless a proxy in front does TLS.
void check_listen(ConfigTable& table, const ServerConfig& config) {
  boost::system::error_code failed;
  const auto address = boost::asio::ip::make_address(config.listen, failed);
  if (failed) {
    table.fail("listen", "an address like 127.0.0.1 or :: is meant here");
  } else if (!address.is_loopback() && !config.tls && !table.flag("behind_proxy", false)) {
    table.fail("listen",
               "without TLS only this machine is served: set tls_certificate and tls_key, "
               "or behind_proxy = true when a proxy in front does TLS");
  }
}

api::RequestRates rates_of(ConfigTable& table) {
  const auto times = [&](std::string_view key, std::int64_t fallback) {
    return table.number(key, 0, kMostRequests).value_or(fallback);
  };
  return {http::rate_of(times("requests_per_address", 100), seconds(1)),
          http::rate_of(times("requests_per_cart", 50), seconds(1)),
          http::rate_of(times("failures_per_address", 15), minutes(1))};
}

void load_network(ConfigTable& table, ServerConfig& config) {
  config.listen = table.text("listen").value_or(config.listen);
  config.port = port_of(table, "port", config.port);
  config.seal_port = port_of(table, "seal_port", config.seal_port);
  if (table.has("metrics_port")) config.metrics_port = port_of(table, "metrics_port", 0);
  if (table.has("worker_port")) config.worker_port = port_of(table, "worker_port", 0);
  config.drain = seconds(table.number("drain_seconds", 0, 600).value_or(0));
  config.storage_wait = std::chrono::milliseconds(
      table.number("storage_wait_ms", 0, 60'000).value_or(config.storage_wait.count()));
  config.origin = origin_of(table, "origin");
  config.seal_origin = origin_of(table, "seal_origin");
  config.allowed_origins = origins_of(table);
  config.tls = tls_of(table);
  static_cast<void>(table.flag("behind_proxy", false));
  check_listen(table, config);
  config.proxies = proxies_of(table);
  config.rates = rates_of(table);
  http::ConnectionLimits& limits = config.connections;
  limits.plain = count_of(table, "connections", 16, limits.plain);
  limits.streams = count_of(table, "streams", 0, limits.streams);
  limits.per_address = count_of(table, "connections_per_address", 0, limits.per_address);
}

void load_backend(ConfigTable& table, BackendConfig& backend) {
  read_database(table, backend);
  backend.keys = table.required_path("keys");
  const std::string merchant = table.required_text("merchant");
  if (const auto id = from_hex(merchant)) {
    backend.merchant = *id;
  } else if (!merchant.empty()) {
    table.fail("merchant", "32 lower-case hexadecimal digits are meant here");
  }
  backend.stores = stores_of(table);
}

void check_stores(ConfigTable& table, const std::vector<ShopFiles>& stores) {
  for (const ShopFiles& files : stores) {
    try {
      const Shop shop(files);
    } catch (const ConfigError& error) {
      table.fail_whole(error.what());
    }
  }
}

}  // namespace

ServerConfig load_server_config(const std::filesystem::path& file, Stores stores) {
  ConfigTable table = ConfigTable::from_file(file);
  ServerConfig config;
  load_network(table, config);
  config.site = table.folders("site");
  config.seal_site = table.folders("seal_site");
  config.worker_secret_file = table.required_writable("worker_secret_file");
  load_backend(table, config.backend);
  // Made at the first start.
  if (table.has("login_secret_file")) {
    config.backend.login_secret = table.required_writable("login_secret_file");
  }
  config.retention = retention_of(table);
  if (const auto level = table.text("log_level"); level && !set_log_level(*level)) {
    table.fail("log_level", "debug, info, warning or error");
  }
  table.refuse_other_keys();
  if (stores == Stores::read) check_stores(table, config.backend.stores);
  table.finish();
  return config;
}

}  // namespace sealcart::server
