// Drawn stores and carts: every figure equals the reference, and the invariants that each of the
// platforms we looked at breaks somewhere (research: I1 to I13) hold without tolerance.
#include <gtest/gtest.h>

#include <numeric>

#include "support/random_shop.h"
#include "support/reference_price.h"
#include "support/told.h"

namespace sealcart {
namespace {

template <class T, class Member>
std::int64_t sum(const std::vector<T>& list, Member member) {
  std::int64_t total = 0;
  for (const T& entry : list) total += std::invoke(member, entry);
  return total;
}

// Runs `check` on that many cases; stops at the first failure and names its seed.
template <class Check>
void on_drawn_cases(int native_count, Check check) {
  for (int seed = 0; seed < rounds(native_count); ++seed) {
    Random random(static_cast<std::uint64_t>(seed));
    PricingCase test = random_case(random, 8);
    check(test, random);
    if (testing::Test::HasFailure()) {
      FAIL() << "seed " << seed << "\n"
             << json(test.document) << json(test.slice) << json(test.cart);
    }
  }
}

TEST(DrawnTotals, EqualTheReference) {
  on_drawn_cases(100'000, [](const PricingCase& test, Random&) {
    const Totals totals = test.totals();
    const slow::Price wanted = slow::price(test);
    std::vector<slow::Line> lines;
    for (const LineTotal& line : totals.lines) {
      lines.push_back({line.subtotal, line.line_discount, line.order_discount, line.tax});
    }
    EXPECT_TRUE(lines == wanted.lines);
    EXPECT_EQ(totals.shipping_total, wanted.shipping);
    EXPECT_EQ(totals.fee_total, wanted.fees);
    EXPECT_EQ(totals.included_tax_total, wanted.included_tax);
    EXPECT_EQ(totals.additional_tax_total, wanted.additional_tax);
    EXPECT_EQ(totals.grand_total, wanted.grand_total);
  });
}

// I1 lines + shipping + fees + tax on top = total. I2 tax summary = sum of the taxes. I3 shares =
// discount. I4 no line below 0. I11 net + tax = gross on every line.
TEST(DrawnTotals, AddUp) {
  on_drawn_cases(50'000, [](const PricingCase& test, Random&) {
    const Priced priced = test.priced();
    const Totals& t = priced.totals;
    std::int64_t lines = 0;
    for (std::size_t i = 0; i < t.lines.size(); ++i) {
      const TaxSlot& slot = priced.input.slots[priced.input.lines[i].tax_slot];
      const std::int64_t total = total_of(t.lines[i], slot);
      const std::int64_t net = t.lines[i].taxable() - (slot.included ? t.lines[i].tax : 0);
      EXPECT_EQ(net + t.lines[i].tax, total);
      EXPECT_GE(net, 0);
      EXPECT_GE(t.lines[i].taxable(), 0);
      lines += t.lines[i].taxable();
    }
    EXPECT_EQ(lines + t.shipping_total + t.fee_total + t.additional_tax_total, t.grand_total);
    const std::int64_t taxes = sum(t.lines, &LineTotal::tax) + t.shipping_tax +
                               std::reduce(t.fee_taxes.begin(), t.fee_taxes.end());
    EXPECT_EQ(sum(t.taxes, &TaxTotal::tax), taxes);
    EXPECT_EQ(t.included_tax_total + t.additional_tax_total, taxes);
    EXPECT_EQ(sum(t.lines, &LineTotal::order_discount), t.order_discount_total);
    EXPECT_EQ(sum(t.lines, &LineTotal::line_discount), t.line_discount_total);
    EXPECT_EQ(sum(t.taxes, &TaxTotal::taxable), lines + t.shipping_total + t.fee_total);
  });
}

// I6: devices that got the lines in other orders show the same figures for the same lines.
TEST(DrawnTotals, DoNotDependOnTheOrderOfTheLines) {
  on_drawn_cases(30'000, [](PricingCase& test, Random& random) {
    test.document.rounding.ties = Ties::weight;
    PricingCase mixed = test;
    auto& lines = mixed.cart.lines;
    for (std::size_t k = lines.size(); k > 1; --k) std::swap(lines[k - 1], lines[random.below(k)]);
    const Totals one = test.totals(), other = mixed.totals();
    EXPECT_EQ(one.grand_total, other.grand_total);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const auto* same = test.cart.find_line(lines[i].id);
      const auto at = static_cast<std::size_t>(same - test.cart.lines.data());
      EXPECT_EQ(other.lines[i].order_discount, one.lines[at].order_discount);
      EXPECT_EQ(other.lines[i].tax, one.lines[at].tax);
    }
  });
}

// I9: 100 % off leaves exactly nothing of the goods, whatever else applies.
TEST(DrawnTotals, AHundredPercentLeavesExactlyNothing) {
  on_drawn_cases(20'000, [](PricingCase& test, Random& random) {
    const auto target = random.one_in(2) ? PromotionTarget::line : PromotionTarget::order;
    test.document.promotions.push_back(percent_off("everything", target, 1'000'000));
    const Totals totals = test.totals();
    EXPECT_EQ(discounted_subtotal(totals), 0);
    EXPECT_EQ(sum(totals.lines, &LineTotal::tax), 0);
  });
}

// I12: more units never lower the subtotal before promotions.
TEST(DrawnTotals, MoreUnitsNeverLowerTheSubtotal) {
  on_drawn_cases(20'000, [](PricingCase& test, Random& random) {
    if (test.cart.lines.empty()) return;
    const std::int64_t before = test.totals().item_subtotal;
    test.put(random.pick(test.cart.lines).sku, 1);
    EXPECT_GE(test.totals().item_subtotal, before);
  });
}

// I13: taking a line out and putting it back in gives the same quote.
TEST(DrawnTotals, SurviveRemovingAndAddingAgain) {
  on_drawn_cases(20'000, [](PricingCase& test, Random& random) {
    if (test.cart.lines.empty()) return;
    test.document.rounding.ties = Ties::weight;
    const std::int64_t before = test.totals().grand_total;
    const LineItem line = random.pick(test.cart.lines);
    EXPECT_TRUE(apply(test.cart, make_remove(test.cart, {kMaker, 0}, line)));
    test.put(line.sku, quantity_of(line.lots));
    EXPECT_EQ(test.totals().grand_total, before);
  });
}

}  // namespace
}  // namespace sealcart
