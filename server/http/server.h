// Listens and answers: one listener for each site (shop, seal frame), all on one io_context.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "http/message.h"

namespace sealcart::server::http {

struct Site {
  Handler handler;
  // Put on every answer that does not say otherwise.
  std::vector<Header> headers;
};

class Session;

class Server {
 public:
  explicit Server(boost::asio::io_context& io) : io_(io) {}

  // Throws boost::system::system_error (port taken, no such address). Returns the port; 0 picks
  // one.
  std::uint16_t listen(const std::string& address, std::uint16_t port, Site site);
  // Takes no new connection and closes idle ones; answers under way are finished. Then `stopped`.
  void stop(std::function<void()> stopped);
  bool stopping() const { return stopping_; }

 private:
  friend class Session;
  void session_ended(Session* session);
  Awaitable<void> accept(boost::asio::ip::tcp::acceptor& acceptor, const Site& site);

  boost::asio::io_context& io_;
  std::vector<std::unique_ptr<boost::asio::ip::tcp::acceptor>> acceptors_;
  std::vector<std::unique_ptr<Site>> sites_;
  std::set<Session*> sessions_;
  std::function<void()> stopped_;
  bool stopping_ = false;
};

}  // namespace sealcart::server::http
