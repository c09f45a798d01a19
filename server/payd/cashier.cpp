#include "payd/cashier.h"

#include <algorithm>
#include <array>

#include "base/log.h"
#include "sealcart/seal/base64url.h"
#include "sealcart/wire.h"

namespace sealcart::server::payd {
namespace {

// A jti stays known until no key can open its token any more.
constexpr std::int64_t kKeepJtiMs = 2 * seal::kKeyUseMs;

std::unexpected<std::string> because(std::string_view reason) {
  return std::unexpected(std::string(reason));
}

std::string_view text_of(std::span<const std::uint8_t> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::optional<seal::OrderBinding> binding_of(const PaymentClaim& claim) {
  const std::optional<Hash32> state = hash_from_hex(claim.cart_hash);
  if (!state) return std::nullopt;
  seal::OrderBinding binding;
  binding.cart = claim.cart.bytes;
  binding.quote = claim.quote.bytes;
  binding.cart_state = *state;
  binding.amount_minor = claim.amount;
  std::ranges::copy(claim.currency, binding.currency.begin());
  binding.exponent = static_cast<std::uint8_t>(claim.exponent);
  return binding;
}

// The same for every attempt with this token, so the provider charges it once.
std::string provider_key(const seal::Id16& jti, const seal::Id16& merchant) {
  std::string bytes(text_of(jti));
  bytes += text_of(merchant);
  return hex(blake2b(bytes));
}

psp::Answer declined(std::string reason) {
  return {PaymentState::declined, {}, 0, {}, std::move(reason)};
}

}  // namespace

std::expected<Cashier::Opened, std::string> Cashier::open(const PaymentClaim& claim) {
  std::array<std::uint8_t, seal::kTokenBytes> token;
  const auto size = seal::decode_text(claim.token, token);
  if (!size) return because(seal::status_name(size.error()));
  const std::span bytes = std::span(token).first(*size);
  const auto header = seal::parse_header(bytes);
  if (!header) return because(seal::status_name(header.error()));
  const seal::RecipientKey* key = keys_.find(header->kid);
  if (!key) return because("key_unknown");
  const auto opened = seal::open_token(bytes, *key, {merchant_, clock_().ms});
  if (!opened) return because(seal::status_name(opened.error()));
  const seal::TokenHeader& sealed = opened->header;
  if (!journal_.take_jti(sealed.jti, claim.order, sealed.expires_at_ms + kKeepJtiMs)) {
    return because("jti_seen");
  }
  const auto binding = binding_of(claim);
  if (!binding) return because("claim_invalid");
  const seal::SealStatus match = seal::match_order(sealed, *binding);
  if (match != seal::SealStatus::ok) return because(seal::status_name(match));
  Result<psp::PaymentData> source =
      read_json<psp::PaymentData>(text_of(opened->payload.bytes()), seal::kPayloadBytes);
  if (!source) return because("payload_" + std::string(error_name(source.error().code)));
  return Opened{provider_key(sealed.jti, merchant_), *std::move(source)};
}

Awaitable<Attempt> Cashier::pay(PaymentClaim claim) {
  std::expected<Opened, std::string> opened = open(claim);
  wipe(claim.token);
  Attempt attempt{claim.order, claim.fence, opened ? opened->provider_key : std::string(), {}};
  journal_.begin(attempt);
  if (opened) {
    // Named before it is awaited: GCC 12 destroys an aggregate made inside a co_await call twice.
    psp::Charge charge{opened->provider_key, claim.amount, claim.currency, &opened->source};
    attempt.answer = co_await provider_.charge(std::move(charge));
  } else {
    log(Level::warning, "token_refused",
        {{"order", to_hex(claim.order.bytes)}, {"reason", opened.error()}});
    attempt.answer = declined("token refused");
  }
  journal_.finish(attempt);
  co_return attempt;
}

Awaitable<Attempt> Cashier::ask_again(Attempt attempt) {
  attempt.answer = co_await provider_.find(attempt.provider_key);
  if (attempt.answer.state != PaymentState::unknown) journal_.finish(attempt);
  co_return attempt;
}

}  // namespace sealcart::server::payd
