// Native cost of a cart with rules that work: `offers_bench FILE...`, the files from
// bench/offers.mjs.
#include <benchmark/benchmark.h>

#include <memory>
#include <vector>

#include "offers.h"

namespace {

using sealcart::Session;

void edit_one_quantity(benchmark::State& state, Session& cart) {
  const std::size_t lines = cart.cart().lines.size();
  double head[sealcart::kFlatHead.size()];
  std::size_t k = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        cart.set_quantity(k % lines, static_cast<std::int64_t>(1 + (k + k / lines) % 5)));
    cart.write_flat_head(head);
    benchmark::DoNotOptimize(head);
    ++k;
  }
}

void explain(benchmark::State& state, Session& cart) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        sealcart::adjustments(cart.cart(), *cart.store(), cart.catalog(), cart.priced()));
  }
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  std::vector<std::unique_ptr<Session>> carts;
  for (int i = 1; i < argc; ++i) {
    const std::string file = argv[i];
    auto& cart = carts.emplace_back(std::make_unique<Session>(
        sealcart::bench::open_session(sealcart::bench::read_request(file))));
    const std::string name = file.substr(file.find_last_of('/') + 1);
    benchmark::RegisterBenchmark(("edit " + name).c_str(), [cart = cart.get()](auto& state) {
      edit_one_quantity(state, *cart);
    });
    benchmark::RegisterBenchmark(("explain " + name).c_str(),
                                 [cart = cart.get()](auto& state) { explain(state, *cart); });
  }
  benchmark::RunSpecifiedBenchmarks();
}
