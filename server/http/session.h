// One connection: reads requests one after the other, within the limits, and writes the answers.
#pragma once

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <chrono>
#include <memory>

#include "http/server.h"

namespace sealcart::server::http {

class Session {
 public:
  Session(Server& server, boost::asio::ip::tcp::socket socket, const Site& site);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  static Awaitable<void> run(std::shared_ptr<Session> self);
  void close_if_idle();

 private:
  using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
  struct Answer {
    Response response;
    bool head_only = false;
    bool keep_alive = false;
  };

  Awaitable<void> serve();
  Awaitable<bool> wait_for_request();
  // Reads and answers one request; false: the connection is done.
  Awaitable<bool> serve_one(bool last);
  Awaitable<bool> read(Parser& parser, Response& refused);
  Awaitable<Response> answer_to(Parser& parser);
  Awaitable<bool> write(Answer answer, unsigned version);
  Awaitable<bool> write_stream(Response response);
  // Reads on for a moment after the last answer: closing on unread bytes would reset the connection
  // and take the answer with it.
  Awaitable<void> linger();

  Server& server_;
  boost::beast::tcp_stream stream_;
  const Site& site_;
  boost::beast::flat_buffer buffer_;
  bool idle_ = true;
};

}  // namespace sealcart::server::http
