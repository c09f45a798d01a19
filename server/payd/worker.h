// The worker's loops: claim and pay, report what was not reported, ask again, tend the keys.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <string>

#include "base/clock.h"
#include "http/client.h"
#include "payd/cashier.h"

namespace sealcart::server::payd {

struct Endpoint {
  http::Origin origin;
  std::string secret;
};

class Worker {
 public:
  Worker(boost::asio::io_context& io, Endpoint endpoint, Keyring& keys, Journal& journal,
         Cashier& cashier, Clock clock);

  // Starts the loops: `hands` payments are made at a time.
  void start(int hands);
  // Takes no new payment, finishes those under way, then stops the io_context.
  void stop();

 private:
  Awaitable<void> pay_loop();
  Awaitable<void> chores_loop();
  Awaitable<void> chores();
  // The next payment; nothing when there is none, or after a rest when the endpoint can't be
  // reached.
  Awaitable<std::optional<PaymentClaim>> claim();
  Awaitable<void> report(Attempt attempt);
  Awaitable<void> rest(std::chrono::milliseconds time);
  void stop_when_idle();

  boost::asio::io_context& io_;
  Endpoint endpoint_;
  Keyring& keys_;
  Journal& journal_;
  Cashier& cashier_;
  Clock clock_;
  int paying_ = 0;
  bool stopping_ = false;
};

}  // namespace sealcart::server::payd
