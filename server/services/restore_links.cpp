#include "services/restore_links.h"

#include <algorithm>

#include "sealcart/seal/base64url.h"
#include "services/retention.h"

namespace sealcart::server {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kSignedBytes = 1 + 16 + 16 + 8;  // version, cart, link, end
constexpr std::size_t kTokenBytes = kSignedBytes + 32;

using TokenBytes = std::array<std::uint8_t, kTokenBytes>;

struct Link {
  CartId cart;
  LinkId link;
  std::int64_t expires_at_ms = 0;
};

Hash32 signature_of(const Identity& identity, const TokenBytes& token) {
  const std::string_view body(reinterpret_cast<const char*>(token.data()), kSignedBytes);
  return keyed_blake2b(identity.quote_key, "restore link:" + std::string(body));
}

std::string token_of(const Identity& identity, const Link& link) {
  TokenBytes token{kVersion};
  auto at = std::ranges::copy(link.cart.bytes, token.begin() + 1).out;
  at = std::ranges::copy(link.link.bytes, at).out;
  for (int shift = 56; shift >= 0; shift -= 8) {
    *at++ = static_cast<std::uint8_t>(static_cast<std::uint64_t>(link.expires_at_ms) >> shift);
  }
  std::ranges::copy(signature_of(identity, token), at);
  std::array<char, seal::text_size(kTokenBytes) + 1> text;
  seal::encode_text(token, text);
  return {text.data(), text.size() - 1};
}

// Nothing for what this server did not sign.
std::optional<Link> link_of(const Identity& identity, std::string_view text) {
  TokenBytes token;
  const auto size = seal::decode_text(text, token);
  if (!size || *size != token.size() || token[0] != kVersion) return std::nullopt;
  if (!same(signature_of(identity, token), std::span(token).subspan(kSignedBytes))) {
    return std::nullopt;
  }
  Link link;
  std::copy_n(token.begin() + 1, 16, link.cart.bytes.begin());
  std::copy_n(token.begin() + 17, 16, link.link.bytes.begin());
  std::uint64_t end = 0;
  for (std::size_t i = 33; i < kSignedBytes; ++i) end = end << 8 | token[i];
  link.expires_at_ms = static_cast<std::int64_t>(end);
  return link;
}

// What a link gives; nothing when it was revoked.
std::optional<Scopes> scopes_by(Work& work, const Link& link) {
  const std::vector<LinkRecord> links = work.storage.links(link.cart);
  const auto found = std::ranges::find(links, link.link, &LinkRecord::id);
  if (found == links.end()) return std::nullopt;
  return found->scopes;
}

}  // namespace

Result<RestoreLinkMade> make_link(Work& work, const Visit& visit, std::int32_t days) {
  const CartId cart = visit.cart->record.id;
  std::size_t live = 0;
  for (const LinkRecord& old : work.storage.links(cart)) {
    if (old.expires_at_ms > work.now.ms) {
      ++live;
    } else {
      work.storage.delete_link(cart, old.id);
    }
  }
  if (live >= limits::kDevices) {
    return refuse(Error(ErrorCode::devices_too_many)
                      .with("max", static_cast<std::int64_t>(limits::kDevices)));
  }
  const Link link{cart, random_id<LinkId>(), work.now.ms + days * kDayMs};
  const Scopes scopes = visit.access->scopes.without(AccessScope::manage);
  work.storage.insert_link(cart, {link.link, scopes, work.now.ms, link.expires_at_ms});
  return RestoreLinkMade{link.link, token_of(work.identity, link), link.expires_at_ms};
}

Status revoke_link(Work& work, const CartState& state, const LinkId& link) {
  if (work.storage.delete_link(state.record.id, link)) return {};
  return refuse(Error(ErrorCode::not_found, "link"));
}

Result<CartAccess> open_link(Work& work, const RestoreRequest& request, const Hash32& capability) {
  const std::optional<Link> link = link_of(work.identity, request.token);
  if (!link || link->expires_at_ms <= work.now.ms) return refuse(Error(ErrorCode::link_invalid));
  const Result<CartPtr> state = load_cart(work, link->cart);
  const auto scopes = state ? scopes_by(work, *link) : std::nullopt;
  if (!scopes) return refuse(Error(ErrorCode::link_invalid));
  AccessRecord access;
  access.id = random_id<AccessId>();
  access.capability = capability;
  access.scopes = *scopes;
  access.origin = AccessOrigin::link;
  access.label = request.label;
  SharingPen pen(work, **state);
  if (Status added = pen.add(access); !added) return refuse(added.error());
  const CartPtr opened = pen.close();
  return access_facts(*opened, *access_of(*opened, capability, work.now));
}

}  // namespace sealcart::server
