// Native cost of the hot path: one quantity changes, everything is priced again. Google Benchmark.
#include <benchmark/benchmark.h>

#include "sealcart/session.h"
#include "sealcart/wire.h"

namespace {

using sealcart::Session;

constexpr std::int32_t kRates[] = {0, 50'000, 72'500, 82'500, 100'000, 200'000};
constexpr std::int32_t kDiscounts[] = {0, 50'000, 100'000, 125'000, 200'000};

std::string category(std::size_t i) { return "t" + std::to_string(i); }
std::string sku(std::size_t i) { return "SKU-" + std::to_string(i); }

// The common task: a discount a line, 10 % off the order allocated, tax a line, shipping with
// threshold.
sealcart::StoreDocument store(std::size_t lines) {
  sealcart::StoreDocument doc;
  doc.id = "bench";
  doc.name = "Benchmark";
  doc.currency = "USD";
  doc.default_zone = "all";
  doc.zones = {{"all", "", {{"US", {}}}}};
  for (std::size_t c = 0; c < std::size(kRates); ++c) {
    doc.tax_categories.push_back(category(c));
    sealcart::TaxRate rate;
    rate.id = rate.category = rate.name = category(c);
    rate.zone = "all";
    rate.rate_ppm = kRates[c];
    doc.tax_rates.push_back(rate);
  }
  for (std::size_t d = 1; d < std::size(kDiscounts); ++d) {
    sealcart::Promotion promotion;
    promotion.id = promotion.name = "d" + std::to_string(d);
    promotion.target = sealcart::PromotionTarget::line;
    promotion.rate_ppm = kDiscounts[d];
    for (std::size_t i = d; i < lines; i += std::size(kDiscounts)) promotion.skus.push_back(sku(i));
    if (!promotion.skus.empty()) doc.promotions.push_back(promotion);
  }
  sealcart::Promotion order;
  order.id = order.name = "order";
  order.rate_ppm = 100'000;
  doc.promotions.push_back(order);
  sealcart::ShippingMethod flat;
  flat.id = "flat";
  flat.name = "Flat";
  flat.zones = {"all"};
  flat.amount = 799;
  flat.free_from = 750'000;
  flat.tax_category = category(3);
  doc.shipping_methods = {flat};
  return doc;
}

Session session(std::size_t lines) {
  Session made;
  sealcart::CatalogSlice slice{"USD", {}};
  for (std::size_t i = 0; i < lines; ++i) {
    sealcart::Product product;
    product.id = product.title = sku(i);
    sealcart::Variant variant;
    variant.sku = sku(i);
    variant.price = static_cast<std::int64_t>(199 + i * 7919 % 19'800);
    variant.tax_category = category(i % std::size(kRates));
    product.variants.push_back(variant);
    slice.products.push_back(product);
  }
  sealcart::DeviceLog::Saved saved;
  saved.replica = 1;
  bool good = made.open_store(store(lines)).has_value();
  good = good && made.load_catalog(std::move(slice)).has_value();
  good = good && made.open_cart(std::move(saved)).has_value();
  for (std::size_t i = 0; i < lines; ++i) good = good && made.add(sku(i), 1).has_value();
  if (!good) std::abort();
  return made;
}

void edit_one_quantity(benchmark::State& state) {
  const auto lines = static_cast<std::size_t>(state.range(0));
  Session cart = session(lines);
  std::size_t k = 0;
  double head[sealcart::kFlatHead.size()];
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        cart.set_quantity(k % lines, static_cast<std::int64_t>(1 + (k + k / lines) % 5)));
    cart.write_flat_head(head);
    benchmark::DoNotOptimize(head);
    ++k;
  }
}
BENCHMARK(edit_one_quantity)->Arg(1)->Arg(10)->Arg(100)->Arg(1000);

void read_a_snapshot_as_json(benchmark::State& state) {
  const Session cart = session(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    std::string text;
    sealcart::write_json(text, cart.snapshot());
    benchmark::DoNotOptimize(text);
  }
}
BENCHMARK(read_a_snapshot_as_json)->Arg(10)->Arg(100);

}  // namespace

BENCHMARK_MAIN();
