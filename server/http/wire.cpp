#include "http/wire.h"

#include <algorithm>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

namespace sealcart::server::http {
namespace {

namespace asio = boost::asio;

auto into(boost::system::error_code& failed) {
  return asio::redirect_error(asio::use_awaitable, failed);
}

}  // namespace

Wire::Wire(asio::ip::tcp::socket socket, asio::ssl::context* tls) : socket_(std::move(socket)) {
  boost::system::error_code ignored;
  socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
  socket_.non_blocking(true, ignored);
  if (tls) secured_ = std::make_unique<Secured>(socket_, *tls);
}

Wire::~Wire() = default;

Awaitable<bool> Wire::shake_hands(std::chrono::seconds limit) {
  if (!secured_) co_return true;
  boost::system::error_code failed;
  expires_at(Clock::now() + limit);
  co_await secured_->async_handshake(asio::ssl::stream_base::server, into(failed));
  co_return !failed;
}

Awaitable<std::size_t> Wire::read_some(asio::mutable_buffer buffer,
                                       boost::system::error_code& failed) {
  if (secured_) return secured_->async_read_some(buffer, into(failed));
  return socket_.async_read_some(buffer, into(failed));
}

Awaitable<bool> Wire::write(std::string_view first, std::string_view second) {
  std::array<asio::const_buffer, 2> pieces{asio::buffer(first.data(), first.size()),
                                           asio::buffer(second.data(), second.size())};
  boost::system::error_code failed;
  if (secured_) {
    co_await asio::async_write(*secured_, pieces, into(failed));
    co_return !failed;
  }
  // Most answers fit into what the kernel takes at once.
  std::size_t written = socket_.write_some(pieces, failed);
  if (!failed && written == first.size() + second.size()) co_return true;
  if (failed && failed != asio::error::would_block) co_return false;
  for (asio::const_buffer& piece : pieces) {
    const std::size_t done = std::min(written, piece.size());
    piece += done;
    written -= done;
  }
  co_await asio::async_write(socket_, pieces, into(failed));
  co_return !failed;
}

void Wire::close_if_late(Clock::time_point now) {
  if (now >= deadline_) close();
}

Awaitable<void> Wire::end() {
  boost::system::error_code ignored;
  if (secured_) co_await secured_->async_shutdown(into(ignored));
  socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
}

void Wire::close() {
  boost::system::error_code ignored;
  socket_.close(ignored);
}

void Wire::bound_send_buffer(int bytes) {
  boost::system::error_code ignored;
  socket_.set_option(asio::socket_base::send_buffer_size(bytes), ignored);
}

}  // namespace sealcart::server::http
