#include "http/session.h"

#include <array>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>

#include "base/log.h"
#include "http/limits.h"
#include "http/problem.h"
#include "http/request_of.h"
#include "http/response_head.h"

namespace sealcart::server::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace bhttp = boost::beast::http;

auto into(boost::system::error_code& failed) {
  return asio::redirect_error(asio::use_awaitable, failed);
}

// What is wrong with the bytes received; nothing when the peer is gone and no answer would arrive.
std::optional<Response> refusal_of(const boost::system::error_code& failed,
                                   const BeastRequest& message) {
  if (failed == bhttp::error::body_limit) return too_large(message);
  if (failed == bhttp::error::header_limit) {
    return http_problem(431, "the header fields are too large", "send less than 16 KiB of them");
  }
  if (failed.category() == bhttp::make_error_code(bhttp::error::bad_target).category() &&
      failed != bhttp::error::end_of_stream && failed != bhttp::error::partial_message) {
    return http_problem(400, "not a valid HTTP/1.1 request", "see RFC 9112");
  }
  return std::nullopt;
}

class TcpEventStream final : public EventStream {
 public:
  explicit TcpEventStream(beast::tcp_stream& stream) : stream_(stream) {}

  Awaitable<bool> write(std::string text) override {
    boost::system::error_code failed;
    stream_.expires_after(kWriteTime);
    co_await asio::async_write(stream_, asio::buffer(text), into(failed));
    stream_.expires_never();
    co_return !failed;
  }

 private:
  beast::tcp_stream& stream_;
};

}  // namespace

Session::Session(Server& server, asio::ip::tcp::socket socket, const Site& site)
    : server_(server), stream_(std::move(socket)), site_(site), buffer_(kHeaderBytes + kBodyBytes) {
  boost::system::error_code ignored;
  stream_.socket().set_option(asio::ip::tcp::no_delay(true), ignored);
  server_.sessions_.insert(this);
}

Session::~Session() { server_.session_ended(this); }

void Session::close_if_idle() {
  if (idle_) stream_.close();
}

Awaitable<void> Session::run(std::shared_ptr<Session> self) {
  try {
    co_await self->serve();
  } catch (const std::exception& error) {
    log(Level::error, "connection_failed", {{"what", error.what()}});
  }
}

Awaitable<void> Session::serve() {
  for (int served = 1; served <= kRequestsPerConnection; ++served) {
    if (!co_await wait_for_request()) co_return;
    idle_ = false;
    if (!co_await serve_one(served == kRequestsPerConnection || server_.stopping())) break;
    idle_ = true;
    if (server_.stopping()) break;
  }
  co_await linger();
}

Awaitable<void> Session::linger() {
  boost::system::error_code gone;
  stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, gone);
  stream_.expires_after(kLingerTime);
  for (std::size_t read = 0; !gone && read < kBodyBytes * 4;) {
    buffer_.clear();
    read += co_await stream_.async_read_some(buffer_.prepare(4096), into(gone));
  }
}

Awaitable<bool> Session::wait_for_request() {
  if (buffer_.size() > 0) co_return true;  // pipelined
  boost::system::error_code failed;
  stream_.expires_after(kIdleTime);
  const std::size_t read = co_await stream_.async_read_some(buffer_.prepare(4096), into(failed));
  buffer_.commit(read);
  co_return !failed;
}

Awaitable<bool> Session::serve_one(bool last) {
  Parser parser;
  parser.header_limit(kHeaderBytes);
  parser.body_limit(kBodyBytes);
  Response response;
  const bool understood = co_await read(parser, response);
  if (!understood && response.status == 0) co_return false;
  // Read before the handler takes the message apart.
  const bool head_only = parser.get().method() == bhttp::verb::head;
  const bool keep_alive = understood && !last && parser.get().keep_alive();
  const unsigned version = parser.get().version();
  if (understood) response = co_await answer_to(parser);
  if (response.stream) co_return co_await write_stream(std::move(response));
  Answer answer{std::move(response), head_only, keep_alive && !server_.stopping()};
  co_return co_await write(std::move(answer), version);
}

// On refusal `refused` is the answer; its status is 0 when nobody is there to read one.
Awaitable<bool> Session::read(Parser& parser, Response& refused) {
  boost::system::error_code failed;
  stream_.expires_after(kHeaderTime);
  co_await bhttp::async_read_header(stream_, buffer_, parser, into(failed));
  const auto refuse = [&](std::optional<Response> response) {
    if (response)
      refused = *std::move(response);
    else
      refused.status = 0;
    return false;
  };
  if (!failed) {
    if (auto response = refusal_of_header(parser.get())) co_return refuse(std::move(response));
    stream_.expires_after(kBodyTime);
    if (beast::iequals(parser.get()[bhttp::field::expect], "100-continue")) {
      co_await asio::async_write(stream_, asio::buffer("HTTP/1.1 100 Continue\r\n\r\n", 25),
                                 into(failed));
    }
    co_await bhttp::async_read(stream_, buffer_, parser, into(failed));
  }
  if (failed) co_return refuse(refusal_of(failed, parser.get()));
  co_return true;
}

Awaitable<Response> Session::answer_to(Parser& parser) {
  stream_.expires_never();
  std::optional<Request> request = request_of(parser.release());
  if (!request) co_return http_problem(400, "not a valid request target", "see RFC 9112, 3.2.1");
  try {
    co_return co_await site_.handler(*std::move(request));
  } catch (const std::exception& error) {
    log(Level::error, "handler_failed", {{"what", error.what()}});
  }
  co_return problem(ErrorCode::internal);
}

Awaitable<bool> Session::write(Answer answer, unsigned version) {
  const std::string_view content = answer.response.content();
  const bool bodiless = answer.response.status == 204 || answer.response.status == 304;
  const std::string head = response_head(answer.response, site_,
                                         {.version = version,
                                          .keep_alive = answer.keep_alive,
                                          .has_length = !bodiless,
                                          .length = content.size()});
  const bool sends_content = !answer.head_only && !bodiless;
  const std::array<asio::const_buffer, 2> parts{
      asio::buffer(head), asio::buffer(content.data(), sends_content ? content.size() : 0)};
  boost::system::error_code failed;
  stream_.expires_after(kWriteTime);
  co_await asio::async_write(stream_, parts, into(failed));
  co_return !failed && answer.keep_alive;
}

// The stream ends with the connection.
Awaitable<bool> Session::write_stream(Response response) {
  const std::string head = response_head(response, site_, {});
  boost::system::error_code failed;
  stream_.expires_after(kWriteTime);
  co_await asio::async_write(stream_, asio::buffer(head), into(failed));
  if (failed) co_return false;
  TcpEventStream events(stream_);
  co_await response.stream(events);
  co_return false;
}

}  // namespace sealcart::server::http
