#include "sealcartd/config.h"

#include "base/config_table.h"
#include "base/log.h"
#include "sealcartd/database_config.h"

namespace sealcart::server {
namespace {

constexpr std::int64_t kMaxPort = 65'535;

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

std::vector<ShopFiles> stores_of(ConfigTable& table) {
  std::vector<ShopFiles> stores;
  for (ConfigTable& entry : table.tables("store")) {
    stores.push_back({entry.required_path("document"), entry.paths("catalogs")});
    entry.refuse_other_keys();
  }
  if (stores.empty()) table.fail("store", "write at least one [[store]]");
  return stores;
}

}  // namespace

ServerConfig load_server_config(const std::filesystem::path& file) {
  ConfigTable table = ConfigTable::from_file(file);
  ServerConfig config;
  config.listen = table.text("listen").value_or(config.listen);
  config.port = port_of(table, "port", config.port);
  config.seal_port = port_of(table, "seal_port", config.seal_port);
  config.origin = table.text("origin").value_or("");
  config.seal_origin = table.text("seal_origin").value_or("");
  config.site = table.paths("site");
  config.seal_site = table.paths("seal_site");
  config.worker_secret_file = table.required_path("worker_secret_file");
  config.backend.login_secret = table.path("login_secret_file").value_or("");
  read_database(table, config.backend);
  config.backend.keys = table.required_path("keys");
  const auto merchant = from_hex(table.required_text("merchant"));
  if (!merchant) table.fail("merchant", "32 lower-case hexadecimal digits are meant here");
  config.backend.merchant = *merchant;
  config.backend.stores = stores_of(table);
  config.retention = retention_of(table);
  if (const auto level = table.text("log_level"); level && !set_log_level(*level)) {
    table.fail("log_level", "debug, info, warning or error");
  }
  table.refuse_other_keys();
  return config;
}

}  // namespace sealcart::server
