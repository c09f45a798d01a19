#include "psp/simulator/simulator.h"

#include <algorithm>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>

namespace sealcart::server::psp {
namespace {

constexpr Scenario kUnknownCard{"", "", PaymentState::declined, "not a test card of the simulator"};
constexpr Scenario kExpiredCard{"", "", PaymentState::declined, "expired card"};

bool is_expired(const PaymentData& source, Timestamp now) {
  using namespace std::chrono;
  const year_month_day today(floor<days>(sys_time<milliseconds>(milliseconds(now.ms))));
  const auto months = [](int of_year, unsigned of_month) {
    return of_year * 12 + static_cast<int>(of_month);
  };
  return months(source.expiry_year, static_cast<unsigned>(source.expiry_month)) <
         months(static_cast<int>(today.year()), static_cast<unsigned>(today.month()));
}

Scenario scenario_of(const PaymentData& source, Timestamp now) {
  if (source.type == PaymentType::provider) {
    const auto* found = std::ranges::find(kScenarios, source.token, &Scenario::token);
    return source.token.empty() || found == kScenarios.end() ? kUnknownCard : *found;
  }
  std::string digits;
  std::ranges::copy_if(source.number, std::back_inserter(digits), [](char c) { return c != ' '; });
  const auto* found = std::ranges::find(kScenarios, digits, &Scenario::card);
  wipe(digits);
  if (found == kScenarios.end()) return kUnknownCard;
  return is_expired(source, now) ? kExpiredCard : *found;
}

}  // namespace

Simulator::Simulator(boost::asio::io_context& io, const std::filesystem::path& books, Clock clock)
    : io_(io), books_(books, migrations::simulator()), clock_(std::move(clock)) {}

std::optional<Answer> Simulator::booked(const std::string& key) {
  Rows row = books_.query(
      "SELECT state, reference, amount, currency, reason, known_from_ms FROM charge "
      "WHERE provider_key = $1",
      key);
  if (!row.next()) return std::nullopt;
  if (clock_().ms < row.number(5)) return Answer{};
  const bool captured = row.text(0) == "captured";
  return Answer{captured ? PaymentState::captured : PaymentState::declined,
                std::string(row.text(1)), row.number(2), std::string(row.text(3)),
                std::string(row.text(4))};
}

Answer Simulator::book(const Charge& charge, const Scenario& scenario) {
  const bool captured = scenario.state == PaymentState::captured;
  Answer answer{
      scenario.state, "SIM-" + hex(blake2b(charge.key)).substr(0, 16),
      captured ? std::max<std::int64_t>(charge.amount_minor - scenario.captured_less, 0) : 0,
      charge.currency, std::string(scenario.reason)};
  books_.run("INSERT INTO charge VALUES ($1, $2, $3, $4, $5, $6, $7)", charge.key, answer.reference,
             std::string_view(captured ? "captured" : "declined"), answer.amount_minor,
             answer.currency, answer.reason, clock_().ms + scenario.known_ms);
  return answer;
}

Awaitable<void> Simulator::pass(std::int64_t ms) {
  if (ms == 0) co_return;
  boost::system::error_code ignored;
  boost::asio::steady_timer timer(io_, std::chrono::milliseconds(ms));
  co_await timer.async_wait(boost::asio::redirect_error(boost::asio::use_awaitable, ignored));
}

Awaitable<Answer> Simulator::charge(Charge charge) {
  if (std::optional<Answer> before = booked(charge.key)) co_return *before;
  const Scenario scenario = scenario_of(*charge.source, clock_());
  Answer answer = book(charge, scenario);
  co_await pass(scenario.answer_ms);
  if (scenario.answer_lost) co_return Answer{};
  co_return answer;
}

Awaitable<Answer> Simulator::find(std::string key) {
  std::optional<Answer> answer = booked(key);
  if (answer) co_return *std::move(answer);
  // A provider that never heard of the key has charged nothing under it.
  co_return Answer{PaymentState::declined, {}, 0, {}, "the provider has no such charge"};
}

}  // namespace sealcart::server::psp
