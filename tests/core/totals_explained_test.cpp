// Every minor unit on the page has its rule: the displayed amounts are rebuilt from explain alone.
#include <gtest/gtest.h>

#include <map>

#include "sealcart/snapshot.h"
#include "support/random_rules.h"

namespace sealcart {
namespace {

struct Rebuilt {
  std::int64_t line_discount = 0;
  std::int64_t order_discount = 0;
  std::int64_t tax = 0;
};

struct Drawn {
  Snapshot snapshot;
  bool tax_by_line = true;  // false: rounded once for the order, and told for it as a whole
};

Drawn drawn(std::uint64_t seed) {
  Random random(seed);
  const PricingCase test = random_rules_case(random, 8);
  const PriceContext context = random_context(random, test);
  const Store store = test.store();
  const Catalog catalog = test.catalog();
  const Priced priced = price_cart(test.cart, store, catalog, context);
  return {make_snapshot(test.cart, store, catalog, priced, context),
          priced.input.rounding.tax_scope != RoundingScope::order};
}

TEST(Explained, SubtotalsAndAdjustmentsMakeTheAmountDue) {
  for (int seed = 0; seed < rounds(10'000); ++seed) {
    const Snapshot s = drawn(static_cast<std::uint64_t>(seed)).snapshot;
    std::int64_t due = 0;
    for (const SnapshotLine& line : s.lines) due += line.subtotal;
    for (const Adjustment& a : s.adjustments) {
      const bool moves =
          a.kind != AdjustmentKind::included_tax && a.kind != AdjustmentKind::unit_price;
      if (moves) due += a.amount;
    }
    ASSERT_EQ(due, s.amount_due) << "seed " << seed;
    std::int64_t paid = 0;
    for (const AppliedTender& tender : s.tenders) paid += tender.amount;
    ASSERT_EQ(paid, s.tender_total) << "seed " << seed;
  }
}

TEST(Explained, EachLineAndTaxRowIsTheSumOfItsAdjustments) {
  for (int seed = 0; seed < rounds(10'000); ++seed) {
    const auto [s, tax_by_line] = drawn(static_cast<std::uint64_t>(seed));
    std::map<std::string, Rebuilt> lines;
    std::map<std::string, std::int64_t> rates;
    for (const Adjustment& a : s.adjustments) {
      Rebuilt& line = lines[a.line ? to_hex(a.line->bytes) : std::string()];
      if (a.kind == AdjustmentKind::line_discount) line.line_discount -= a.amount;
      if (a.kind == AdjustmentKind::order_discount) line.order_discount -= a.amount;
      if (a.kind != AdjustmentKind::included_tax && a.kind != AdjustmentKind::additional_tax) {
        continue;
      }
      line.tax += a.amount;
      rates[a.rule] += a.amount;
    }
    for (const SnapshotLine& line : s.lines) {
      const Rebuilt& told = lines[to_hex(line.id.bytes)];
      ASSERT_EQ(told.line_discount, line.line_discount) << "seed " << seed;
      ASSERT_EQ(told.order_discount, line.order_discount) << "seed " << seed;
      if (tax_by_line) {
        ASSERT_EQ(told.tax, line.tax) << "seed " << seed;
      }
    }
    for (const SnapshotTax& tax : s.taxes) {
      ASSERT_EQ(rates[tax.rate], tax.tax) << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace sealcart
