// Randomness of the server from a seed: what libsodium hands out is the same in every run.
#pragma once

#include <cstdint>

namespace sealcart::sim {

void seed_random(std::uint64_t seed);

}  // namespace sealcart::sim
