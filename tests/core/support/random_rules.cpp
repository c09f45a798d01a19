#include "support/random_rules.h"

#include <array>
#include <cstdlib>

#include "support/told.h"

namespace sealcart {
namespace {

constexpr std::array<std::string_view, 3> kGroups{"", "trade", "staff"};
constexpr std::int64_t kMoments = 1'000;  // all times lie in 0 to this

class RulesMaker {
 public:
  RulesMaker(Random& random, PricingCase& test)
      : random_(random), test_(test), doc_(test.document) {}

  void run() {
    roundings();
    for (Product& product : test_.slice.products) prices(product);
    taxes();
    const std::size_t count = random_.below(9);
    for (std::size_t p = 0; p < count; ++p) doc_.promotions.push_back(promotion(p));
    for (const Promotion& made : doc_.promotions) {
      const bool known = made.code.empty() || test_.cart.find_code(made.code) != nullptr;
      if (!known && random_.one_in(2)) test_.code(made.code);
    }
    for (Fee& fee : doc_.fees) {
      if (random_.one_in(3)) fee.rate_ppm = rate();
    }
    for (ShippingMethod& method : doc_.shipping_methods) {
      if (random_.one_in(3)) method.per_item = amount();
    }
  }

 private:
  std::int64_t amount() { return random_.of_bits(random_.one_in(2) ? 10 : 24); }
  std::int32_t rate() {
    constexpr std::array<std::int32_t, 7> usual{1,       50'000,  72'500,   100'000,
                                                200'000, 333'333, 1'000'000};
    return random_.pick(usual);
  }
  std::int32_t few() { return static_cast<std::int32_t>(1 + random_.below(4)); }
  Timestamp moment() { return {random_.between(0, kMoments)}; }
  std::string sku() { return "S" + std::to_string(random_.below(test_.slice.products.size())); }
  template <class Enum>
  Enum any(std::size_t count) {
    return static_cast<Enum>(random_.below(count));
  }

  void roundings() {
    RoundingRules& rules = doc_.rounding;
    if (random_.one_in(2)) rules.preset = any<RoundingPreset>(12);
    if (random_.one_in(4)) rules.discount_mode = any<Rounding>(3);
    if (random_.one_in(4)) rules.tax_mode = any<Rounding>(3);
    if (random_.one_in(4)) rules.price_mode = any<Rounding>(3);
    if (random_.one_in(4)) rules.tax_scope = any<RoundingScope>(3);
    if (random_.one_in(4)) rules.discount_scope = any<RoundingScope>(2);
    if (random_.one_in(4)) rules.several_taxes = any<TaxRounding>(2);
    if (random_.one_in(4)) rules.allocation = any<AllocationPolicy>(6);
    if (random_.one_in(3)) doc_.conflicts = DealChoice::priority;
    if (random_.one_in(3)) doc_.discount_base = any<DiscountBase>(3);
    if (random_.one_in(2)) doc_.tax_policy.gross_prices = GrossPrices::reprice;
    if (random_.one_in(3)) doc_.tax_policy.reverse_charge_zones = {"away"};
  }

  void prices(Product& product) {
    Variant& variant = product.variants[0];
    if (random_.one_in(3)) product.tags.emplace_back("sale");
    if (random_.one_in(4)) variant.min_price = random_.between(0, variant.price);
    for (std::size_t n = random_.one_in(3) ? random_.below(4) : 0; n > 0; --n) {
      ListPrice price;
      price.name = "List " + std::to_string(n);
      price.group = random_.pick(kGroups);
      price.min_quantity = random_.one_in(2) ? 1 : few() * 3;
      price.amount = random_.between(0, variant.price + variant.price / 4);
      if (random_.one_in(3)) price.starts_at = moment();
      if (random_.one_in(3)) price.ends_at = moment();
      variant.prices.push_back(price);
    }
  }

  // More rates beside those there are, in their way: included or on top.
  void taxes() {
    const std::vector<TaxRate> before = doc_.tax_rates;
    std::size_t compound = 0;
    for (const TaxRate& rate_before : before) {
      if (!random_.one_in(3)) continue;
      TaxRate more = rate_before;
      more.id += "-more";
      more.rate_ppm = rate();
      more.compound = random_.one_in(2);
      if (random_.one_in(3)) more.starts_at = moment();
      if (random_.one_in(3)) more.ends_at = moment();
      doc_.tax_rates.push_back(more);
      if (compound++ == 0 && more.compound) {
        more.id += "-still";
        doc_.tax_rates.push_back(more);
      }
    }
  }

  Promotion promotion(std::size_t n) {
    const auto target = any<PromotionTarget>(3);
    Promotion made = percent_off("r" + std::to_string(n), target, 0);
    made.kind = any<PromotionKind>(3);
    if (made.kind == PromotionKind::percent) made.rate_ppm = rate();
    if (made.kind != PromotionKind::percent) made.amount = 1 + amount();
    conditions(made, n);
    lines(made);
    values(made);
    together(made);
    return made;
  }

  void conditions(Promotion& made, std::size_t n) {
    if (random_.one_in(5)) made.code = "rule" + std::to_string(n);
    if (random_.one_in(4)) made.min_subtotal = amount();
    if (random_.one_in(6)) made.max_subtotal = made.min_subtotal + amount();
    if (random_.one_in(5)) made.min_quantity = few();
    if (random_.one_in(5)) made.needs.push_back({{sku()}, {}, few(), amount() / 8});
    if (random_.one_in(6)) made.zones = {random_.one_in(2) ? "home" : "away"};
    if (random_.one_in(6)) made.customer_groups = {"trade"};
    if (random_.one_in(6)) made.first_order = true;
    if (random_.one_in(5)) made.starts_at = moment();
    if (random_.one_in(5)) made.ends_at = moment();
    if (random_.one_in(6)) made.usage_limit = random_.between(0, 3);
  }

  void lines(Promotion& made) {
    if (made.target == PromotionTarget::shipping) return;
    if (random_.one_in(3)) made.skus = {sku(), sku()};
    if (random_.one_in(4)) made.categories = {"sale"};
    if (random_.one_in(6)) made.except_skus = {sku()};
    if (random_.one_in(6)) made.min_unit_price = amount();
    if (random_.one_in(6)) made.max_unit_price = amount();
  }

  void values(Promotion& made) {
    if (random_.one_in(5) && made.kind != PromotionKind::price) {
      made.tier_by = any<TierBy>(3);
      for (std::int64_t t = 1; t <= few(); ++t) {
        const bool percent = made.kind == PromotionKind::percent;
        made.tiers.push_back(
            {t * (1 + amount() / 4 % 1000), percent ? rate() : 0, percent ? 0 : 1 + amount()});
      }
    }
    if (random_.one_in(6)) made.max_amount = amount();
    if (random_.one_in(6)) made.max_units = few() * 2;
    if (random_.one_in(6)) made.max_units_per_line = few();
    if (random_.one_in(2)) made.choose = UnitChoice::dearest;
    if (made.target != PromotionTarget::line) return;
    if (random_.one_in(6)) made.per = PromotionPer::line;
    if (random_.one_in(6)) made.further_amount = amount();
    if (!random_.one_in(3)) return;
    PromotionUnits units;
    units.buy = few();
    units.get = random_.one_in(2) ? 0 : few();
    if (random_.one_in(2)) units.skus = {sku()};
    if (random_.one_in(2)) units.max_times = few();
    made.units = units;
  }

  void together(Promotion& made) {
    if (random_.one_in(3)) made.lane = any<PromotionLane>(3);
    if (random_.one_in(2)) made.priority = static_cast<std::int32_t>(random_.between(-2, 2));
    if (random_.one_in(4)) made.exclusive_group = random_.one_in(2) ? "x" : "y";
    if (random_.one_in(2)) {
      made.combines_with =
          PromotionCombines{!random_.one_in(3), !random_.one_in(3), !random_.one_in(3)};
    }
  }

  Random& random_;
  PricingCase& test_;
  StoreDocument& doc_;
};

// Drawn rules may contradict themselves; what Store::check refuses is struck out.
void strike_mistakes(StoreDocument& document) {
  for (;;) {
    const auto checked = Store::check(document);
    if (checked) return;
    const std::string& path = checked.error().path;
    const std::size_t open = path.find('[');
    const auto entry = std::atoi(path.c_str() + open + 1);
    if (path.starts_with("promotions[")) {
      document.promotions.erase(document.promotions.begin() + entry);
    } else if (path.starts_with("taxRates[")) {
      document.tax_rates.erase(document.tax_rates.begin() + entry);
    } else {
      must(checked);
    }
  }
}

}  // namespace

PricingCase random_rules_case(Random& random, std::size_t most_lines) {
  PricingCase test = random_case(random, most_lines);
  RulesMaker(random, test).run();
  strike_mistakes(test.document);
  return test;
}

PriceContext random_context(Random& random, const PricingCase& test) {
  PriceContext context(Timestamp{random.between(0, kMoments)});
  context.shopper.group = random.pick(kGroups);
  if (random.one_in(5)) context.shopper.vat_id = "IT00743110157";
  context.shopper.tax_exempt = random.one_in(10);
  context.shopper.first_order = random.one_in(2);
  for (const Promotion& promotion : test.document.promotions) {
    if (random.one_in(3)) context.uses.push_back({promotion.id, random.between(0, 4), 0});
  }
  for (std::size_t t = random.below(3); t > 0; --t) {
    Tender tender;
    tender.id = "card" + std::to_string(t);
    tender.currency = random.one_in(8) ? "EUR" : "USD";
    tender.balance = random.of_bits(24);
    if (random.one_in(3)) tender.at_most = random.of_bits(16);
    if (random.one_in(4)) tender.expires_at = Timestamp{random.between(0, kMoments)};
    context.tenders.push_back(tender);
  }
  return context;
}

}  // namespace sealcart
