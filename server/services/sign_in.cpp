#include "services/sign_in.h"

#include "services/login_token.h"

namespace sealcart::server {
namespace {

std::unexpected<Error> not_usable(std::string_view field, std::string_view what) {
  return refuse(Error(ErrorCode::login_invalid, std::string(field)).with("what", what));
}

Hash32 token_key(const LoginClaims& claims) {
  return blake2b("login token:" + claims.store + std::string(1, '\0') + claims.id);
}

LoginAnswer answer_of(Work& work, const SessionRecord& session, std::vector<MergeReport> merged) {
  return {current_cart(work, session.customer), list_customer_carts(work, session.customer),
          std::move(merged), session.expires_at_ms};
}

// A token that was used before is good only for the device it signed in, whose answer was lost.
Result<LoginAnswer> answer_again(Work& work, const Hash32& token, const Hash32& capability) {
  const std::optional<Hash32> user = work.storage.login_token_user(token);
  const auto session = work.storage.session(capability);
  if (!user || !same(*user, capability) || !session) {
    return not_usable("token", "it was used before");
  }
  return answer_of(work, *session, {});
}

// What the device was signed in as before ends with it.
void end_old_session(Work& work, const std::optional<Hash32>& capability) {
  if (!capability) return;
  if (const auto session = work.storage.session(*capability)) end_session(work, *session);
}

Result<std::vector<MergeReport>> bring_carts(Work& work, const Hash32& customer,
                                             const LoginRequest& request, const Guest& guest) {
  std::vector<MergeReport> merged;
  const std::array brought{std::pair(request.cart, CartUse::cart),
                           std::pair(request.saved, CartUse::saved)};
  for (const auto& [cart, use] : brought) {
    if (!cart) continue;
    Result<std::optional<MergeReport>> report = bring_cart(work, customer, guest, *cart, use);
    if (!report) return refuse(report.error());
    if (*report) merged.push_back(**std::move(report));
  }
  return merged;
}

}  // namespace

Result<LoginAnswer> sign_in(Work& work, const LoginRequest& request,
                            const std::optional<Hash32>& old_capability) {
  if (work.identity.login_secret.empty()) return refuse(Error(ErrorCode::not_found, "login"));
  const Result<LoginClaims> claims =
      read_login_token(request.token, work.identity.login_secret, work.shops.ids(), work.now);
  if (!claims) return refuse(claims.error());
  const std::optional<Hash32> fresh = capability_hash(request.capability);
  if (!fresh) return not_usable("capability", "32 bytes in base64url are meant here");
  if (old_capability && same(*fresh, *old_capability)) {
    return not_usable("capability", "it is not a fresh one");
  }
  const Hash32 token = token_key(*claims);
  work.storage.sweep_login_tokens(work.now);
  if (!work.storage.use_login_token(token, *fresh, claims->expires)) {
    return answer_again(work, token, *fresh);
  }
  if (work.storage.session(*fresh)) return not_usable("capability", "it is not a fresh one");
  if (!old_capability && (request.cart || request.saved)) {
    return refuse(Error(ErrorCode::unauthorized));
  }
  const Hash32 customer = customer_key(work.identity, claims->store, claims->subject);
  work.storage.hold_customer({customer, claims->store, std::nullopt}, work.now);
  const Guest guest{old_capability.value_or(Hash32{}), claims->store, request.policy};
  const SessionRecord session = start_session(work, customer, *fresh, request.label);
  Result<std::vector<MergeReport>> merged = bring_carts(work, customer, request, guest);
  if (!merged) return refuse(merged.error());
  end_old_session(work, old_capability);
  return answer_of(work, session, *std::move(merged));
}

}  // namespace sealcart::server
