#include "http/session.h"

#include <algorithm>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "base/log.h"
#include "http/head_scanner.h"
#include "http/limits.h"
#include "http/problem.h"
#include "http/request_of.h"
#include "http/response_head.h"

namespace sealcart::server::http {

class RequestParser : public boost::beast::http::request_parser<boost::beast::http::string_body> {};

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace bhttp = boost::beast::http;
using Clock = Wire::Clock;
using std::chrono::seconds;

constexpr std::size_t kReadBytes = 4096;

Address peer_of(const asio::ip::tcp::socket& socket) {
  boost::system::error_code gone;
  return address_of(socket.remote_endpoint(gone).address());
}

// Of every field of that name, in order: a proxy may add its own after one the client made up.
std::string forwarded_for(const Request& request) {
  std::string list;
  for (const auto& [name, value] : request.headers) {
    if (name == "x-forwarded-for") list += list.empty() ? value : "," + value;
  }
  return list;
}

Response not_http() { return http_problem(400, "not a valid HTTP/1.1 request", "see RFC 9112"); }

Response too_many_fields() {
  return http_problem(431, "too many header fields", "send at most 64, of 16 KiB together");
}

// What is wrong with a body; nothing when the peer is gone and no answer would arrive.
std::optional<Response> refusal_of_body(const boost::system::error_code& failed,
                                        const BeastRequest& message) {
  if (!failed) return std::nullopt;
  if (failed == bhttp::error::body_limit) return too_large(message);
  return not_http();
}

seconds at_rate(std::size_t bytes, std::size_t per_second) {
  return seconds(static_cast<std::int64_t>(bytes / per_second));
}

class WireEventStream final : public EventStream {
 public:
  WireEventStream(Wire& wire, std::int64_t& slow_readers)
      : wire_(wire), slow_readers_(slow_readers) {}

  // A reader that takes nothing for kWriteTime is given up: nothing piles up for it but what the
  // kernel holds, which is bounded.
  Awaitable<bool> write(std::string text) override {
    const auto limit = Clock::now() + kWriteTime;
    wire_.expires_at(limit);
    const bool written = co_await wire_.write(text);
    if (!written && Clock::now() >= limit) ++slow_readers_;
    wire_.expires_never();
    co_return written;
  }

 private:
  Wire& wire_;
  std::int64_t& slow_readers_;
};

}  // namespace

Session::Session(Server& server, asio::ip::tcp::socket socket, const Site& site)
    : server_(server),
      peer_(peer_of(socket)),
      wire_(std::move(socket), site.tls.get()),
      site_(site),
      seat_(server.connections_, server.proxies_.client_of(peer_, ""), [this] { wire_.close(); }),
      buffer_(kHeaderBytes + kBodyBytes) {
  server_.sessions_.insert(this);
}

Session::~Session() { server_.session_ended(this); }

void Session::close_if_idle() {
  if (idle_) wire_.close();
}

Awaitable<void> Session::run(std::shared_ptr<Session> self) {
  try {
    co_await self->serve();
  } catch (const std::exception& error) {
    log(Level::error, "connection_failed", {{"what", error.what()}});
  }
}

Awaitable<void> Session::serve() {
  seat_.wait();
  if (!co_await wire_.shake_hands(kHeaderTime)) co_return;
  for (int served = 1; served <= kRequestsPerConnection; ++served) {
    seat_.wait();
    if (!co_await wait_for_request()) co_return;
    idle_ = false;
    if (!co_await serve_one(served == kRequestsPerConnection)) break;
    idle_ = true;
    if (server_.stopping()) break;
  }
  co_await linger();
}

Awaitable<void> Session::linger() {
  seat_.wait();
  wire_.expires_at(Clock::now() + kLingerTime);
  co_await wire_.end();
  boost::system::error_code gone;
  for (std::size_t read = 0; !gone && read < kBodyBytes * 4;) {
    buffer_.clear();
    read += co_await wire_.read_some(buffer_.prepare(kReadBytes), gone);
  }
}

Awaitable<bool> Session::read_more() {
  boost::system::error_code failed;
  const std::size_t room = std::min(buffer_.max_size() - buffer_.size(), kReadBytes);
  const auto place = buffer_.prepare(room);
  const std::size_t read = co_await wire_.read_some(place, failed);
  buffer_.commit(read);
  co_return !failed;
}

Awaitable<bool> Session::wait_for_request() {
  began_ = Clock::now();
  if (buffer_.size() > 0) co_return true;  // pipelined
  wire_.expires_at(began_ + kIdleTime);
  const bool there = co_await read_more();
  began_ = Clock::now();
  co_return there;
}

Awaitable<bool> Session::serve_one(bool last) {
  Received received = co_await read();
  seat_.work();
  if (received.refusal) {
    co_await write(*received.refusal, received.head_only, false);
    co_return false;
  }
  if (!received.request) co_return false;
  received.request->client = server_.proxies_.client_of(peer_, forwarded_for(*received.request));
  const std::optional<Address> client = received.request->client;
  Response response = co_await answer_to(*std::move(received.request));
  if (response.stream) {
    co_await write_stream(std::move(response), client);
    co_return false;
  }
  const bool keep_alive = received.keep_alive && !last && !server_.draining();
  co_return co_await write(response, received.head_only, keep_alive);
}

Awaitable<std::size_t> Session::read_head(Response& refusal) {
  wire_.expires_at(began_ + kHeaderTime);
  // One empty line before the request is passed over (RFC 9112, 2.2).
  while (buffer_.size() < 2) {
    if (!co_await read_more()) co_return 0;
  }
  if (std::string_view(static_cast<const char*>(buffer_.data().data()), 2) == "\r\n") {
    buffer_.consume(2);
  }
  HeadScanner scanner;
  while (true) {
    const auto seen = buffer_.data();
    switch (scanner.scan({static_cast<const char*>(seen.data()), seen.size()})) {
      case HeadScanner::State::complete:
        co_return scanner.size();
      case HeadScanner::State::malformed:
        refusal = not_http();
        co_return 0;
      case HeadScanner::State::too_large:
      case HeadScanner::State::too_many:
        refusal = too_many_fields();
        co_return 0;
      case HeadScanner::State::more:
        if (!co_await read_more()) co_return 0;
    }
  }
}

// Moves the deadline on with what arrived: a body comes at kBytesPerSecond or it does not come.
Awaitable<bool> Session::read_body(RequestParser& parser, boost::system::error_code& failed) {
  const auto start = Clock::now();
  std::size_t arrived = buffer_.size();
  while (!parser.is_done()) {
    const std::size_t used = buffer_.size() > 0 ? parser.put(buffer_.data(), failed) : 0;
    buffer_.consume(used);
    if (failed && failed != bhttp::error::need_more) co_return false;
    failed = {};
    if (parser.is_done()) break;
    if (used > 0 && buffer_.size() > 0) continue;
    if (buffer_.size() >= kReadBytes) {  // no size of a chunk is that long
      failed = bhttp::error::bad_chunk_extension;
      co_return false;
    }
    const seconds allowed = kStallTime + at_rate(arrived, kBytesPerSecond);
    wire_.expires_at(std::min(start + std::min(allowed, kBodyTime), began_ + kRequestTime));
    const std::size_t before = buffer_.size();
    if (!co_await read_more()) co_return false;
    arrived += buffer_.size() - before;
  }
  co_return true;
}

Awaitable<Session::Received> Session::read() {
  Received received;
  Response refusal;
  refusal.status = 0;
  const std::size_t head = co_await read_head(refusal);
  if (head == 0) {
    if (refusal.status != 0) received.refusal = std::move(refusal);
    co_return received;
  }
  RequestParser parser;
  parser.header_limit(kHeaderBytes);
  parser.body_limit(kBodyBytes);
  parser.eager(false);
  boost::system::error_code failed;
  buffer_.consume(parser.put(asio::buffer(buffer_.data().data(), head), failed));
  if (failed || !parser.is_header_done()) {
    received.refusal = failed == bhttp::error::body_limit ? too_large(parser.get()) : not_http();
    co_return received;
  }
  received.head_only = parser.get().method() == bhttp::verb::head;
  received.keep_alive = parser.get().version() >= 11 && parser.get().keep_alive();
  received.refusal = refusal_of_header(parser.get());
  if (received.refusal) co_return received;
  if (!parser.is_done() && parser.get().count(bhttp::field::expect) > 0) {
    if (!co_await wire_.write("HTTP/1.1 100 Continue\r\n\r\n")) co_return received;
  }
  const auto fields = std::distance(parser.get().begin(), parser.get().end());
  parser.eager(true);
  if (!co_await read_body(parser, failed)) {
    received.refusal = refusal_of_body(failed, parser.get());
    co_return received;
  }
  // Trailers would become fields nobody looked at.
  if (std::distance(parser.get().begin(), parser.get().end()) != fields) {
    received.refusal = http_problem(400, "trailer fields", "send every field before the body");
    co_return received;
  }
  if (buffer_.size() == 0 && buffer_.capacity() > kReadBytes) buffer_.shrink_to_fit();
  received.request = request_of(parser.release());
  if (!received.request) {
    received.refusal = http_problem(400, "not a valid request target", "see RFC 9112, 3.2.1");
  }
  co_return received;
}

Awaitable<Response> Session::answer_to(Request request) {
  wire_.expires_never();
  try {
    co_return co_await site_.handler(std::move(request));
  } catch (const std::exception& error) {
    log(Level::error, "handler_failed", {{"what", error.what()}});
  }
  co_return problem(ErrorCode::internal);
}

Awaitable<bool> Session::write(const Response& response, bool head_only, bool keep_alive) {
  const std::string_view content = response.content();
  const bool bodiless = response.status == 204 || response.status == 304;
  const std::string head =
      response_head(response, site_,
                    {.keep_alive = keep_alive, .has_length = !bodiless, .length = content.size()});
  const seconds more = at_rate(content.size(), kAnswerBytesPerSecond);
  wire_.expires_at(std::min(Clock::now() + kWriteTime, began_ + kRequestTime) + more);
  const std::string_view body = head_only || bodiless ? std::string_view() : content;
  co_return co_await wire_.write(head, body) && keep_alive;
}

Awaitable<void> Session::write_stream(Response response, std::optional<Address> client) {
  if (!seat_.become_stream(client)) {
    co_await write(problem(ErrorCode::unavailable), false, false);
    co_return;
  }
  wire_.bound_send_buffer(kStreamSendBytes);
  buffer_.shrink_to_fit();
  // The stream ends with the connection.
  const std::string head = response_head(response, site_, {});
  WireEventStream events(wire_, server_.slow_readers_);
  if (co_await events.write(head)) co_await response.stream(events);
}

}  // namespace sealcart::server::http
