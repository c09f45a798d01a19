#include "http/wire.h"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

namespace sealcart::server::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;

auto into(boost::system::error_code& failed) {
  return asio::redirect_error(asio::use_awaitable, failed);
}

}  // namespace

struct Wire::Secured {
  beast::ssl_stream<beast::tcp_stream> stream;
};

Wire::Wire(asio::ip::tcp::socket socket, asio::ssl::context* tls) {
  boost::system::error_code ignored;
  socket.set_option(asio::ip::tcp::no_delay(true), ignored);
  if (tls) {
    secured_ = std::make_unique<Secured>(
        Secured{beast::ssl_stream<beast::tcp_stream>(std::move(socket), *tls)});
  } else {
    plain_ = std::make_unique<beast::tcp_stream>(std::move(socket));
  }
}

Wire::~Wire() = default;

beast::tcp_stream& Wire::plain() {
  return secured_ ? beast::get_lowest_layer(secured_->stream) : *plain_;
}

Awaitable<bool> Wire::shake_hands(std::chrono::seconds limit) {
  if (!secured_) co_return true;
  boost::system::error_code failed;
  expires_at(Clock::now() + limit);
  co_await secured_->stream.async_handshake(asio::ssl::stream_base::server, into(failed));
  co_return !failed;
}

Awaitable<std::size_t> Wire::read_some(asio::mutable_buffer buffer,
                                       boost::system::error_code& failed) {
  if (secured_) return secured_->stream.async_read_some(buffer, into(failed));
  return plain_->async_read_some(buffer, into(failed));
}

Awaitable<bool> Wire::write(std::string_view first, std::string_view second) {
  const std::array<asio::const_buffer, 2> pieces{asio::buffer(first.data(), first.size()),
                                                 asio::buffer(second.data(), second.size())};
  boost::system::error_code failed;
  if (secured_) {
    co_await asio::async_write(secured_->stream, pieces, into(failed));
  } else {
    co_await asio::async_write(*plain_, pieces, into(failed));
  }
  co_return !failed;
}

void Wire::expires_at(Clock::time_point when) { plain().expires_at(when); }

void Wire::expires_never() { plain().expires_never(); }

Awaitable<void> Wire::end() {
  boost::system::error_code ignored;
  if (secured_) co_await secured_->stream.async_shutdown(into(ignored));
  plain().socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
}

void Wire::close() { plain().close(); }

void Wire::bound_send_buffer(int bytes) {
  boost::system::error_code ignored;
  plain().socket().set_option(asio::socket_base::send_buffer_size(bytes), ignored);
}

}  // namespace sealcart::server::http
