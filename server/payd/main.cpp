// sealcart-payd: the payment worker. The only program that can open a sealed token. It listens on
// no port: it fetches payments from the endpoint, charges them and reports back.
#include <malloc.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <csignal>
#include <cstdlib>
#include <iostream>

#include "base/files.h"
#include "base/log.h"
#include "payd/config.h"
#include "payd/worker.h"
#include "psp/simulator/simulator.h"

namespace sealcart::server::payd {
namespace {

constexpr std::chrono::seconds kStopTime{8};
constexpr int kFreedMemory = 0xa5;

// Payment data lives in this process: no core dump, no other process reads along, and memory is
// overwritten when it is freed (what libraries copied included).
void harden() {
  ::prctl(PR_SET_DUMPABLE, 0);
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  ::mallopt(M_PERTURB, kFreedMemory);
}

int serve(const PaydConfig& config) {
  boost::asio::io_context io(1);
  const Clock clock = system_time;
  Keyring keys(config.private_folder, config.public_folder, config.merchant, clock());
  std::filesystem::create_directories(config.database.parent_path());
  Journal journal(config.database);
  psp::Simulator provider(io, config.simulator, clock);
  Cashier cashier(keys, journal, provider, config.merchant, clock);
  Worker worker(io, {config.endpoint, load_or_make_secret(config.worker_secret_file)}, keys,
                journal, cashier, clock);
  boost::asio::signal_set signals(io, SIGINT, SIGTERM);
  boost::asio::steady_timer limit(io);
  signals.async_wait([&](const boost::system::error_code& failed, int) {
    if (failed) return;
    worker.stop();
    limit.expires_after(kStopTime);
    limit.async_wait([](const boost::system::error_code& cancelled) {
      if (!cancelled) std::_Exit(0);  // the journal has what is under way
    });
  });
  worker.start(config.hands);
  log(Level::info, "started", {{"provider", provider.name()}});
  io.run();
  log(Level::info, "stopped");
  return 0;
}

int run(int argc, char** argv) {
  CLI::App cli("sealcart-payd: the payment worker of Sealcart");
  std::string file = "payd.toml";
  cli.add_option("--config", file, "configuration file")->capture_default_str();
  std::string endpoint;
  cli.add_option("--endpoint", endpoint, "http://host:port, instead of the configured one");
  cli.set_version_flag("--version", SEALCART_VERSION);
  const CLI::App* check = cli.add_subcommand("check-config", "reads the configuration, then ends");
  CLI11_PARSE(cli, argc, argv);
  const PaydConfig config = load_payd_config(file, endpoint);
  if (check->parsed()) {
    std::cout << "The configuration is fine.\n";
    return 0;
  }
  harden();
  keep_files_private();
  start_crypto();
  return serve(config);
}

}  // namespace
}  // namespace sealcart::server::payd

int main(int argc, char** argv) {
  try {
    return sealcart::server::payd::run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "sealcart-payd: " << error.what() << '\n';
    return 1;
  }
}
