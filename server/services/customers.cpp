#include "services/customers.h"

#include <algorithm>

namespace sealcart::server {
namespace {

CustomerCart facts_of(Work& work, const CustomerRecord& customer,
                      const CustomerCartRecord& record) {
  CustomerCart facts;
  facts.cart = record.cart;
  facts.name = record.name;
  facts.use = record.use;
  facts.current = customer.current == record.cart;
  facts.created_at_ms = record.created_at_ms;
  const CartPtr state = load_cart(work, record.cart).value();
  facts.currency = state->record.currency;
  for (const LineItem& line : state->cart.lines) facts.unit_count += quantity_of(line.lots);
  return facts;
}

// The customer of a session, held until the work is done.
CustomerRecord hold(Work& work, const Hash32& customer) {
  CustomerRecord record = work.storage.customer(customer).value();
  work.storage.hold_customer(record, work.now);
  return record;
}

Result<CustomerCartRecord> find_cart(Work& work, const Hash32& customer, const CartId& cart) {
  const std::vector<CustomerCartRecord> carts = work.storage.customer_carts(customer);
  const auto found = std::ranges::find(carts, cart, &CustomerCartRecord::cart);
  if (found == carts.end() || !load_cart(work, cart))
    return refuse(Error(ErrorCode::not_found, "cart"));
  return *found;
}

}  // namespace

Hash32 customer_key(const Identity& identity, std::string_view store, std::string_view subject) {
  const std::string text =
      "customer:" + std::string(store) + std::string(1, '\0') + std::string(subject);
  return keyed_blake2b(identity.quote_key, text);
}

std::optional<CartId> current_cart(Work& work, const Hash32& customer) {
  const std::optional<CustomerRecord> record = work.storage.customer(customer);
  if (!record || !record->current || !load_cart(work, *record->current)) return std::nullopt;
  return record->current;
}

std::vector<CustomerCart> list_customer_carts(Work& work, const Hash32& customer) {
  const CustomerRecord record = work.storage.customer(customer).value();
  std::vector<CustomerCart> list;
  for (const CustomerCartRecord& cart : work.storage.customer_carts(customer)) {
    if (load_cart(work, cart.cart)) list.push_back(facts_of(work, record, cart));
  }
  return list;
}

Status adopt_cart(Work& work, const Hash32& customer, const CartState& cart, CartUse use,
                  std::string_view name) {
  std::size_t live = 0;
  for (const CustomerCartRecord& other : work.storage.customer_carts(customer)) {
    if (load_cart(work, other.cart)) {
      ++live;
    } else {
      work.storage.delete_customer_cart(customer, other.cart);
    }
  }
  if (live >= limits::kCustomerCarts) {
    return refuse(Error(ErrorCode::carts_too_many)
                      .with("max", static_cast<std::int64_t>(limits::kCustomerCarts)));
  }
  work.storage.insert_customer_cart(customer,
                                    {cart.record.id, std::string(name), use, work.now.ms});
  hand_over(work, cart, customer);
  return {};
}

Result<MadeCustomerCart> make_customer_cart(Work& work, const SessionRecord& session,
                                            const CustomerCartRequest& request) {
  const CustomerRecord customer = hold(work, session.customer);
  if (const auto there = find_cart(work, session.customer, request.cart)) {
    return MadeCustomerCart{facts_of(work, customer, *there), false};
  }
  if (load_cart(work, request.cart)) return refuse(Error(ErrorCode::unauthorized));
  const Shop* shop = work.shops.find(customer.store);
  if (shop == nullptr) return refuse(Error(ErrorCode::store_not_loaded));
  const CartState cart = insert_cart(work, request.cart, *shop);
  Status adopted = adopt_cart(work, session.customer, cart, request.use, request.name);
  if (!adopted) return refuse(adopted.error());
  CustomerRecord now = customer;
  if (request.use == CartUse::cart && !current_cart(work, session.customer)) {
    now.current = request.cart;
    work.storage.set_current_cart(session.customer, now.current);
  }
  return MadeCustomerCart{
      facts_of(work, now, find_cart(work, session.customer, request.cart).value()), true};
}

Result<CustomerCart> change_customer_cart(Work& work, const SessionRecord& session,
                                          const CartId& cart, const CustomerCartChange& change) {
  CustomerRecord customer = hold(work, session.customer);
  Result<CustomerCartRecord> record = find_cart(work, session.customer, cart);
  if (!record) return refuse(record.error());
  if (change.current && record->use != CartUse::cart) {
    return refuse(Error(ErrorCode::value_not_allowed, "current").with("allowed", "carts"));
  }
  if (change.name) {
    record->name = *change.name;
    work.storage.rename_customer_cart(session.customer, cart, record->name);
  }
  if (change.current) {
    customer.current = cart;
    work.storage.set_current_cart(session.customer, cart);
  }
  return facts_of(work, customer, *record);
}

Status delete_customer_cart(Work& work, const SessionRecord& session, const CartId& cart) {
  const CustomerRecord customer = hold(work, session.customer);
  const Result<CustomerCartRecord> record = find_cart(work, session.customer, cart);
  if (!record) return refuse(record.error());
  work.storage.delete_customer_cart(session.customer, cart);
  if (customer.current == cart) {
    const std::vector<CustomerCartRecord> left = work.storage.customer_carts(session.customer);
    const auto next = std::ranges::find(left, CartUse::cart, &CustomerCartRecord::use);
    work.storage.set_current_cart(session.customer,
                                  next == left.end() ? std::nullopt : std::optional(next->cart));
  }
  if (const Result<CartPtr> state = load_cart(work, cart)) {
    SharingPen pen(work, **state);
    pen.remove_all();
    pen.close();
  }
  return {};
}

}  // namespace sealcart::server
