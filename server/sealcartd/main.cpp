// sealcartd: the endpoint. Stores, carts, quotes and orders over HTTP, the shop's static files, and
// on a second port, which is its own origin, the seal frame.
#include <CLI/CLI.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <optional>

#include "api/app.h"
#include "api/housekeeping.h"
#include "base/config_table.h"
#include "base/file_lock.h"
#include "base/files.h"
#include "base/log.h"
#include "http/limits.h"
#include "http/server.h"
#include "sealcartd/commands.h"
#include "sealcartd/config.h"
#include "sealcartd/control.h"
#include "sealcartd/sites.h"

namespace sealcart::server {
namespace {

// Ends waits and idle connections, lets answers under way finish, and gives up after a while.
class Stopper {
 public:
  Stopper(boost::asio::io_context& io, http::Server& server, api::App& app)
      : io_(io), server_(server), app_(app), signals_(io, SIGINT, SIGTERM), limit_(io) {
    signals_.async_wait([this](const boost::system::error_code& failed, int) {
      if (!failed) stop();
    });
  }

 private:
  void stop() {
    log(Level::info, "stopping");
    app_.stop();
    server_.stop([this] { io_.stop(); });
    limit_.expires_after(http::kStopTime);
    limit_.async_wait([](const boost::system::error_code& failed) {
      if (failed) return;
      // What was acknowledged is on disk; nothing else has to be put in order.
      log(Level::warning, "stopped_with_requests_under_way");
      std::_Exit(0);
    });
  }

  boost::asio::io_context& io_;
  http::Server& server_;
  api::App& app_;
  boost::asio::signal_set signals_;
  boost::asio::steady_timer limit_;
};

int serve(const ServerConfig& config) {
  // SQLite is for one server; commands reach it beside its file.
  const bool alone = config.backend.postgres.empty();
  const auto lock = alone ? FileLock::take(lock_of(config.backend.database)) : std::nullopt;
  if (alone && !lock) throw std::runtime_error("another server runs on this database");
  boost::asio::io_context io(1);
  http::Server server(io);
  const Origins origins = origins_of(config);
  api::App app(io, config.backend, {origins.seal, load_or_make_secret(config.worker_secret_file)},
               system_time);
  const int port = server.listen(config.listen, config.port, shop_site(app, config, origins));
  const int seal = server.listen(config.listen, config.seal_port, seal_site(app, config, origins));
  std::optional<Control> control;
  if (alone) control.emplace(io, app, control_of(config.backend.database));
  api::start_housekeeping(io, app, config.retention);
  const Stopper stopper(io, server, app);
  log(Level::info, "listening", {{"address", config.listen}, {"port", port}, {"seal_port", seal}});
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
  ServerConfig config = load_server_config(file);
  if (port >= 0) config.port = static_cast<std::uint16_t>(port);
  if (seal_port >= 0) config.seal_port = static_cast<std::uint16_t>(seal_port);
  start_crypto();
  keep_files_private();
  if (check_config->parsed()) return check(config);
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
