#include "replay/endpoint.h"

#include <algorithm>
#include <boost/asio/connect.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <cstdio>
#include <random>

#include "sealcart/sync.h"
#include "sealcart/wire.h"

namespace sealcart::replay {
namespace {

namespace beast = boost::beast;
namespace http = beast::http;
using tcp = boost::asio::ip::tcp;

struct Answer {
  unsigned status = 0;
  std::string body;
};

// One connection, opened anew when the server has closed it.
class Client {
 public:
  Client(std::string host, std::string port) : host_(std::move(host)), port_(std::move(port)) {}

  Answer call(http::verb verb, const std::string& target, const std::string& body,
              const std::string& capability) {
    http::request<http::string_body> request{verb, target, 11};
    request.set(http::field::host, host_);
    request.set(http::field::authorization, "Bearer " + capability);
    if (!body.empty()) request.set(http::field::content_type, "application/json");
    request.body() = body;
    request.prepare_payload();
    if (!stream_.socket().is_open()) connect();
    http::write(stream_, request);
    http::response_parser<http::string_body> parser;
    parser.body_limit(limits::kStateJsonBytes);
    http::read(stream_, buffer_, parser);
    if (!parser.keep_alive()) stream_.socket().close();
    return {parser.get().result_int(), std::move(parser.get().body())};
  }

 private:
  void connect() {
    tcp::resolver resolver(context_);
    buffer_.clear();
    stream_.connect(resolver.resolve(host_, port_));
    stream_.socket().set_option(tcp::no_delay(true));
  }

  std::string host_;
  std::string port_;
  boost::asio::io_context context_;
  beast::tcp_stream stream_{context_};
  beast::flat_buffer buffer_;
};

std::string random_capability() {
  static constexpr char kAlphabet[] =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::random_device device;
  std::string text;
  // 43 characters of base64url stand for 32 bytes; the last one carries four bits.
  for (int i = 0; i < 42; ++i) text += kAlphabet[device() % 64];
  return text + kAlphabet[(device() % 16) * 4];
}

bool send(Client& client, const Outcome& outcome, EndpointResult& result) {
  const std::string capability = random_capability();
  const CartId cart = outcome.ops.front().cart;
  const std::string path = "/v1/carts/" + to_hex(cart.bytes);
  const auto expect = [&](const Answer& answer, unsigned status) {
    if (answer.status == status) return true;
    result.error = outcome.invoice + ": " + std::to_string(answer.status) + " " + answer.body;
    return false;
  };
  std::string body;
  write_json(body, CartRequest{"replay", cart, "GBP"});
  if (!expect(client.call(http::verb::post, "/v1/carts", body, capability), 201)) return false;
  for (std::size_t from = 0; from < outcome.ops.size();) {
    OpBatch batch{static_cast<std::int64_t>(from), {}};
    // A request is at most limits::kJsonBytes; an operation of a replay is under 250 bytes.
    const std::size_t to = std::min(outcome.ops.size(), from + 200);
    batch.ops.assign(outcome.ops.begin() + static_cast<std::ptrdiff_t>(from),
                     outcome.ops.begin() + static_cast<std::ptrdiff_t>(to));
    body.clear();
    write_json(body, batch);
    if (!expect(client.call(http::verb::post, path + "/ops", body, capability), 200)) return false;
    from = to;
  }
  const Answer snapshot = client.call(http::verb::get, path, "", capability);
  if (!expect(snapshot, 200)) return false;
  ++result.compared;
  if (snapshot.body != outcome.snapshot) ++result.different;
  return true;
}

}  // namespace

EndpointResult replay_endpoint(const std::string& url, const std::vector<Outcome>& outcomes) {
  EndpointResult result;
  std::string_view rest = url;
  if (rest.starts_with("http://")) rest.remove_prefix(7);
  while (rest.ends_with('/')) rest.remove_suffix(1);
  const std::size_t colon = rest.rfind(':');
  if (colon == rest.npos) {
    result.error = "give the endpoint as http://host:port";
    return result;
  }
  Client client(std::string(rest.substr(0, colon)), std::string(rest.substr(colon + 1)));
  try {
    for (const Outcome& outcome : outcomes) {
      if (outcome.refused.empty() && !send(client, outcome, result)) return result;
    }
  } catch (const boost::system::system_error& problem) {
    result.error = problem.what();
  }
  return result;
}

}  // namespace sealcart::replay
