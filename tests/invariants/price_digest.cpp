// Prices drawn carts and prints a digest of the snapshots' bytes for each thousand of them. Native
// code and Wasm must print the same.
//   price_digest [COUNT [FIRST_SEED]]
#include <cstdio>
#include <cstdlib>

#include "sealcart/snapshot.h"
#include "support/random_rules.h"
#include "support/told.h"

int main(int argc, char** argv) {
  const long count = argc > 1 ? std::atol(argv[1]) : 100'000;
  const long first = argc > 2 ? std::atol(argv[2]) : 5'000'000;
  std::uint64_t digest = 14'695'981'039'346'656'037U;  // FNV-1a, 64 bits
  for (long n = 0; n < count; ++n) {
    sealcart::Random random(static_cast<std::uint64_t>(first + n));
    const sealcart::PricingCase test = sealcart::random_rules_case(random, 6);
    const sealcart::PriceContext context = sealcart::random_context(random, test);
    const sealcart::Store store = test.store();
    const sealcart::Catalog catalog = test.catalog();
    const auto priced = sealcart::price_cart(test.cart, store, catalog, context);
    const std::string bytes =
        sealcart::json(sealcart::make_snapshot(test.cart, store, catalog, priced, context));
    for (const char byte : bytes) {
      digest = (digest ^ static_cast<unsigned char>(byte)) * 1'099'511'628'211U;
    }
    if ((n + 1) % 1000 == 0 || n + 1 == count) {
      std::printf("%ld %016llx\n", n + 1, static_cast<unsigned long long>(digest));
    }
  }
  return 0;
}
