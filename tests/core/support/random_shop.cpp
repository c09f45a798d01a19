#include "support/random_shop.h"

#include <array>

namespace sealcart {
namespace {

constexpr std::array<std::string_view, 3> kCategories{"hats", "mugs", "prints"};
constexpr std::array<std::string_view, 3> kTaxCategories{"standard", "reduced", "none"};
constexpr std::array<std::string_view, 3> kCountries{"US", "CA", "FR"};

std::string numbered(std::string_view prefix, std::size_t n) {
  return std::string(prefix) + std::to_string(n);
}

std::int64_t amount(Random& random) { return random.of_bits(random.one_in(2) ? 8 : 30); }

std::int32_t rate(Random& random, std::int32_t most) {
  constexpr std::array<std::int32_t, 8> usual{0,       1,       50'000,  72'500,
                                              100'000, 200'000, 333'333, 500'000};
  return random.one_in(4) ? static_cast<std::int32_t>(random.between(0, most)) : random.pick(usual);
}

Promotion random_promotion(Random& random, std::size_t n, std::size_t products) {
  const bool line = random.one_in(2);
  const auto target = line ? PromotionTarget::line : PromotionTarget::order;
  Promotion promotion = random.one_in(2)
                            ? fixed_off(numbered("p", n), target, 1 + amount(random))
                            : percent_off(numbered("p", n), target, 1 + rate(random, 999'999));
  if (random.one_in(2)) promotion.code = numbered("Code", n);
  if (!line && random.one_in(2)) promotion.min_subtotal = amount(random);
  if (line && random.one_in(2)) promotion.skus.push_back(numbered("S", random.below(products)));
  if (line && random.one_in(3)) promotion.categories.emplace_back(random.pick(kCategories));
  return promotion;
}

void add_charges(Random& random, StoreDocument& document) {
  for (std::size_t m = random.below(4); m > 0; --m) {
    ShippingMethod method = shipping_method(numbered("m", m), {"home"}, amount(random));
    if (random.one_in(2)) method.zones.emplace_back("away");
    if (random.one_in(2)) method.free_from = amount(random);
    method.tax_category = random.pick(kTaxCategories);
    document.shipping_methods.push_back(std::move(method));
  }
  for (std::size_t f = random.below(3); f > 0; --f) {
    Fee fee = fee_of(numbered("f", f), amount(random));
    if (random.one_in(2)) fee.below_subtotal = amount(random);
    fee.tax_category = random.pick(kTaxCategories);
    document.fees.push_back(std::move(fee));
  }
}

void add_taxes(Random& random, StoreDocument& document) {
  for (const char* zone : {"home", "away"}) {
    const bool included = random.one_in(2);
    for (const std::string_view category : kTaxCategories) {
      if (random.one_in(3)) continue;
      const std::int32_t drawn = rate(random, limits::kRatePpm);
      document.tax_rates.push_back(
          tax_rate(zone, std::string(category), drawn, random.one_in(5) != included));
    }
  }
}

}  // namespace

Shop random_shop(Random& random, std::size_t most_products) {
  Shop shop;
  const std::size_t products = 1 + random.below(most_products);
  for (std::size_t i = 0; i < products; ++i) {
    const std::int64_t price = amount(random);
    Variant& variant = shop.sell(numbered("S", i), price, std::string(random.pick(kTaxCategories)));
    variant.ships = !random.one_in(4);
    if (random.one_in(4)) shop.slice.products.back().category = random.pick(kCategories);
  }
  for (std::size_t p = 0; p < random.below(7); ++p) {
    shop.document.promotions.push_back(random_promotion(random, p, products));
  }
  add_taxes(random, shop.document);
  add_charges(random, shop.document);
  if (random.one_in(4)) shop.document.rounding.ties = Ties::position;
  return shop;
}

PricingCase random_case(Random& random, std::size_t most_lines) {
  PricingCase test;
  static_cast<Shop&>(test) = random_shop(random, most_lines);
  const std::size_t products = test.slice.products.size();
  for (std::size_t i = 0; i < products; ++i) {
    if (random.one_in(5)) continue;
    const auto quantity = static_cast<std::int32_t>(1 + random.of_bits(random.one_in(3) ? 10 : 3));
    test.put(numbered("S", i), quantity);
  }
  for (const Promotion& promotion : test.document.promotions) {
    if (!promotion.code.empty() && random.one_in(2)) test.code(promotion.code);
  }
  if (random.one_in(2)) test.ship_to(std::string(random.pick(kCountries)));
  const auto& methods = test.document.shipping_methods;
  if (!methods.empty() && random.one_in(2)) test.choose_method(random.pick(methods).id);
  return test;
}

}  // namespace sealcart
