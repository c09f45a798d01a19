#include "endpoint.h"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <thread>
#include <utility>

#include "api/routes.h"

namespace sealcart::sim {

using server::Awaitable;
using server::Outcome;
using server::Work;
using server::http::Request;
using server::http::Response;

namespace {

// The server's sign of life goes by the real clock; the simulation sends its own.
constexpr std::string_view kHeartbeat = ":\n\n";

Awaitable<void> run_stream(std::shared_ptr<Response> response, server::http::EventStream& stream) {
  co_await response->stream(stream);
}

}  // namespace

class Stream final : public server::http::EventStream {
 public:
  Stream(Endpoint& endpoint, std::int64_t number) : endpoint_(endpoint), number_(number) {}

  Awaitable<bool> write(std::string text) override {
    if (open_ && text != kHeartbeat) endpoint_.told_.push_back({number_, std::move(text)});
    co_return open_;
  }
  void close() { open_ = false; }

 private:
  Endpoint& endpoint_;
  std::int64_t number_;
  bool open_ = true;
};

Endpoint::Endpoint(const server::BackendConfig& config, std::int64_t first_stream)
    : busy_(io_.get_executor()),
      app_(io_, config, {"https://seal.test", "secret of the worker"},
           [this] { return Timestamp{now_ms_.load()}; }),
      last_stream_(first_stream) {
  server::api::add_store_routes(router_, app_);
  server::api::add_cart_routes(router_, app_);
  server::api::add_event_routes(router_, app_);
  server::api::add_order_routes(router_, app_);
}

std::vector<Answer> Endpoint::answer(std::vector<Request> requests) {
  answers_.assign(requests.size(), {});
  open_ = requests.size();
  const auto release = std::make_shared<std::atomic<bool>>(false);
  hold(release);
  for (std::size_t i = 0; i < requests.size(); ++i) start(std::move(requests[i]), i);
  io_.poll();
  *release = true;
  while (open_ > 0) io_.run_one();
  settle();
  return std::move(answers_);
}

Endpoint::~Endpoint() = default;

// Listeners of a cart are woken in the order of their addresses, which is no order to repeat.
std::vector<Told> Endpoint::take_told() {
  std::ranges::stable_sort(told_, {}, &Told::stream);
  return std::exchange(told_, {});
}

void Endpoint::close_stream(std::int64_t stream) {
  if (const auto found = streams_.find(stream); found != streams_.end()) found->second->close();
}

void Endpoint::start(Request request, std::size_t place) {
  boost::asio::co_spawn(io_, router_.route(std::move(request)),
                        [this, place](const std::exception_ptr& failed, Response response) {
                          if (failed) std::rethrow_exception(failed);
                          --open_;
                          answers_[place].response = std::move(response);
                          if (answers_[place].response.stream) follow(answers_[place]);
                        });
}

void Endpoint::follow(Answer& answer) {
  answer.stream = ++last_stream_;
  auto& stream = *(streams_[answer.stream] = std::make_unique<Stream>(*this, answer.stream));
  auto kept = std::make_shared<Response>(answer.response);
  boost::asio::co_spawn(io_, run_stream(std::move(kept), stream), boost::asio::detached);
}

void Endpoint::hold(const Flag& release) {
  const auto held = std::make_shared<std::atomic<bool>>(false);
  boost::asio::co_spawn(io_, wait_on_storage(held, release), boost::asio::detached);
  while (!*held) {
    io_.poll();
    std::this_thread::yield();
  }
}

Awaitable<void> Endpoint::wait_on_storage(Flag held, Flag release) {
  std::function<Outcome<bool>(Work&)> gate = [held, release](Work&) -> Outcome<bool> {
    *held = true;
    while (!*release) std::this_thread::yield();
    return true;
  };
  co_await app_.run<bool>(std::move(gate));
}

// A stream takes a turn of the storage thread for each part of the log; two turns in which none
// wrote are the end.
void Endpoint::settle() {
  for (int quiet = 0; quiet < 2; ++quiet) {
    const std::size_t before = told_.size();
    pass_storage();
    if (told_.size() != before) quiet = -1;
  }
}

void Endpoint::pass_storage() {
  const auto release = std::make_shared<std::atomic<bool>>(true);
  bool passed = false;
  boost::asio::co_spawn(io_, wait_on_storage(std::make_shared<std::atomic<bool>>(false), release),
                        [&passed](const std::exception_ptr&) { passed = true; });
  while (!passed) io_.run_one();
  io_.poll();
}

}  // namespace sealcart::sim
