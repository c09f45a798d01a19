#include "services/sessions.h"

#include <algorithm>

#include "services/retention.h"

namespace sealcart::server {
namespace {

constexpr std::int64_t kSessionMs = 90 * kDayMs;
constexpr std::size_t kSessions = limits::kDevices / 2;  // leaves places for paired devices

AccessRecord access_by(const SessionRecord& session) {
  AccessRecord access;
  access.id = random_id<AccessId>();
  access.capability = session.capability;
  access.scopes = Scopes::all();
  access.origin = AccessOrigin::login;
  access.label = session.label;
  access.session = session.id;
  access.expires_at_ms = session.expires_at_ms;
  return access;
}

// Does something to the access of a session in every cart of its customer.
template <class Change>
void for_each_access(Work& work, const SessionRecord& session, const Change& change) {
  for (const CustomerCartRecord& cart : work.storage.customer_carts(session.customer)) {
    const Result<CartPtr> state = load_cart(work, cart.cart);
    if (!state) continue;
    const auto& accesses = (*state)->sharing->accesses;
    const auto access = std::ranges::find(accesses, session.id, &AccessRecord::session);
    if (access == accesses.end()) continue;
    SharingPen pen(work, **state);
    change(pen, *access);
    pen.close();
  }
}

bool is_over(const SessionRecord& session, Timestamp now) {
  return session.expires_at_ms <= now.ms;
}

void make_room(Work& work, const Hash32& customer) {
  std::size_t live = 0;
  const std::vector<SessionRecord> sessions = work.storage.sessions(customer);
  for (const SessionRecord& session : sessions) live += is_over(session, work.now) ? 0 : 1;
  for (const SessionRecord& session : sessions) {
    const bool too_many = live >= kSessions;
    if (!too_many && !is_over(session, work.now)) continue;
    if (!is_over(session, work.now)) --live;
    end_session(work, session);
  }
}

}  // namespace

Result<SessionRecord> open_session(Work& work, const std::optional<Hash32>& capability) {
  const auto session = capability ? work.storage.session(*capability) : std::nullopt;
  if (!session || is_over(*session, work.now)) return refuse(Error(ErrorCode::unauthorized));
  return *session;
}

SessionRecord start_session(Work& work, const Hash32& customer, const Hash32& capability,
                            const std::string& label) {
  make_room(work, customer);
  const SessionRecord session{random_id<SessionId>(),  customer, capability, label, work.now.ms,
                              work.now.ms + kSessionMs};
  work.storage.insert_session(session);
  for (const CustomerCartRecord& cart : work.storage.customer_carts(customer)) {
    const Result<CartPtr> state = load_cart(work, cart.cart);
    if (!state) continue;
    SharingPen pen(work, **state);
    pen.add_with_room(access_by(session));
    pen.close();
  }
  return session;
}

void end_session(Work& work, const SessionRecord& session) {
  for_each_access(work, session,
                  [](SharingPen& pen, const AccessRecord& access) { pen.remove(access.id); });
  work.storage.delete_session(session);
}

void change_session(Work& work, const SessionRecord& session, const Hash32& capability) {
  for_each_access(work, session, [&](SharingPen& pen, AccessRecord access) {
    access.capability = capability;
    pen.change(access);
  });
  work.storage.delete_session(session);
  SessionRecord changed = session;
  changed.capability = capability;
  work.storage.insert_session(changed);
}

CartPtr hand_over(Work& work, const CartState& cart, const Hash32& customer) {
  work.storage.set_customer(cart.record.id, customer);
  CartState owned = cart;
  owned.record.customer = customer;
  touch(work, owned.record, CartLife::customer);
  SharingPen pen(work, owned);
  pen.remove_all();
  for (const SessionRecord& session : work.storage.sessions(customer)) {
    if (!is_over(session, work.now)) pen.add_with_room(access_by(session));
  }
  return pen.close();
}

}  // namespace sealcart::server
