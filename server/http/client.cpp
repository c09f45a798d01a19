#include "http/client.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

namespace sealcart::server::http {
namespace {

namespace asio = boost::asio;
namespace bhttp = boost::beast::http;

constexpr std::size_t kAnswerBytes = 256 * 1024;

bhttp::request<bhttp::string_body> message_of(const Origin& to, const std::string& path,
                                              const std::string& bearer, std::string body) {
  bhttp::request<bhttp::string_body> message(bhttp::verb::post, path, 11);
  message.set(bhttp::field::host, to.host + ":" + to.port);
  message.set(bhttp::field::authorization, "Bearer " + bearer);
  message.set(bhttp::field::content_type, "application/json");
  message.keep_alive(false);
  message.body() = std::move(body);
  message.prepare_payload();
  return message;
}

}  // namespace

std::optional<Origin> parse_origin(std::string_view text) {
  constexpr std::string_view kScheme = "http://";
  if (!text.starts_with(kScheme)) return std::nullopt;
  text.remove_prefix(kScheme.size());
  const std::size_t colon = text.rfind(':');
  if (colon == text.npos || colon == 0 || colon + 1 == text.size()) return std::nullopt;
  const std::string_view port = text.substr(colon + 1);
  if (port.find_first_not_of("0123456789") != port.npos) return std::nullopt;
  return Origin{std::string(text.substr(0, colon)), std::string(port)};
}

Awaitable<ClientAnswer> post(Origin to, std::string path, std::string bearer, std::string body,
                             std::chrono::seconds limit) {
  boost::system::error_code failed;
  const auto into = [&failed] { return asio::redirect_error(asio::use_awaitable, failed); };
  const auto executor = co_await asio::this_coro::executor;
  asio::ip::tcp::resolver resolver(executor);
  const auto addresses = co_await resolver.async_resolve(to.host, to.port, into());
  if (failed) co_return ClientAnswer{};

  boost::beast::tcp_stream stream(executor);
  stream.expires_after(limit);
  co_await stream.async_connect(addresses, into());
  if (failed) co_return ClientAnswer{};
  const auto message = message_of(to, path, bearer, std::move(body));
  co_await bhttp::async_write(stream, message, into());
  if (failed) co_return ClientAnswer{};
  boost::beast::flat_buffer buffer;
  bhttp::response_parser<bhttp::string_body> parser;
  parser.body_limit(kAnswerBytes);
  co_await bhttp::async_read(stream, buffer, parser, into());
  if (failed) co_return ClientAnswer{};
  co_return ClientAnswer{static_cast<int>(parser.get().result_int()),
                         std::move(parser.get().body())};
}

}  // namespace sealcart::server::http
