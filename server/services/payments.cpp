#include "services/payments.h"

#include <map>
#include <utility>

#include "base/log.h"
#include "services/carts.h"
#include "services/orders.h"

namespace sealcart::server {
namespace {

bool needs_token(PaymentState state) {
  return state == PaymentState::created || state == PaymentState::claimed;
}

bool is_open(PaymentState state) {
  return state == PaymentState::claimed || state == PaymentState::unknown;
}

// Captured is what was ordered, to the minor unit, or a person looks at it.
PaymentState judged(const PaymentResult& result, const Order& order) {
  const bool agrees = result.amount == order.grand_total && result.currency == order.currency;
  return result.state == PaymentState::captured && !agrees ? PaymentState::review : result.state;
}

// In sorted order, so that two orders never wait for each other's rows.
void for_counted_lines(Work& work, const OrderRecord& record,
                       void (Storage::*change)(std::string_view, std::string_view, std::int64_t)) {
  std::map<std::string_view, std::int64_t> units;
  for (const OrderedLine& line : record.lines) {
    if (line.counted) units[line.sku] += line.quantity;
  }
  for (const auto& [sku, count] : units) {
    (work.storage.*change)(record.store, sku, count);
    work.changes.stock.push_back({record.store, std::string(sku)});
  }
}

// The shopper finds the cart as it was before the order.
Status refill_cart(Work& work, const OrderRecord& record) {
  const Result<CartPtr> state = load_cart(work, record.order.cart);
  if (!state) return refuse(state.error());
  ServerPen pen(work, **state);
  for (const OrderLine& line : record.order.lines) {
    const Op op = make_add(pen.cart(), pen.author(), line.sku, line.quantity, line.customizations);
    if (Status written = pen.write(op); !written) return written;
  }
  pen.close();
  return {};
}

Status apply_outcome(Work& work, const OrderRecord& record, PaymentState state) {
  if (state == PaymentState::captured) for_counted_lines(work, record, &Storage::consume);
  if (state != PaymentState::declined) return {};
  // The cart before the counters, as an order does it.
  if (Status filled = refill_cart(work, record); !filled) return filled;
  for_counted_lines(work, record, &Storage::release);
  work.storage.unredeem(record.order.id);
  work.storage.return_units(record.order.id);
  return {};
}

Status check_result(const PaymentResult& result, const PaymentRecord& payment) {
  if (result.state == PaymentState::created || result.state == PaymentState::claimed) {
    return refuse(Error(ErrorCode::value_not_allowed, "state")
                      .with("allowed", "captured, declined, unknown, review"));
  }
  if (result.fence != payment.fence || !is_open(payment.state)) {
    return refuse(Error(ErrorCode::idempotency_mismatch, "fence"));
  }
  return {};
}

// Writes the new state and all that follows from it.
Result<Order> close_payment(Work& work, const OrderRecord& record, const PaymentRecord& payment,
                            PaymentState from, std::string_view reason) {
  if (!work.storage.update_payment(payment, from, payment.fence)) {
    return refuse(Error(ErrorCode::idempotency_mismatch, "fence"));
  }
  work.storage.add_order_event(payment.order, work.now, payment.state, reason);
  work.changes.spent.push_back(payment.order);
  if (Status applied = apply_outcome(work, record, payment.state); !applied) {
    return refuse(applied.error());
  }
  Result<Order> order = read_order(work, payment.order);
  if (order) work.changes.orders.push_back(*order);
  return order;
}

// After a restore from a backup, which has no tokens. What no worker had is given up; what one had
// may have been charged.
Status give_up(Work& work, const OrderRecord& record, PaymentRecord payment) {
  const PaymentState from = payment.state;
  payment.state = from == PaymentState::created ? PaymentState::declined : PaymentState::review;
  const Result<Order> closed = close_payment(work, record, payment, from, "sealed token lost");
  if (!closed) return refuse(closed.error());
  return {};
}

}  // namespace

Result<std::optional<PaymentClaim>> claim_payment(Work& work) {
  const std::optional<OrderId> id = work.storage.claimable(work.now);
  if (!id) return std::nullopt;
  const std::optional<OrderRecord> record = work.storage.order(*id);
  std::optional<PaymentRecord> payment = work.storage.payment(*id);
  const auto quote = record ? work.storage.quote(record->order.cart, record->quote) : std::nullopt;
  if (!payment || !quote) throw StorageError("an order is incomplete", Trouble::broken);
  const std::optional<std::string> token = work.storage.token(*id);
  if (!token) {
    if (Status closed = give_up(work, *record, *payment); !closed) return refuse(closed.error());
    return std::nullopt;
  }
  const PaymentState from = payment->state;
  const std::int64_t fence = payment->fence++;
  payment->state = PaymentState::claimed;
  payment->lease_until.ms = work.now.ms + kLeaseMs;
  if (!work.storage.update_payment(*payment, from, fence)) return std::nullopt;
  if (from == PaymentState::created) {
    work.storage.add_order_event(*id, work.now, PaymentState::claimed, {});
  }
  const Quote& terms = quote->quote;
  return PaymentClaim{
      *id,          terms.cart,     terms.id,       terms.merchant, terms.cart_hash,
      terms.amount, terms.currency, terms.exponent, payment->fence, payment->lease_until.ms,
      *token};
}

Result<Order> settle_payment(Work& work, const PaymentResult& result) {
  const std::optional<OrderRecord> record = work.storage.order(result.order);
  std::optional<PaymentRecord> payment = work.storage.payment(result.order);
  if (!record || !payment) return refuse(Error(ErrorCode::order_unknown, "order"));
  const PaymentState state = judged(result, record->order);
  if (payment->state == state && payment->fence == result.fence) {
    return read_order(work, result.order);
  }
  if (Status fine = check_result(result, *payment); !fine) return refuse(fine.error());

  const PaymentState from = payment->state;
  payment->state = state;
  payment->reference = result.reference;
  if (result.state == PaymentState::captured) {
    payment->captured = result.amount;
    payment->currency = result.currency;
  }
  return close_payment(work, *record, *payment, from, result.reason);
}

void sweep_tokens(Storage& storage) {
  for (const OrderId& order : storage.orders_with_token()) {
    const std::optional<PaymentRecord> payment = storage.payment(order);
    if (payment && needs_token(payment->state)) continue;
    storage.delete_token(order);
    log(Level::info, "token_swept", {{"order", to_hex(order.bytes)}});
  }
}

}  // namespace sealcart::server
