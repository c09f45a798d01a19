#include "payd/journal.h"

#include "store/sql/stored_json.h"

namespace sealcart::server::payd {

Journal::Journal(const std::filesystem::path& file) : database_(file, migrations::payd()) {}

bool Journal::take_jti(const std::array<std::uint8_t, 16>& jti, const OrderId& order,
                       std::int64_t keep_until_ms) {
  database_.run(
      "INSERT INTO seen (jti, shop_order, keep_until_ms) VALUES ($1, $2, $3) "
      "ON CONFLICT (jti) DO NOTHING",
      jti, order, keep_until_ms);
  Rows row = database_.query("SELECT shop_order FROM seen WHERE jti = $1", jti);
  return row.next() && row.bytes<16>(0) == order.bytes;
}

void Journal::forget_jtis(Timestamp before) {
  database_.run("DELETE FROM seen WHERE keep_until_ms < $1", before.ms);
}

void Journal::begin(const Attempt& attempt) {
  database_.run(
      "INSERT INTO attempt (shop_order, fence, provider_key, state) "
      "VALUES ($1, $2, $3, 'claimed') ON CONFLICT (shop_order) DO UPDATE SET "
      "fence = excluded.fence, provider_key = excluded.provider_key, state = 'claimed', reported = "
      "0",
      attempt.order, attempt.fence, attempt.provider_key);
}

void Journal::finish(const Attempt& attempt) {
  const psp::Answer& answer = attempt.answer;
  database_.run(
      "UPDATE attempt SET state = $1, reference = $2, amount = $3, currency = $4, reason = $5, "
      "reported = 0 WHERE shop_order = $6 AND fence = $7",
      stored_name(answer.state), answer.reference, answer.amount_minor, answer.currency,
      answer.reason, attempt.order, attempt.fence);
}

void Journal::mark_reported(const Attempt& attempt) {
  database_.run(
      "UPDATE attempt SET reported = 1 WHERE shop_order = $1 AND fence = $2 AND state = $3",
      attempt.order, attempt.fence, stored_name(attempt.answer.state));
}

std::vector<Attempt> Journal::read(Rows rows) {
  std::vector<Attempt> found;
  while (rows.next()) {
    Attempt attempt;
    attempt.order.bytes = rows.bytes<16>(0);
    attempt.fence = rows.number(1);
    attempt.provider_key = rows.text(2);
    attempt.answer.state = from_stored_name<PaymentState>(rows.text(3));
    attempt.answer.reference = rows.text(4);
    attempt.answer.amount_minor = rows.number(5);
    attempt.answer.currency = rows.text(6);
    attempt.answer.reason = rows.text(7);
    found.push_back(std::move(attempt));
  }
  return found;
}

std::vector<Attempt> Journal::unreported() {
  return read(database_.query(
      "SELECT shop_order, fence, provider_key, state, reference, amount, currency, reason "
      "FROM attempt WHERE reported = 0 AND state <> 'claimed'"));
}

std::vector<Attempt> Journal::unknown() {
  return read(database_.query(
      "SELECT shop_order, fence, provider_key, state, reference, amount, currency, reason "
      "FROM attempt WHERE state = 'unknown' AND reported = 1"));
}

}  // namespace sealcart::server::payd
