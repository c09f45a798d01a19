// The bytes of one connection, in the clear or under TLS, with a deadline for what it is doing.
// Private to http/.
#pragma once

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/beast/core/tcp_stream.hpp>
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

  // What is awaited later fails when it is not done by then.
  void expires_at(Clock::time_point when);
  void expires_never();
  // The peer is told that nothing more comes.
  Awaitable<void> end();
  void close();
  void bound_send_buffer(int bytes);

 private:
  struct Secured;
  boost::beast::tcp_stream& plain();

  std::unique_ptr<boost::beast::tcp_stream> plain_;
  std::unique_ptr<Secured> secured_;
};

}  // namespace sealcart::server::http
