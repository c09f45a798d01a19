// One connection: reads requests one after the other, within the limits, and writes the answers.
#pragma once

#include <boost/beast/core/flat_buffer.hpp>
#include <memory>
#include <optional>

#include "http/connections.h"
#include "http/server.h"
#include "http/wire.h"

namespace sealcart::server::http {

class Session {
 public:
  Session(Server& server, boost::asio::ip::tcp::socket socket, const Site& site);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  // False: there is no place for this connection.
  bool admitted() const { return seat_.taken(); }
  static Awaitable<void> run(std::shared_ptr<Session> self);
  void close_if_idle();
  void close_if_late(Wire::Clock::time_point now) { wire_.close_if_late(now); }

 private:
  // What was read of a request: itself, or why it is refused, or neither: nobody is there.
  struct Received {
    std::optional<Request> request;
    std::optional<Response> refusal;
    bool head_only = false;
    bool keep_alive = false;
  };

  Awaitable<void> serve();
  Awaitable<bool> wait_for_request();
  // Reads and answers one request; false: the connection is done.
  Awaitable<bool> serve_one(bool last);
  Awaitable<Received> read();
  Awaitable<bool> read_more();
  // The bytes of a complete head, or why there is none; its status is 0 when nobody is there.
  Awaitable<std::size_t> read_head(Response& refusal);
  Awaitable<bool> read_body(class RequestParser& parser, boost::system::error_code& failed);
  Awaitable<Response> answer_to(Request request);
  Awaitable<bool> write(const Response& response, bool head_only, bool keep_alive);
  Awaitable<void> write_stream(Response response, std::optional<Address> client);
  // Reads on for a moment after the last answer: closing on unread bytes would reset the connection
  // and take the answer with it.
  Awaitable<void> linger();

  Server& server_;
  Address peer_;
  Wire wire_;
  const Site& site_;
  Connections::Seat seat_;
  boost::beast::flat_buffer buffer_;
  Wire::Clock::time_point began_;  // of the request
  bool idle_ = true;
};

}  // namespace sealcart::server::http
