// The snapshot: what the page shows, whole, in canonical bytes; and the flat form of its numbers.
#include "sealcart/snapshot.h"

#include <gtest/gtest.h>

#include "support/open_session.h"
#include "support/random_shop.h"
#include "support/told.h"

namespace sealcart {
namespace {

Snapshot snapshot_of(const PricingCase& test) {
  return make_snapshot(test.cart, test.store(), test.catalog(), test.priced(), {});
}

PricingCase small_case() {
  PricingCase test;
  test.line("A", 1000, 2);
  test.slice.products[0].image = "/a.svg";
  test.slice.products[0].variants[0].compare_at = 1200;
  test.document.tax_rates = {tax_rate("home", "standard", 100'000, false)};
  test.document.promotions = {fixed_off("five", PromotionTarget::order, 500)};
  test.document.promotions[0].code = "FIVE";
  test.document.shipping_methods = {shipping_method("post", {"home"}, 300)};
  test.document.shipping_methods[0].free_from = 5000;
  test.code("FIVE");
  test.ship_to("US", "NV");
  return test;
}

TEST(Snapshot, HasItsCanonicalBytes) {
  const std::string line = to_hex(line_id("A").bytes);
  EXPECT_EQ(
      json(snapshot_of(small_case())),
      R"({"cart":"00000000000000000000000000000001","store":"shop","storeVersion":1,)"
      R"("currency":"USD","exponent":2,"destination":{"country":"US","region":"NV",)"
      R"("postalCode":""},"shippingMethod":"","estimate":true,"unitCount":2,"lines":[{"id":")" +
          line +
          R"(","sku":"A","product":"product-A","title":"Title of product-A","image":"/a.svg",)"
          R"("options":[],"customizations":[],"quantity":2,"maxQuantity":9999,)"
          R"("unitPrice":1000,"compareAt":1200,)"
          R"("subtotal":2000,"lineDiscount":0,"orderDiscount":500,"tax":150,"total":1650}],)"
          R"("codes":[{"code":"FIVE","promotion":"five","applied":true,"reason":"applied",)"
          R"("beatenBy":""}],"shippingMethods":[)"
          R"({"id":"post","name":"Name of post","available":true,"amount":300,"freeFrom":5000,)"
          R"("minDays":0,"maxDays":0,"parcels":1,"pickup":[],"chosen":true}],)"
          R"("taxes":[{"rate":"home-standard",)"
          R"("name":"Tax home-standard","ratePpm":100000,"included":false,"taxable":1500,)"
          R"("tax":150}],"adjustments":[{"kind":"orderDiscount","rule":"five",)"
          R"("name":"Name of five","line":")" +
          line +
          R"(","base":2000,"amount":-500},{"kind":"shipping","rule":"post",)"
          R"("name":"Name of post","base":300,"amount":300},{"kind":"additionalTax",)"
          R"("rule":"home-standard","name":"Tax home-standard","line":")" +
          line +
          R"(","base":1500,"amount":150}],"problems":[],"notices":[],"itemSubtotal":2000,)"
          R"("lineDiscountTotal":0,"orderDiscountTotal":500,"discountTotal":500,)"
          R"("shippingTotal":300,"shippingDiscountTotal":0,"feeTotal":0,)"
          R"("includedTaxTotal":0,"additionalTaxTotal":150,)"
          R"("grandTotal":1950,"tenderTotal":0,"amountDue":1950,)"
          R"("gaps":[{"kind":"freeShipping","rule":"post","name":"Name of post",)"
          R"("amount":3500,"units":0,"spend":3500}],"gifts":[],"priceChanges":[],)"
          R"("tenders":[],"taxRelief":"none","dealProven":true})");
}

TEST(Snapshot, OfASkuThatWasNeverLoadedKeepsTheLine) {
  PricingCase test;
  test.put("GONE", 3);
  const Snapshot snapshot = snapshot_of(test);
  EXPECT_EQ(snapshot.lines[0].sku, "GONE");
  EXPECT_EQ(snapshot.lines[0].quantity, 3);
  EXPECT_EQ(snapshot.lines[0].product, "");
  EXPECT_EQ(snapshot.problems[0].code, "sku_unknown");
}

TEST(Snapshot, MostThatCanBeSetIsBoundedByStock) {
  PricingCase test;
  Variant& variant = test.line("A", 1, 1);
  EXPECT_EQ(snapshot_of(test).lines[0].max_quantity, 9'999);
  variant.stock = 4;
  EXPECT_EQ(snapshot_of(test).lines[0].max_quantity, 4);
  variant.backorder = true;
  EXPECT_EQ(snapshot_of(test).lines[0].max_quantity, 9'999);
}

TEST(Snapshot, TellsACodeThatDoesNothingNow) {
  PricingCase test = small_case();
  test.document.promotions[0].min_subtotal = 2001;
  EXPECT_FALSE(snapshot_of(test).codes[0].applied);
  EXPECT_EQ(snapshot_of(test).codes[0].promotion, "five");
  test.document.promotions.clear();
  EXPECT_EQ(snapshot_of(test).codes[0].promotion, "");
}

TEST(Snapshot, ReadsBackFromItsJson) {
  for (int seed = 0; seed < rounds(5'000); ++seed) {
    Random random(static_cast<std::uint64_t>(seed));
    const std::string text = json(snapshot_of(random_case(random, 8)));
    const auto read = read_json<Snapshot>(text);
    ASSERT_TRUE(read) << told(read.error()) << " in " << text;
    ASSERT_EQ(json(*read), text);
  }
}

// --- flat form -----------------------------------------------------------------------------------
// The numbers of a snapshot in the order the lists of snapshot.h give.
std::vector<double> numbers_of(const Snapshot& s) {
  std::vector<std::int64_t> all;
  for (const SnapshotLine& line : s.lines) {
    for (const std::int64_t number :
         {std::int64_t{line.quantity}, line.unit_price, line.subtotal, line.line_discount,
          line.order_discount, line.tax, line.total}) {
      all.push_back(number);
    }
  }
  for (const SnapshotTax& tax : s.taxes) all.insert(all.end(), {tax.taxable, tax.tax});
  for (const SnapshotMethod& method : s.shipping_methods) {
    all.insert(all.end(), {method.amount.value_or(0), method.chosen ? 1 : 0});
  }
  for (const SnapshotGap& gap : s.gaps) all.insert(all.end(), {gap.amount, gap.units});
  return {all.begin(), all.end()};
}

std::vector<double> head_of(const Session& session) {
  const Snapshot s = session.snapshot();
  const std::array<std::int64_t, kFlatHead.size()> head{
      session.revision(),
      session.structure(),
      static_cast<std::int64_t>(s.lines.size()),
      s.unit_count,
      s.estimate ? 1 : 0,
      s.item_subtotal,
      s.line_discount_total,
      s.order_discount_total,
      s.discount_total,
      s.shipping_total,
      s.fee_total,
      s.included_tax_total,
      s.additional_tax_total,
      s.grand_total,
      s.shipping_discount_total,
      s.tender_total,
      s.amount_due,
      static_cast<std::int64_t>(session.log().pending().size()),
      session.log().head()};
  return {head.begin(), head.end()};
}

TEST(Flat, HasTheNumbersOfTheSnapshot) {
  for (int seed = 0; seed < rounds(10'000); ++seed) {
    Random random(static_cast<std::uint64_t>(seed));
    const PricingCase test = random_case(random, 8);
    Session session = open_session(test);
    ASSERT_TRUE(session.open_cart({kMaker, 3, test.cart, {}}));
    std::vector<double> wanted = head_of(session);
    const std::vector<double> records = numbers_of(session.snapshot());
    wanted.insert(wanted.end(), records.begin(), records.end());
    ASSERT_EQ(flat_of(session), wanted) << "seed " << seed;
  }
}

TEST(Flat, OfASessionWithoutACartIsAHeadOfZeros) {
  Session session;
  EXPECT_EQ(flat_of(session), std::vector<double>(kFlatHead.size(), 0));
}

TEST(Flat, FollowsEveryEdit) {
  for (int seed = 0; seed < rounds(2'000); ++seed) {
    Random random(static_cast<std::uint64_t>(seed));
    const Shop shop = random_shop(random, 5);
    Session session = open_session(shop);
    for (int step = 0; step < 12; ++step) {
      const std::string sku = random.pick(shop.slice.products).variants[0].sku;
      const std::size_t lines = session.cart().lines.size();
      if (lines == 0 || random.one_in(3)) {
        ASSERT_TRUE(session.add(sku, random.between(1, 9)));
      } else if (random.one_in(6)) {
        ASSERT_TRUE(session.remove(random.below(lines)));
      } else {
        ASSERT_TRUE(session.set_quantity(random.below(lines), random.between(1, 99)));
      }
      const Priced fresh = price_cart(session.cart(), *session.store(), session.catalog(), {});
      const Snapshot snapshot =
          make_snapshot(session.cart(), *session.store(), session.catalog(), fresh, {});
      ASSERT_EQ(json(session.snapshot()), json(snapshot)) << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace sealcart
