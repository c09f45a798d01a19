// Opening: whose token, when, for which order; secrets wiped.
#include "support/support.h"

namespace sealcart::seal::test {
namespace {

TEST(SealOpen, RefusesAKeyThatIsNotTheRecipients) {
  const Sealed sealed = sample_token();
  const RecipientKey other = recipient_key(random_array<Seed>());
  EXPECT_EQ(open_status(sealed.token, other, sealed.header), SealStatus::key_unknown);
  // Even one that claims the same kid.
  RecipientKey liar = recipient_key(random_array<Seed>());
  liar.kid = sealed.key.kid;
  EXPECT_EQ(open_status(sealed.token, liar, sealed.header), SealStatus::box_forged);
}

TEST(SealOpen, RefusesAnotherMerchantsToken) {
  const Sealed sealed = sample_token();
  const auto opened = open_token(sealed.token, sealed.key, {random_array<Id16>(), kNow});
  ASSERT_FALSE(opened.has_value());
  EXPECT_EQ(opened.error(), SealStatus::merchant_mismatch);
}

TEST(SealOpen, HonoursExpiryAndClockDifferenceToTheMillisecond) {
  const Sealed sealed = sample_token();
  const auto at = [&](std::int64_t now_ms) {
    return status_of(open_token(sealed.token, sealed.key, {sealed.header.merchant, now_ms}));
  };
  const std::int64_t issued = sealed.header.issued_at_ms, expires = sealed.header.expires_at_ms;
  EXPECT_EQ(at(expires - 1), SealStatus::ok);
  EXPECT_EQ(at(expires), SealStatus::token_expired);
  EXPECT_EQ(at(expires + 1), SealStatus::token_expired);
  EXPECT_EQ(at(issued - kClockSkewMs), SealStatus::ok);
  EXPECT_EQ(at(issued - kClockSkewMs - 1), SealStatus::token_early);
  EXPECT_EQ(at(INT64_MAX), SealStatus::token_expired);
  EXPECT_EQ(at(INT64_MIN), SealStatus::token_early);
}

TEST(SealOpen, MatchesEveryFieldOfTheOrder) {
  const TokenHeader header = sample_header();
  const OrderBinding order{header.cart,         header.quote,    header.cart_state,
                           header.amount_minor, header.currency, header.exponent};
  const auto with = [&](auto change) {
    OrderBinding other = order;
    change(other);
    return match_order(header, other);
  };
  using O = OrderBinding;
  EXPECT_EQ(with([](O&) {}), SealStatus::ok);
  EXPECT_EQ(with([](O& o) { o.cart[15] ^= 1; }), SealStatus::cart_mismatch);
  EXPECT_EQ(with([](O& o) { o.quote[15] ^= 1; }), SealStatus::quote_mismatch);
  EXPECT_EQ(with([](O& o) { o.cart_state[31] ^= 1; }), SealStatus::cart_state_mismatch);
  EXPECT_EQ(with([](O& o) { o.amount_minor += 1; }), SealStatus::amount_mismatch);
  EXPECT_EQ(with([](O& o) { o.amount_minor -= 1; }), SealStatus::amount_mismatch);
  EXPECT_EQ(with([](O& o) { o.currency = {'J', 'P', 'Y'}; }), SealStatus::currency_mismatch);
  EXPECT_EQ(with([](O& o) { o.exponent = 0; }), SealStatus::currency_mismatch);
}

TEST(SealOpen, WipesSecretsWhenTheyMoveOrLeaveScope) {
  alignas(SecretBytes<64>) std::array<std::uint8_t, sizeof(SecretBytes<64>)> memory;
  const ByteVector secret(64, 0x42);
  const auto holds_secret = [&] {
    return std::ranges::any_of(memory, [](std::uint8_t byte) { return byte == 0x42; });
  };
  auto* const held = new (memory.data()) SecretBytes<64>(secret);
  EXPECT_TRUE(holds_secret());
  SecretBytes<64> moved(std::move(*held));
  EXPECT_FALSE(holds_secret());
  EXPECT_EQ(held->size(), 0u);
  EXPECT_TRUE(std::ranges::equal(moved.bytes(), secret));
  *held = std::move(moved);
  EXPECT_TRUE(holds_secret());
  held->~SecretBytes<64>();
  EXPECT_FALSE(holds_secret());
}

TEST(SealOpen, EveryStatusHasItsOwnNameAndASentence) {
  EXPECT_EQ(status_name(SealStatus::ok), "ok");
  EXPECT_EQ(status_name(SealStatus::key_none), "key_none");
  EXPECT_EQ(status_text(SealStatus::token_expired), "the token has expired");
  EXPECT_EQ(status_name(static_cast<SealStatus>(250)), "unknown");
}

}  // namespace
}  // namespace sealcart::seal::test
