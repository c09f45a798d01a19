#include "services/pairings.h"

#include <algorithm>

#include "services/pairing_codes.h"
#include "services/qr_image.h"

namespace sealcart::server {
namespace {

constexpr std::int64_t kOpenMs = std::int64_t{limits::kPairingSec} * 1000;
// How long the new device can ask for the answer.
constexpr std::int64_t kDecidedMs = std::int64_t{3600} * 1000;
constexpr std::size_t kDecidedKept = 8;  // of one cart
constexpr int kTries = 4;

Error unknown() { return Error(ErrorCode::pairing_unknown); }

Hash32 id_key(const PairingId& id) { return blake2b("pairing id:" + to_hex(id.bytes)); }

bool is_pending(const PairingRecord& pairing, Timestamp now) {
  return pairing.expires_at_ms > now.ms &&
         (pairing.state == PairingState::open || pairing.state == PairingState::waiting);
}

Pairing facts_of(const PairingRecord& pairing) {
  return {pairing.id,    pairing.state,         pairing.label,
          pairing.check, pairing.expires_at_ms, std::nullopt};
}

Result<PairingRecord> find_pending(const CartState& state, const PairingId& id, Timestamp now) {
  const auto& pairings = state.sharing->pairings;
  const auto found = std::ranges::find(pairings, id, &PairingRecord::id);
  if (found == pairings.end() || !is_pending(*found, now)) return refuse(unknown());
  return *found;
}

// An http or https address without fragment, of the origin where that is known.
bool is_base(std::string_view base, std::string_view origin) {
  if (!base.starts_with("https://") && !base.starts_with("http://")) return false;
  const bool has_odd = std::ranges::any_of(base, [](char c) {
    return c <= ' ' || c >= 0x7f || std::string_view("#\"<>\\^`{|}").contains(c);
  });
  if (has_odd) return false;
  return origin.empty() ||
         (base.starts_with(origin) && base.substr(origin.size()).starts_with('/'));
}

// Those that are over, and of the decided ones all but the last few.
void remove_past(SharingPen& pen, Timestamp now) {
  std::vector<PairingId> past;
  std::size_t decided = 0;
  const auto& pairings = pen.sharing().pairings;
  for (auto pairing = pairings.rbegin(); pairing != pairings.rend(); ++pairing) {
    const bool is_over = pairing->expires_at_ms <= now.ms;
    if (is_over || (!is_pending(*pairing, now) && ++decided > kDecidedKept)) {
      past.push_back(pairing->id);
    }
  }
  for (const PairingId& id : past) pen.remove(id);
}

void forget_keys(Work& work, const PairingRecord& pairing) {
  for (const Hash32& key : {pairing.code, pairing.secret}) work.storage.delete_pairing_key(key);
}

// A code nobody else has open.
std::string fresh_code(Work& work) {
  for (int i = 0; i < kTries; ++i) {
    std::string code = random_pairing_code();
    if (!work.storage.pairing_place(*pairing_code_hash(code), work.now)) return code;
  }
  throw StorageError("no free pairing code", Trouble::failed);
}

}  // namespace

Result<PairingOffer> offer_pairing(Work& work, const Visit& visit, const PairingRequest& request,
                                   std::string_view origin) {
  if (!is_base(request.base, origin)) {
    return refuse(Error(ErrorCode::value_not_allowed, "base").with("allowed", origin));
  }
  const CartState& state = *visit.cart;
  const auto pending = std::ranges::count_if(
      state.sharing->pairings,
      [&](const PairingRecord& pairing) { return is_pending(pairing, work.now); });
  if (pending >= static_cast<std::ptrdiff_t>(limits::kPairings)) {
    return refuse(Error(ErrorCode::pairings_too_many)
                      .with("max", static_cast<std::int64_t>(limits::kPairings)));
  }
  work.storage.sweep_pairing_keys(work.now);
  const std::string code = fresh_code(work);
  const std::string secret = random_pairing_secret();
  PairingRecord pairing;
  pairing.id = random_id<PairingId>();
  pairing.code = *pairing_code_hash(code);
  pairing.secret = *pairing_secret_hash(secret);
  pairing.expires_at_ms = work.now.ms + kOpenMs;
  const Timestamp end{pairing.expires_at_ms};
  for (const Hash32& key : {pairing.code, pairing.secret}) {
    work.storage.put_pairing_key(key, {state.record.id, pairing.id}, end);
  }
  SharingPen pen(work, state);
  remove_past(pen, work.now);
  pen.add(pairing);
  pen.close();
  const std::string link = request.base + "#pair=" + secret;
  return PairingOffer{pairing.id, code, link, qr_image(link), pairing.expires_at_ms};
}

PairingList list_pairings(const CartState& state, Timestamp now) {
  PairingList list;
  for (const PairingRecord& pairing : state.sharing->pairings) {
    if (is_pending(pairing, now)) list.pairings.push_back(facts_of(pairing));
  }
  return list;
}

std::vector<Pairing> claimed_pairings(const CartState& state, Timestamp now) {
  std::vector<Pairing> list;
  for (const PairingRecord& pairing : state.sharing->pairings) {
    if (pairing.capability && pairing.expires_at_ms > now.ms) list.push_back(facts_of(pairing));
  }
  return list;
}

Result<Pairing> approve_pairing(Work& work, const Visit& visit, const PairingId& id,
                                const PairingApproval& approval) {
  Result<PairingRecord> pairing = find_pending(*visit.cart, id, work.now);
  if (!pairing) return refuse(pairing.error());
  if (pairing->state != PairingState::waiting) return refuse(unknown());
  if (pairing->check != approval.check) return refuse(Error(ErrorCode::pairing_unknown, "check"));
  const std::vector<AccessScope> usual{AccessScope::view, AccessScope::edit, AccessScope::checkout};
  const Scopes asked = scopes_of(approval.scopes.empty() ? usual : approval.scopes);
  const Scopes mine = visit.access->scopes;
  if (!approval.scopes.empty() && !asked.within(mine)) {
    return refuse(Error(ErrorCode::access_denied, "scopes"));
  }
  AccessRecord access;
  access.id = random_id<AccessId>();
  access.capability = *pairing->capability;
  access.scopes = Scopes(asked.bits() & mine.bits());
  access.origin = AccessOrigin::paired;
  access.label = pairing->label;
  SharingPen pen(work, *visit.cart);
  if (Status added = pen.add(access); !added) return refuse(added.error());
  pairing->state = PairingState::approved;
  pairing->expires_at_ms = work.now.ms + kDecidedMs;
  if (!pen.change(*pairing, PairingState::waiting)) return refuse(unknown());
  pen.close();
  forget_keys(work, *pairing);
  return facts_of(*pairing);
}

Result<Pairing> refuse_pairing(Work& work, const Visit& visit, const PairingId& id) {
  Result<PairingRecord> pairing = find_pending(*visit.cart, id, work.now);
  if (!pairing) return refuse(pairing.error());
  const PairingState from = pairing->state;
  pairing->state = PairingState::refused;
  pairing->expires_at_ms = work.now.ms + kDecidedMs;
  SharingPen pen(work, *visit.cart);
  if (!pen.change(*pairing, from)) return refuse(unknown());
  pen.close();
  forget_keys(work, *pairing);
  return facts_of(*pairing);
}

Result<Pairing> claim_pairing(Work& work, const PairingClaim& claim, const Hash32& capability) {
  const std::optional<Hash32> key =
      claim.secret.empty() ? pairing_code_hash(claim.code) : pairing_secret_hash(claim.secret);
  const auto place = key ? work.storage.pairing_place(*key, work.now) : std::nullopt;
  if (!place) return refuse(unknown());
  const Result<CartPtr> state = load_cart(work, place->cart);
  if (!state) return refuse(unknown());
  Result<PairingRecord> pairing = find_pending(**state, place->pairing, work.now);
  if (!pairing) return refuse(unknown());
  if (pairing->state == PairingState::waiting) {
    // Its own claim again, whose answer was lost.
    if (same(*pairing->capability, capability)) return facts_of(*pairing);
    return refuse(unknown());
  }
  pairing->state = PairingState::waiting;
  pairing->capability = capability;
  pairing->label = claim.label;
  pairing->check = random_check_digits();
  pairing->expires_at_ms = work.now.ms + kOpenMs;
  work.storage.put_pairing_key(id_key(pairing->id), *place, {work.now.ms + kDecidedMs + kOpenMs});
  SharingPen pen(work, **state);
  if (!pen.change(*pairing, PairingState::open)) return refuse(unknown());
  pen.close();
  return facts_of(*pairing);
}

Result<PairingView> read_pairing(Work& work, const PairingId& id,
                                 const std::optional<Hash32>& capability) {
  const auto place = work.storage.pairing_place(id_key(id), work.now);
  if (!capability || !place) return refuse(unknown());
  const Result<CartPtr> state = load_cart(work, place->cart);
  if (!state) return refuse(unknown());
  const auto& pairings = (*state)->sharing->pairings;
  const auto found = std::ranges::find(pairings, id, &PairingRecord::id);
  if (found == pairings.end() || found->expires_at_ms <= work.now.ms || !found->capability ||
      !same(*found->capability, *capability)) {
    return refuse(unknown());
  }
  PairingView view{place->cart, facts_of(*found)};
  if (found->state == PairingState::approved) {
    const AccessRecord* access = access_of(**state, *capability, work.now);
    if (access == nullptr) return refuse(unknown());
    view.pairing.access = access_facts(**state, *access);
  }
  return view;
}

}  // namespace sealcart::server
