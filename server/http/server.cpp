#include "http/server.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <utility>

#include "base/log.h"
#include "http/session.h"

namespace sealcart::server::http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

constexpr std::chrono::milliseconds kRest{50};

constexpr std::chrono::milliseconds kWatch{100};  // every limit of time is of seconds

Awaitable<void> rest(asio::io_context& io, std::chrono::milliseconds time) {
  boost::system::error_code ignored;
  asio::steady_timer timer(io, time);
  co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
}

}  // namespace

std::uint16_t Server::listen(const std::string& address, std::uint16_t port, Site site) {
  auto acceptor = std::make_unique<tcp::acceptor>(io_);
  const tcp::endpoint endpoint(asio::ip::make_address(address), port);
  acceptor->open(endpoint.protocol());
  acceptor->set_option(asio::socket_base::reuse_address(true));
  acceptor->bind(endpoint);
  acceptor->listen();
  acceptors_.push_back(std::move(acceptor));
  sites_.push_back(std::make_unique<Site>(std::move(site)));
  asio::co_spawn(io_, accept(*acceptors_.back(), *sites_.back()), asio::detached);
  if (!std::exchange(watching_, true)) asio::co_spawn(io_, watch_deadlines(), asio::detached);
  return acceptors_.back()->local_endpoint().port();
}

Awaitable<void> Server::accept(tcp::acceptor& acceptor, const Site& site) {
  while (!stopping_) {
    boost::system::error_code failed;
    tcp::socket socket =
        co_await acceptor.async_accept(asio::redirect_error(asio::use_awaitable, failed));
    if (stopping_) co_return;
    if (failed) {
      log(Level::warning, "accept_failed", {{"what", failed.message()}});
      // Out of descriptors or memory: existing connections go on, new ones wait a moment.
      co_await rest(io_, kRest);
      continue;
    }
    auto session = std::make_shared<Session>(*this, std::move(socket), site);
    if (!session->admitted()) {  // closed: an answer would be work for one who has enough
      ++turned_away_;
      continue;
    }
    asio::co_spawn(io_, Session::run(std::move(session)), asio::detached);
  }
}

// A closed session ends a little later, when its coroutine goes on: none goes from the set here.
Awaitable<void> Server::watch_deadlines() {
  while (true) {
    co_await rest(io_, kWatch);
    const Wire::Clock::time_point now = Wire::Clock::now();
    for (Session* session : sessions_) session->close_if_late(now);
  }
}

void Server::stop(std::function<void()> stopped) {
  draining_ = true;
  stopping_ = true;
  stopped_ = std::move(stopped);
  for (const auto& acceptor : acceptors_) {
    boost::system::error_code ignored;
    acceptor->close(ignored);
  }
  for (Session* session : sessions_) session->close_if_idle();
  if (sessions_.empty()) stopped_();
}

void Server::session_ended(Session* session) {
  sessions_.erase(session);
  if (stopping_ && sessions_.empty()) stopped_();
}

}  // namespace sealcart::server::http
