#include "services/orders.h"

#include <map>
#include <utility>

#include "sealcart/allowance.h"
#include "sealcart/wire.h"
#include "services/carts.h"
#include "services/customer_limits.h"
#include "services/form_errors.h"
#include "services/priced_cart.h"
#include "services/quotes.h"
#include "services/redemptions.h"
#include "services/token_check.h"

namespace sealcart::server {
namespace {

Hash32 hash_of(const OrderRequest& request) {
  std::string text;
  write_json(text, request);
  return blake2b(text);
}

// Units for each SKU, in sorted order, so that two orders never wait for each other's rows.
Status reserve_stock(Work& work, const Shop& shop, const Snapshot& snapshot,
                     std::vector<OrderedLine>& lines) {
  std::map<std::string_view, std::vector<std::size_t>> sorted;
  for (std::size_t i = 0; i < snapshot.lines.size(); ++i)
    sorted[snapshot.lines[i].sku].push_back(i);
  for (const auto& [sku, positions] : sorted) {
    const auto entry = shop.catalog().find(sku);
    if (!entry || !entry->variant->stock) continue;
    const std::size_t i = positions.back();
    std::int64_t units = 0;
    for (const std::size_t p : positions) units += snapshot.lines[p].quantity;
    if (!work.storage.reserve(shop.id(), sku, units)) {
      const std::string path = "lines[" + std::to_string(i) + "].quantity";
      const std::int64_t left = work.storage.available(shop.id(), sku).value_or(0);
      if (left < least_units(*entry->variant)) return refuse(Error(ErrorCode::sold_out, path));
      return refuse(
          Error(ErrorCode::stock_insufficient, path).with("given", units).with("available", left));
    }
    for (const std::size_t p : positions) lines[p].counted = true;
    work.changes.stock.push_back({shop.id(), std::string(sku)});
  }
  return {};
}

std::string method_name(const Snapshot& snapshot) {
  for (const SnapshotMethod& method : snapshot.shipping_methods) {
    if (method.chosen) return method.name;
  }
  return {};
}

Order order_of(const OrderRequest& request, const Snapshot& snapshot, std::int64_t number,
               Timestamp now) {
  Order order;
  order.id = request.order;
  order.number = "SC-" + std::to_string(number);
  order.cart = request.cart;
  order.currency = snapshot.currency;
  order.exponent = snapshot.exponent;
  order.placed_at_ms = now.ms;
  order.form = request.form;
  order.shipping_method = method_name(snapshot);
  for (const SnapshotLine& line : snapshot.lines) {
    order.lines.push_back({line.sku, line.title, line.options, line.image, line.quantity,
                           line.unit_price, line.subtotal, line.total, line.customizations});
  }
  order.taxes = snapshot.taxes;
  order.item_subtotal = snapshot.item_subtotal;
  order.discount_total = snapshot.discount_total;
  order.shipping_total = snapshot.shipping_total;
  order.fee_total = snapshot.fee_total;
  order.included_tax_total = snapshot.included_tax_total;
  order.additional_tax_total = snapshot.additional_tax_total;
  order.grand_total = snapshot.grand_total;
  return order;
}

std::vector<OrderedLot> lots_of(const Cart& cart) {
  std::vector<OrderedLot> lots;
  for (const LineItem& line : cart.lines) {
    for (const Lot& lot : line.lots) {
      if (lot.remaining > 0) lots.push_back({lot.replica, lot.n, line.sku, lot.remaining});
    }
  }
  return lots;
}

// Takes every ordered line out of the cart, as operations of the server.
Status empty_cart(Work& work, const CartState& state) {
  ServerPen pen(work, state);
  for (const LineItem& line : state.cart.lines) {
    if (Status written = pen.write(make_remove(pen.cart(), pen.author(), line, OpKind::order));
        !written) {
      return written;
    }
  }
  pen.close(CartLife::ordered);
  return {};
}

// The form may differ from the one the quote was given for.
Status check_form(const Snapshot& snapshot, const CheckoutForm& form) {
  const std::vector<Error> problems = form_errors(form);
  if (!problems.empty()) return refuse(problems.front());
  if (const auto place = pickup_of(snapshot, form); !place) return refuse(place.error());
  return {};
}

// What was sealed, what is shown and what is charged are one and the same.
Result<Snapshot> accepted_snapshot(Work& work, const CartState& state, const Shop& shop,
                                   const OrderRequest& request, const Quote& quote) {
  if (request.expected_total != quote.amount) {
    return refuse(Error(ErrorCode::total_changed, "expectedTotal")
                      .with("expected", request.expected_total)
                      .with("actual", quote.amount));
  }
  // Priced at the moment of the quote: a sale that ends meanwhile was promised.
  Snapshot snapshot = quoted_snapshot(work, state, shop, request.form, {quote.issued_at_ms});
  if (hex(state_hash(snapshot)) != quote.cart_hash || snapshot.grand_total != quote.amount) {
    return refuse(Error(ErrorCode::cart_changed, "quote"));
  }
  if (Status fine = check_form(snapshot, request.form); !fine) return refuse(fine.error());
  // Stock, limits and what is sold are those of now, not of the quote.
  const Timestamp quoted{quote.issued_at_ms};
  auto found = quoted_problems(work, state, shop, request.form, quoted);
  if (!found.empty()) return refuse(std::move(found.front()));
  return snapshot;
}

Result<Order> write_order(Work& work, const CartState& state, const Shop& shop,
                          const OrderRequest& request, const Snapshot& snapshot,
                          const std::array<std::uint8_t, 16>& jti) {
  OrderRecord record;
  record.store = shop.id();
  record.quote = request.quote;
  record.request_hash = hash_of(request);
  for (const SnapshotLine& line : snapshot.lines) {
    record.lines.push_back({line.sku, line.quantity, false, line.product});
  }
  if (Status reserved = reserve_stock(work, shop, snapshot, record.lines); !reserved) {
    return refuse(reserved.error());
  }
  record.order = order_of(request, snapshot, work.storage.next_order_number(), work.now);
  if (const PickupLocation* place = *pickup_of(snapshot, request.form)) {
    record.order.pickup = *place;
  }
  record.lots = lots_of(state.cart);
  record.shopper = shopper_key(work.identity, request.form.email);
  work.storage.insert_order(record);
  if (Status counted = redeem_promotions(work, shop, snapshot, request.order, record.shopper);
      !counted) {
    return refuse(counted.error());
  }
  if (Status taken = take_units(work, shop, snapshot, record.shopper); !taken) {
    return refuse(taken.error());
  }
  work.storage.insert_payment({request.order, PaymentState::created, jti, 0, work.now, {}, {}, {}});
  work.storage.add_order_event(request.order, work.now, PaymentState::created, {});
  work.storage.put_token(request.order, request.token);
  if (Status emptied = empty_cart(work, state); !emptied) return refuse(emptied.error());
  work.changes.orders.push_back(record.order);
  work.changes.payment_waits = true;
  return record.order;
}

}  // namespace

Result<Order> place_order(Work& work, const CartState& state, const OrderRequest& request) {
  if (const auto placed = work.storage.order(request.order)) {
    if (placed->request_hash == hash_of(request)) return placed->order;
    return refuse(Error(ErrorCode::idempotency_mismatch, "order"));
  }
  const Result<Shop*> shop = shop_of(work, state);
  if (!shop) return refuse(shop.error());
  const Result<Quote> quote = find_quote(work, state.record.id, request.quote);
  if (!quote) return refuse(quote.error());
  const Result<Snapshot> snapshot = accepted_snapshot(work, state, **shop, request, *quote);
  if (!snapshot) return refuse(snapshot.error());
  const auto jti = check_token(work, request.token, *quote);
  if (!jti) return refuse(jti.error());
  if (!work.storage.use_quote(state.record.id, request.quote, request.order)) {
    return refuse(Error(ErrorCode::quote_expired, "quote"));
  }
  return write_order(work, state, **shop, request, *snapshot, *jti);
}

Result<Order> read_order(Work& work, const OrderId& id) {
  std::optional<OrderRecord> record = work.storage.order(id);
  const std::optional<PaymentRecord> payment = work.storage.payment(id);
  if (!record || !payment) return refuse(Error(ErrorCode::order_unknown));
  record->order.payment = payment->state;
  record->order.payment_reference = payment->reference;
  return std::move(record->order);
}

}  // namespace sealcart::server
