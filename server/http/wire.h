// The bytes of one connection, in the clear or under TLS, with a deadline for what it is doing.
// Private to http/.
#pragma once

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <chrono>
#include <memory>
#include <string_view>

#include "http/awaitable.h"

namespace sealcart::server::http {

class Wire {
 public:
  using Clock = std::chrono::steady_clock;

  // `tls`: nothing for plain HTTP; it outlives the connection.
  Wire(boost::asio::ip::tcp::socket socket, boost::asio::ssl::context* tls);
  ~Wire();
  Wire(const Wire&) = delete;
  Wire& operator=(const Wire&) = delete;

  // Before anything else; true at once in the clear.
  Awaitable<bool> shake_hands(std::chrono::seconds limit);
  Awaitable<std::size_t> read_some(boost::asio::mutable_buffer into,
                                   boost::system::error_code& failed);
  // Both pieces, one after the other.
  Awaitable<bool> write(std::string_view first, std::string_view second = {});

  // What is awaited fails when it is not done by then: close_if_late() is called often.
  void expires_at(Clock::time_point when) { deadline_ = when; }
  void expires_never() { deadline_ = Clock::time_point::max(); }
  void close_if_late(Clock::time_point now);
  // The peer is told that nothing more comes.
  Awaitable<void> end();
  void close();
  void bound_send_buffer(int bytes);

 private:
  using Secured = boost::asio::ssl::stream<boost::asio::ip::tcp::socket&>;

  boost::asio::ip::tcp::socket socket_;
  std::unique_ptr<Secured> secured_;
  Clock::time_point deadline_ = Clock::time_point::max();
};

}  // namespace sealcart::server::http
