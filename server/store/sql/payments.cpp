#include "store/sql/sql_storage.h"
#include "store/sql/stored_json.h"

namespace sealcart::server {

void SqlStorage::insert_payment(const PaymentRecord& payment) {
  shop_.send("INSERT INTO payment (shop_order, state, jti, lease_until_ms) VALUES ($1, $2, $3, $4)",
             payment.order, stored_name(payment.state), payment.jti, payment.lease_until.ms);
}

std::optional<PaymentRecord> SqlStorage::payment(const OrderId& order) {
  Rows row = shop_.query(
      "SELECT state, jti, fence, lease_until_ms, reference, captured, currency FROM payment "
      "WHERE shop_order = $1",
      order);
  if (!row.next()) return std::nullopt;
  PaymentRecord payment;
  payment.order = order;
  payment.state = from_stored_name<PaymentState>(row.text(0));
  payment.jti = row.bytes<16>(1);
  payment.fence = row.number(2);
  payment.lease_until.ms = row.number(3);
  payment.reference = row.text(4);
  if (!row.null(5)) payment.captured = row.number(5);
  payment.currency = row.text(6);
  return payment;
}

bool SqlStorage::jti_used(const std::array<std::uint8_t, 16>& jti) {
  return shop_.query("SELECT 1 FROM payment WHERE jti = $1", jti).next();
}

std::optional<OrderId> SqlStorage::claimable(Timestamp now) {
  Rows row = shop_.query(
      "SELECT shop_order FROM payment WHERE state IN ('created', 'claimed') "
      "AND lease_until_ms <= $1 ORDER BY lease_until_ms LIMIT 1 /*pg FOR UPDATE SKIP LOCKED*/",
      now.ms);
  if (!row.next()) return std::nullopt;
  return OrderId{row.bytes<16>(0)};
}

bool SqlStorage::update_payment(const PaymentRecord& payment, PaymentState from_state,
                                std::int64_t from_fence) {
  const std::int64_t changed = shop_.run(
      "UPDATE payment SET state = $1, fence = $2, lease_until_ms = $3, reference = $4, "
      "currency = $5 WHERE shop_order = $6 AND state = $7 AND fence = $8",
      stored_name(payment.state), payment.fence, payment.lease_until.ms, payment.reference,
      payment.currency, payment.order, stored_name(from_state), from_fence);
  if (changed != 1) return false;
  if (payment.captured) {
    shop_.send("UPDATE payment SET captured = $1 WHERE shop_order = $2", *payment.captured,
               payment.order);
  }
  return true;
}

void SqlStorage::put_token(const OrderId& order, std::string_view token) {
  tokens_.send(
      "INSERT INTO token (shop_order, body) VALUES ($1, $2) "
      "ON CONFLICT (shop_order) DO UPDATE SET body = excluded.body",
      order, token);
}

std::optional<std::string> SqlStorage::token(const OrderId& order) {
  Rows row = tokens_.query("SELECT body FROM token WHERE shop_order = $1", order);
  if (!row.next()) return std::nullopt;
  return std::string(row.text(0));
}

void SqlStorage::delete_token(const OrderId& order) {
  tokens_.send("DELETE FROM token WHERE shop_order = $1", order);
}

std::vector<OrderId> SqlStorage::orders_with_token() {
  Rows row = tokens_.query("SELECT shop_order FROM token");
  std::vector<OrderId> orders;
  while (row.next()) orders.push_back({row.bytes<16>(0)});
  return orders;
}

}  // namespace sealcart::server
