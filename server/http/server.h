// Listens and answers: one listener for each site (shop, seal frame), all on one io_context.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "http/connections.h"
#include "http/message.h"

namespace sealcart::server::http {

struct Site {
  Handler handler;
  // Put on every answer that does not say otherwise.
  std::vector<Header> headers;
  std::shared_ptr<boost::asio::ssl::context> tls{};  // nothing: plain HTTP
};

class Session;

class Server {
 public:
  Server(boost::asio::io_context& io, ConnectionLimits limits, Proxies proxies)
      : io_(io), connections_(limits), proxies_(std::move(proxies)) {}

  // Throws boost::system::system_error (port taken, no such address). Returns the port; 0 picks
  // one.
  std::uint16_t listen(const std::string& address, std::uint16_t port, Site site);
  // From now on every answer ends its connection; new connections are still taken.
  void drain() { draining_ = true; }
  // Takes no new connection and closes idle ones; answers under way are finished. Then `stopped`.
  void stop(std::function<void()> stopped);
  bool draining() const { return draining_; }
  bool stopping() const { return stopping_; }
  const Connections& connections() const { return connections_; }
  // So far: streams whose reader took nothing, connections there was no place for.
  std::int64_t slow_readers() const { return slow_readers_; }
  std::int64_t turned_away() const { return turned_away_; }

 private:
  friend class Session;
  void session_ended(Session* session);
  Awaitable<void> accept(boost::asio::ip::tcp::acceptor& acceptor, const Site& site);
  // Ends what took too long. One timer for all: a timer for each wait would be a good part of what
  // a request costs.
  Awaitable<void> watch_deadlines();

  boost::asio::io_context& io_;
  Connections connections_;
  Proxies proxies_;
  std::vector<std::unique_ptr<boost::asio::ip::tcp::acceptor>> acceptors_;
  std::vector<std::unique_ptr<Site>> sites_;
  std::set<Session*> sessions_;
  std::function<void()> stopped_;
  std::int64_t slow_readers_ = 0;
  std::int64_t turned_away_ = 0;
  bool watching_ = false;
  bool draining_ = false;
  bool stopping_ = false;
};

}  // namespace sealcart::server::http
