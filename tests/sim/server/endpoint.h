// The endpoint without sockets and without time of its own: the real routes, services and storage
// thread, given requests and a clock by the simulation. One at a time and everything each brings
// about is awaited, so the same requests give the same answers in the same order.
#pragma once

#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "api/app.h"
#include "http/router.h"

namespace sealcart::sim {

// What an event stream wrote.
struct Told {
  std::int64_t stream = 0;
  std::string text;
};

struct Answer {
  server::http::Response response;
  std::int64_t stream = 0;  // it is an event stream, of this number; 0: none
};

class Stream;

class Endpoint {
 public:
  Endpoint(const server::BackendConfig& config, std::int64_t first_stream);
  ~Endpoint();

  void set_time(std::int64_t ms) { now_ms_ = ms; }
  // All of them in one transaction of the storage thread, in this order.
  std::vector<Answer> answer(std::vector<server::http::Request> requests);
  // What the streams wrote since the last time, by their numbers.
  std::vector<Told> take_told();
  void close_stream(std::int64_t stream);

 private:
  friend class Stream;
  using Flag = std::shared_ptr<std::atomic<bool>>;

  void start(server::http::Request request, std::size_t place);
  void follow(Answer& answer);
  // Keeps the storage thread busy until `release` is set, so that requests queue up behind it.
  void hold(const Flag& release);
  server::Awaitable<void> wait_on_storage(Flag held, Flag release);
  void settle();
  void pass_storage();

  std::atomic<std::int64_t> now_ms_{0};
  boost::asio::io_context io_{1};
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> busy_;
  server::api::App app_;
  server::http::Router router_;
  std::map<std::int64_t, std::unique_ptr<Stream>> streams_;
  std::vector<Told> told_;
  std::vector<Answer> answers_;
  std::size_t open_ = 0;  // requests without an answer
  std::int64_t last_stream_ = 0;
};

}  // namespace sealcart::sim
