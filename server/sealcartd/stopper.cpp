#include "sealcartd/stopper.h"

#include <csignal>
#include <cstdlib>

#include "base/log.h"
#include "http/limits.h"

namespace sealcart::server {

Stopper::Stopper(boost::asio::io_context& io, http::Server& server, api::App& app,
                 std::chrono::seconds drain)
    : io_(io),
      server_(server),
      app_(app),
      drain_(drain),
      signals_(io, SIGINT, SIGTERM),
      timer_(io) {
  wait_for_signal();
}

void Stopper::wait_for_signal() {
  signals_.async_wait([this](const boost::system::error_code& failed, int) {
    if (failed || server_.stopping()) return;
    if (server_.draining() || drain_.count() == 0) return stop();
    drain();
    wait_for_signal();
  });
}

void Stopper::drain() {
  log(Level::info, "draining", {{"seconds", drain_.count()}});
  server_.drain();
  // Readers come again to another server, or to this one after its start: not all at one moment.
  app_.drain(drain_ / 2);
  timer_.expires_after(drain_);
  timer_.async_wait([this](const boost::system::error_code& failed) {
    if (!failed && !server_.stopping()) stop();
  });
}

void Stopper::stop() {
  log(Level::info, "stopping");
  app_.drain(std::chrono::milliseconds(0));
  app_.stop();
  server_.stop([this] { io_.stop(); });
  timer_.expires_after(http::kStopTime);
  timer_.async_wait([](const boost::system::error_code& failed) {
    if (failed) return;
    // What was acknowledged is on disk; nothing else has to be put in order.
    log(Level::warning, "stopped_with_requests_under_way");
    finish_log();
    std::_Exit(0);
  });
}

}  // namespace sealcart::server
