// sealcartd: the endpoint. Stores, carts, quotes and orders over HTTP, the shop's static files, and
// on a second port, which is its own origin, the seal frame.
#include <CLI/CLI.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <iostream>
#include <optional>

#include "api/app.h"
#include "api/housekeeping.h"
#include "base/config_table.h"
#include "base/file_lock.h"
#include "base/files.h"
#include "base/log.h"
#include "http/server.h"
#include "sealcartd/commands.h"
#include "sealcartd/config.h"
#include "sealcartd/control.h"
#include "sealcartd/descriptors.h"
#include "sealcartd/sites.h"
#include "sealcartd/stopper.h"

namespace sealcart::server {
namespace {

// One line about all answers of ten seconds; each answer by itself is a line at level debug.
Awaitable<void> summarise(api::App& app, const http::Server& server) {
  boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor);
  while (true) {
    timer.expires_after(std::chrono::seconds(10));
    co_await timer.async_wait(boost::asio::use_awaitable);
    const api::Summary summary = app.metrics().take_summary();
    if (summary.answers == 0) continue;
    const api::Levels levels = levels_of(app, server);
    log(Level::info, "traffic",
        {{"answers", summary.answers},
         {"refused", summary.refused},
         {"failed", summary.failed},
         {"slowest_us", summary.slowest_us},
         {"connections", levels.connections},
         {"streams", levels.streams},
         {"lost_lines", levels.lost_lines}});
  }
}

void listen(http::Server& server, api::App& app, const ServerConfig& config) {
  const Origins origins = origins_of(config);
  http::Site shop = shop_site(app, config, origins);
  http::Site frame = seal_site(app, config, origins);
  if (config.tls) {
    secure(shop, *config.tls);
    secure(frame, *config.tls);
  }
  const int port = server.listen(config.listen, config.port, std::move(shop));
  const int seal = server.listen(config.listen, config.seal_port, std::move(frame));
  log(Level::info, "listening", {{"address", config.listen}, {"port", port}, {"seal_port", seal}});
  const auto inside = [&](std::string_view name, std::optional<std::uint16_t> wanted,
                          http::Site at) {
    if (!wanted) return;
    const int got = server.listen("127.0.0.1", *wanted, std::move(at));
    log(Level::info, "listening", {{"for", name}, {"port", got}});
  };
  inside("metrics", config.metrics_port, metrics_site(app, server));
  inside("worker", config.worker_port, worker_site(app));
}

int serve(const ServerConfig& config) {
  // SQLite is for one server; commands reach it beside its file.
  const bool alone = config.backend.postgres.empty();
  const auto lock = alone ? FileLock::take(lock_of(config.backend.database)) : std::nullopt;
  if (alone && !lock) throw std::runtime_error("another server runs on this database");
  boost::asio::io_context io(1);
  http::Server server(io, fit_descriptors(config.connections), config.proxies);
  api::App app(io, config.backend,
               {origins_of(config).seal, load_or_make_secret(config.worker_secret_file),
                config.storage_wait},
               system_time);
  listen(server, app, config);
  std::optional<Control> control;
  if (alone) control.emplace(io, app, control_of(config.backend.database));
  api::start_housekeeping(io, app, config.retention);
  const Stopper stopper(io, server, app, config.drain);
  boost::asio::co_spawn(io, summarise(app, server), boost::asio::detached);
  io.run();
  log(Level::info, "stopped");
  return 0;
}

int check(const ServerConfig& config) {
  const Shops shops(config.backend.stores);
  std::cout << "The configuration is fine. Stores:";
  for (const std::string& id : shops.ids()) std::cout << ' ' << id;
  std::cout << '\n';
  return 0;
}

int run(int argc, char** argv) {
  CLI::App cli("sealcartd: the endpoint of Sealcart (carts, quotes, orders)");
  std::string file = "sealcart.toml";
  int port = -1;
  int seal_port = -1;
  cli.add_option("--config", file, "configuration file")->capture_default_str();
  cli.add_option("--port", port, "instead of the configured port")->check(CLI::Range(0, 65'535));
  cli.add_option("--seal-port", seal_port, "instead of the configured one")
      ->check(CLI::Range(0, 65'535));
  cli.set_version_flag("--version", SEALCART_VERSION);
  const CLI::App* check_config =
      cli.add_subcommand("check-config", "reads configuration, stores and catalogues, then ends");
  std::filesystem::path copy;
  CLI::App* backup = cli.add_subcommand("backup", "copies the database, also while a server runs");
  backup->add_option("--to", copy, "file to make; replaced when it is there")->required();
  CLI::App* restoring = cli.add_subcommand("restore", "puts a copy in place of the database");
  restoring->add_option("--from", copy, "file that backup made")->required();
  for (CLI::App* command : {backup, restoring}) command->fallthrough();
  CLI11_PARSE(cli, argc, argv);
  const bool only_checks = check_config->parsed();
  ServerConfig config = load_server_config(file, only_checks ? Stores::read : Stores::left);
  if (port >= 0) config.port = static_cast<std::uint16_t>(port);
  if (seal_port >= 0) config.seal_port = static_cast<std::uint16_t>(seal_port);
  start_crypto();
  keep_files_private();
  if (only_checks) return check(config);
  if (backup->parsed()) return back_up(config.backend, copy), 0;
  if (restoring->parsed()) return restore(config.backend, copy), 0;
  return serve(config);
}

}  // namespace
}  // namespace sealcart::server

int main(int argc, char** argv) {
  try {
    return sealcart::server::run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "sealcartd: " << error.what() << '\n';
    return 1;
  }
}
