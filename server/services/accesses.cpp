#include "services/accesses.h"

#include <algorithm>
#include <utility>

#include "services/retention.h"

namespace sealcart::server {
namespace {

bool is_ended(const AccessRecord& access, Timestamp now) {
  return access.expires_at_ms != 0 && access.expires_at_ms <= now.ms;
}

std::int64_t start_of_day(Timestamp now) { return day_of(now) * kDayMs; }

// That cart and access are used today is written once. Others remember an older day until they
// read the accesses again, which is early enough: no check depends on it.
Visit used_today(Work& work, Visit visit) {
  const std::int64_t today = start_of_day(work.now);
  if (work.full) return visit;
  if (visit.access->seen_at_ms >= today && visit.cart->record.touched_day == day_of(work.now)) {
    return visit;
  }
  const auto at = static_cast<std::size_t>(visit.access - visit.cart->sharing->accesses.data());
  auto sharing = std::make_shared<Sharing>(*visit.cart->sharing);
  AccessRecord& access = sharing->accesses[at];
  CartState state = *visit.cart;
  if (access.seen_at_ms < today) {
    access.seen_at_ms = today;
    work.storage.update_access(state.record.id, access);
  }
  state.sharing = sharing;
  touch(work, state.record, state.record.life);
  return {keep(work, std::move(state)), &access};
}

template <class Record, class Id>
auto find_by(std::vector<Record>& records, const Id& id) {
  return std::ranges::find(records, id, &Record::id);
}

}  // namespace

const AccessRecord* access_of(const CartState& state, const Hash32& capability, Timestamp now) {
  for (const AccessRecord& access : state.sharing->accesses) {
    if (same(access.capability, capability)) return is_ended(access, now) ? nullptr : &access;
  }
  return nullptr;
}

Result<Visit> open_cart(Work& work, const CartId& id, const std::optional<Hash32>& capability,
                        AccessScope scope) {
  const Result<CartPtr> cart = load_cart(work, id);
  if (!cart) return refuse(cart.error());
  const AccessRecord* access = capability ? access_of(**cart, *capability, work.now) : nullptr;
  if (access == nullptr) return refuse(Error(ErrorCode::unauthorized));
  if (!access->scopes.has(scope)) return refuse(Error(ErrorCode::access_denied));
  return used_today(work, {*cart, access});
}

std::shared_ptr<const Sharing> read_sharing(Work& work, const CartId& cart) {
  return std::make_shared<const Sharing>(
      Sharing{work.storage.accesses(cart), work.storage.pairings(cart)});
}

SharingPen::SharingPen(Work& work, const CartState& state)
    : work_(work), state_(state), next_(*state.sharing) {}

void SharingPen::remove_ended() {
  std::vector<AccessId> ended;
  for (const AccessRecord& access : next_.accesses) {
    if (is_ended(access, work_.now)) ended.push_back(access.id);
  }
  for (const AccessId& access : ended) remove(access);
}

Status SharingPen::add(AccessRecord access) {
  remove_ended();
  const auto there = std::ranges::find_if(next_.accesses, [&](const AccessRecord& other) {
    return same(other.capability, access.capability);
  });
  if (there != next_.accesses.end()) {
    there->scopes = there->scopes | access.scopes;
    work_.storage.update_access(state_.record.id, *there);
    return {};
  }
  if (next_.accesses.size() >= limits::kDevices) {
    return refuse(Error(ErrorCode::devices_too_many)
                      .with("max", static_cast<std::int64_t>(limits::kDevices)));
  }
  access.created_at_ms = work_.now.ms;
  access.seen_at_ms = start_of_day(work_.now);
  work_.storage.insert_access(state_.record.id, access);
  next_.accesses.push_back(std::move(access));
  return {};
}

void SharingPen::add_with_room(AccessRecord access) {
  while (!add(access)) {
    const auto signed_in = std::ranges::find_if(
        next_.accesses, [](const AccessRecord& other) { return other.session != SessionId{}; });
    remove(signed_in == next_.accesses.end() ? next_.accesses.front().id : signed_in->id);
  }
}

void SharingPen::change(const AccessRecord& access) {
  *find_by(next_.accesses, access.id) = access;
  work_.storage.update_access(state_.record.id, access);
}

void SharingPen::remove(const AccessId& access) {
  work_.storage.delete_access(state_.record.id, access);
  next_.accesses.erase(find_by(next_.accesses, access));
}

void SharingPen::remove_all() {
  while (!next_.accesses.empty()) remove(next_.accesses.back().id);
  while (!next_.pairings.empty()) remove(next_.pairings.back().id);
  for (const LinkRecord& link : work_.storage.links(state_.record.id)) {
    work_.storage.delete_link(state_.record.id, link.id);
  }
}

void SharingPen::add(const PairingRecord& pairing) {
  work_.storage.insert_pairing(state_.record.id, pairing);
  next_.pairings.push_back(pairing);
}

bool SharingPen::change(const PairingRecord& pairing, PairingState from) {
  *find_by(next_.pairings, pairing.id) = pairing;
  return work_.storage.update_pairing(state_.record.id, pairing, from);
}

void SharingPen::remove(const PairingId& pairing) {
  work_.storage.delete_pairing(state_.record.id, pairing);
  next_.pairings.erase(find_by(next_.pairings, pairing));
}

CartPtr SharingPen::close() {
  work_.storage.raise_sharing(state_.record.id);
  CartState state = state_;
  ++state.record.sharing;
  state.sharing = std::make_shared<const Sharing>(std::move(next_));
  work_.changes.carts.push_back(state.record.id);
  return keep(work_, std::move(state));
}

std::vector<AccessScope> list_of(Scopes scopes) {
  std::vector<AccessScope> list;
  for (std::size_t i = 0; i < kAccessScopes; ++i) {
    const auto scope = static_cast<AccessScope>(i);
    if (scopes.has(scope)) list.push_back(scope);
  }
  return list;
}

Scopes scopes_of(std::span<const AccessScope> list) {
  Scopes scopes = Scopes().with(AccessScope::view);
  for (const AccessScope scope : list) scopes = scopes.with(scope);
  return scopes;
}

CartAccess access_facts(const CartState& state, const AccessRecord& access) {
  return {state.record.id, state.record.store, state.record.currency, list_of(access.scopes)};
}

}  // namespace sealcart::server
