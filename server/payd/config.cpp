#include "payd/config.h"

#include "base/config_table.h"
#include "base/log.h"
#include "sealcart/ids.h"

namespace sealcart::server::payd {

PaydConfig load_payd_config(const std::filesystem::path& file, const std::string& given) {
  ConfigTable table = ConfigTable::from_file(file);
  PaydConfig config;
  const std::string configured = table.text("endpoint").value_or("");
  const auto endpoint = http::parse_origin(given.empty() ? configured : given);
  if (!endpoint) table.fail("endpoint", "http://host:port is meant here");
  if (endpoint) config.endpoint = *endpoint;
  config.worker_secret_file = table.required_path("worker_secret_file");
  config.private_folder = table.required_path("private");
  config.public_folder = table.required_path("keys");
  config.database = table.required_path("database");
  config.simulator = table.required_path("simulator");
  const std::string merchant = table.required_text("merchant");
  if (const auto id = from_hex(merchant)) {
    config.merchant = *id;
  } else if (!merchant.empty()) {
    table.fail("merchant", "32 lower-case hexadecimal digits are meant here");
  }
  config.hands = static_cast<int>(table.number("hands", 1, 64).value_or(config.hands));
  if (const auto level = table.text("log_level"); level && !set_log_level(*level)) {
    table.fail("log_level", "debug, info, warning or error");
  }
  table.refuse_other_keys();
  table.finish();
  return config;
}

}  // namespace sealcart::server::payd
