// A small share of the campaign of tests/invariants, so that sanitizers and Wasm see it too.
#include "support/invariants.h"

#include <gtest/gtest.h>

#include "support/random_rules.h"
#include "support/told.h"

namespace sealcart {
namespace {

TEST(Invariants, HoldForDrawnRulesAndCarts) {
  for (int seed = 0; seed < rounds(20'000); ++seed) {
    Random random(static_cast<std::uint64_t>(seed));
    const PricingCase test = random_rules_case(random, 6);
    ASSERT_TRUE(Store::check(test.document)) << "seed " << seed;
    const PriceContext context = random_context(random, test);
    ASSERT_EQ(broken_invariant(test, context, random), "")
        << "seed " << seed << "\n"
        << json(test.document) << "\n"
        << json(test.slice) << "\n"
        << json(test.cart) << "\nnow " << context.now.ms;
  }
}

}  // namespace
}  // namespace sealcart
