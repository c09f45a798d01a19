#include "seeded_random.h"

#include <sodium.h>

#include <random>

namespace sealcart::sim {
namespace {

std::mt19937_64 generator;

const char* name() { return "seeded"; }
std::uint32_t next() { return static_cast<std::uint32_t>(generator()); }
void fill(void* bytes, std::size_t size) {
  auto* at = static_cast<std::uint8_t*>(bytes);
  for (std::size_t i = 0; i < size; ++i) at[i] = static_cast<std::uint8_t>(generator());
}

randombytes_implementation seeded{name, next, nullptr, nullptr, fill, nullptr};

}  // namespace

void seed_random(std::uint64_t seed) {
  generator.seed(seed);
  randombytes_set_implementation(&seeded);
}

}  // namespace sealcart::sim
