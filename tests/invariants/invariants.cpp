// Draws stores and carts and checks what must hold for every price.
//   invariants [COUNT [FIRST_SEED]]: ends with "N carts, M violations"; 1 when there is one.
#include "support/invariants.h"

#include <cstdio>
#include <cstdlib>

#include "support/random_rules.h"
#include "support/told.h"

int main(int argc, char** argv) {
  const long long count = argc > 1 ? std::atoll(argv[1]) : 100'000;
  const long long first = argc > 2 ? std::atoll(argv[2]) : 1'000'000;
  long long violations = 0;
  for (long long seed = first; seed < first + count && violations < 10; ++seed) {
    sealcart::Random random(static_cast<std::uint64_t>(seed));
    const sealcart::PricingCase test = sealcart::random_rules_case(random, 6);
    const sealcart::PriceContext context = sealcart::random_context(random, test);
    const std::string broken = sealcart::broken_invariant(test, context, random);
    if (broken.empty()) continue;
    ++violations;
    std::printf("seed %lld: %s\n", seed, broken.c_str());
  }
  std::printf("%lld carts, %lld violations\n", count, violations);
  return violations == 0 ? 0 : 1;
}
