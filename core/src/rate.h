// amount * ppm / divisor, rounded half up (away from zero): the one division of the pricing loops.
#pragma once

#include <cstdint>

namespace sealcart {

// Below this, amount * ppm * 2 stays inside 64 bits and needs no wide division.
inline constexpr std::int64_t kNarrowAmount = std::int64_t{1} << 38;
inline constexpr std::int64_t kMillion = 1'000'000;

std::int64_t rated_wide(std::int64_t amount, std::int32_t ppm, std::int64_t divisor);

inline std::int64_t rated(std::int64_t amount, std::int32_t ppm, std::int64_t divisor) {
  if (amount >= 0 && amount < kNarrowAmount) return (amount * ppm * 2 + divisor) / (divisor * 2);
  return rated_wide(amount, ppm, divisor);
}

}  // namespace sealcart
