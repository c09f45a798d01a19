// SIGTERM and SIGINT end the server in order: not ready, streams told to come again, requests under
// way finished, then the end of the process. A second signal skips the waiting.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>

#include "api/app.h"
#include "http/server.h"

namespace sealcart::server {

class Stopper {
 public:
  // `drain`: how long connections are still taken while a load balancer looks away.
  Stopper(boost::asio::io_context& io, http::Server& server, api::App& app,
          std::chrono::seconds drain);

 private:
  void wait_for_signal();
  void drain();
  void stop();

  boost::asio::io_context& io_;
  http::Server& server_;
  api::App& app_;
  std::chrono::seconds drain_;
  boost::asio::signal_set signals_;
  boost::asio::steady_timer timer_;
};

}  // namespace sealcart::server
