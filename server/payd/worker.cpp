#include "payd/worker.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "base/log.h"
#include "sealcart/wire.h"
#include "store/sql/stored_json.h"

namespace sealcart::server::payd {
namespace {

namespace asio = boost::asio;

constexpr std::chrono::seconds kClaimTime{15};  // longer than the endpoint's long poll
constexpr std::chrono::seconds kReportTime{5};
constexpr std::chrono::milliseconds kRetryRest{1'000};
constexpr std::chrono::milliseconds kChoresRest{2'000};

void failed(const std::exception_ptr& error) {
  if (error) std::rethrow_exception(error);
}

PaymentResult result_of(const Attempt& attempt) {
  const psp::Answer& answer = attempt.answer;
  return {attempt.order,       attempt.fence,   answer.state, answer.reference,
          answer.amount_minor, answer.currency, answer.reason};
}

}  // namespace

Worker::Worker(asio::io_context& io, Endpoint endpoint, Keyring& keys, Journal& journal,
               Cashier& cashier, Clock clock)
    : io_(io),
      endpoint_(std::move(endpoint)),
      keys_(keys),
      journal_(journal),
      cashier_(cashier),
      clock_(std::move(clock)) {}

void Worker::start(int hands) {
  for (int i = 0; i < hands; ++i) asio::co_spawn(io_, pay_loop(), failed);
  asio::co_spawn(io_, chores_loop(), failed);
}

void Worker::stop() {
  stopping_ = true;
  stop_when_idle();
}

// A claim that is just being answered is lost with it; its lease ends and it is made again.
void Worker::stop_when_idle() {
  if (stopping_ && paying_ == 0) io_.stop();
}

Awaitable<void> Worker::rest(std::chrono::milliseconds time) {
  boost::system::error_code ignored;
  asio::steady_timer timer(io_, time);
  co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
}

Awaitable<void> Worker::pay_loop() {
  while (!stopping_) {
    std::optional<PaymentClaim> claimed = co_await claim();
    if (!claimed) continue;
    ++paying_;
    const Attempt attempt = co_await cashier_.pay(*std::move(claimed));
    co_await report(attempt);
    --paying_;
    stop_when_idle();
  }
}

Awaitable<std::optional<PaymentClaim>> Worker::claim() {
  const http::ClientAnswer answer =
      co_await http::post(endpoint_.origin, "/v1/worker/claim", endpoint_.secret, "{}", kClaimTime);
  if (answer.status == 204) co_return std::nullopt;
  if (answer.status == 200) {
    Result<PaymentClaim> claimed = read_json<PaymentClaim>(answer.body);
    if (claimed) co_return *std::move(claimed);
    log(Level::error, "claim_invalid", {{"code", error_name(claimed.error().code)}});
  } else {
    log(Level::warning, "endpoint_away", {{"status", answer.status}});
  }
  co_await rest(kRetryRest);
  co_return std::nullopt;
}

Awaitable<void> Worker::report(Attempt attempt) {
  std::string body;
  write_json(body, result_of(attempt));
  const http::ClientAnswer answer = co_await http::post(
      endpoint_.origin, "/v1/worker/result", endpoint_.secret, std::move(body), kReportTime);
  log(Level::info, "payment",
      {{"order", to_hex(attempt.order.bytes)},
       {"state", stored_name(attempt.answer.state)},
       {"reported", answer.status}});
  // Refused: the claim was given to another worker meanwhile; the provider charges once all the
  // same.
  const bool settled = answer.status == 200 || (answer.status >= 400 && answer.status < 500);
  if (settled) journal_.mark_reported(attempt);
}

Awaitable<void> Worker::chores_loop() {
  while (!stopping_) {
    co_await chores();
    co_await rest(kChoresRest);
  }
}

Awaitable<void> Worker::chores() {
  keys_.tend(clock_());
  journal_.forget_jtis(clock_());
  for (Attempt& attempt : journal_.unknown()) {
    const Attempt asked = co_await cashier_.ask_again(std::move(attempt));
    if (asked.answer.state != PaymentState::unknown) co_await report(asked);
  }
  for (const Attempt& attempt : journal_.unreported()) co_await report(attempt);
}

}  // namespace sealcart::server::payd
