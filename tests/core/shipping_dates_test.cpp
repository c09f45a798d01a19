// Delivery dates in the snapshot: lead times of the products in the cart, cut-off, what would
// spoil.
#include <gtest/gtest.h>

#include "support/open_session.h"
#include "support/piped_shipping.h"
#include "support/told.h"

namespace sealcart::tested_shipping_dates {
namespace {

// 2026-11-23 is a Monday.
Timestamp at(std::string_view date, std::int64_t minutes) {
  return {parse_date(date).value() * kMsPerDay + minutes * kMsPerMinute};
}
const Timestamp kMondayNoon = at("2026-11-23", 12 * 60);

// Post takes one or two working days and is collected until 14:00.
PricingCase dated() {
  PricingCase test;
  ShippingMethod post = shipping_method("post", {"home"}, 500);
  post.min_days = 1;
  post.max_days = 2;
  post.delivery = DeliveryRule{14 * 60, 0, {}, {}};
  test.document.shipping_methods = {post, shipping_method("van", {"home"}, 900)};
  test.line("A", 1000, 1);
  ship_to(test, {"US", "", ""});
  return test;
}

std::string dates(const PricingCase& test, const PriceContext& context = kMondayNoon) {
  const SnapshotMethod method = shown_method(priced_snapshot(test, context));
  if (!method.available) return "not available";
  if (!method.delivery) return "no dates";
  return method.delivery->dispatch + ": " + method.delivery->earliest + " to " +
         method.delivery->latest;
}

TEST(ShippingDates, AreThoseOfThePlainRule) {
  EXPECT_EQ(dates(dated()), "2026-11-23: 2026-11-24 to 2026-11-25");
  EXPECT_EQ(shown_method(priced_snapshot(dated(), kMondayNoon), "van").delivery, std::nullopt);
}

TEST(ShippingDates, ChangeAtTheCutOffInTheShopsTime) {
  PriceContext context(at("2026-11-23", 14 * 60 - 60 - 1));
  context.utc_offset_min = 60;
  EXPECT_EQ(dates(dated(), context), "2026-11-23: 2026-11-24 to 2026-11-25");
  EXPECT_EQ(shown_method(priced_snapshot(dated(), context)).delivery->changes_at.ms,
            at("2026-11-23", 13 * 60).ms);
  context.now = at("2026-11-23", 13 * 60);
  EXPECT_EQ(dates(dated(), context), "2026-11-24: 2026-11-25 to 2026-11-26");
}

TEST(ShippingDates, WaitForWhatIsMadeLongest) {
  PricingCase test = dated();
  test.slice.products[0].make_days = 2;
  EXPECT_EQ(dates(test), "2026-11-25: 2026-11-26 to 2026-11-27");
  test.line("B", 1000, 1);
  test.slice.products[1].make_days = 4;
  EXPECT_EQ(dates(test), "2026-11-27: 2026-11-30 to 2026-12-01");
  test.slice.products[1].variants[0].ships = false;  // a drawing that is sent by e-mail
  EXPECT_EQ(dates(test), "2026-11-25: 2026-11-26 to 2026-11-27");
}

// Fresh fish keeps three days: not over the weekend.
TEST(ShippingDates, HoldBackWhatWouldSpoil) {
  PricingCase test = dated();
  test.line("FISH", 1000, 1);
  test.slice.products[1].keeps_days = 3;
  EXPECT_EQ(dates(test, at("2026-11-26", 0)), "2026-11-30: 2026-12-01 to 2026-12-02");
  test.slice.products[1].keeps_days = 4;
  EXPECT_EQ(dates(test, at("2026-11-26", 0)), "2026-11-26: 2026-11-27 to 2026-11-30");
}

TEST(ShippingDates, AMethodThatIsAlwaysTooSlowIsNotAvailable) {
  PricingCase test = dated();
  test.slice.products[0].keeps_days = 1;
  EXPECT_EQ(dates(test), "not available");
  EXPECT_EQ(priced_snapshot(test, kMondayNoon).shipping_total, 900);
  test.choose_method("post");
  EXPECT_EQ(told(problems(test.cart, test.store(), test.catalog(), test.priced(), PriceContext())),
            std::vector<std::string>{"shipping_method_unavailable at shippingMethod method=post"});
  test.slice.products[0].keeps_days = 2;
  EXPECT_EQ(dates(test), "2026-11-23: 2026-11-24 to 2026-11-25");
}

TEST(ShippingDates, WithoutARuleTheMostDaysAreCompared) {
  PricingCase test = dated();
  test.document.shipping_methods[0].delivery.reset();
  test.slice.products[0].keeps_days = 1;
  EXPECT_EQ(dates(test), "not available");
  test.slice.products[0].keeps_days = 2;
  EXPECT_EQ(dates(test), "no dates");
}

TEST(ShippingDates, NeedTheMoment) { EXPECT_EQ(dates(dated(), {}), "no dates"); }

TEST(ShippingDates, AMomentOrOffsetOutOfRangeHasNone) {
  EXPECT_EQ(dates(dated(), Timestamp{limits::kCounter}), "no dates");
  PriceContext context = kMondayNoon;
  context.utc_offset_min = limits::kUtcOffsetEastMin + 1;
  EXPECT_EQ(dates(dated(), context), "no dates");
}

// What a page shows follows its clock, and only then is restructured.
TEST(ShippingDates, OfASessionFollowTheClock) {
  const PricingCase test = dated();
  Session session = open_session(test);
  ASSERT_TRUE(session.open_cart({kMaker, 3, test.cart, {}}));
  const auto told = [&] {
    const auto delivery = shown_method(session.snapshot()).delivery;
    return delivery ? delivery->dispatch : "none";
  };
  EXPECT_EQ(told(), "none");
  session.set_now(kMondayNoon);
  EXPECT_EQ(told(), "2026-11-23");
  const std::int64_t structure = session.structure();
  session.set_now({at("2026-11-23", 14 * 60).ms - 1});
  EXPECT_EQ(session.structure(), structure);
  session.set_now(at("2026-11-23", 14 * 60));
  EXPECT_GT(session.structure(), structure);
  EXPECT_EQ(told(), "2026-11-24");
}

}  // namespace
}  // namespace sealcart::tested_shipping_dates
