// Shares of amounts, rounded half up (away from zero): the divisions of the pricing loops.
#pragma once

#include <cstdint>

namespace sealcart {

inline constexpr std::int64_t kMillion = 1'000'000;

// Below this, amount * ppm * 2 stays inside 64 bits and needs no wide division.
inline constexpr std::int64_t kNarrowAmount = std::int64_t{1} << 38;

// round(amount * ppm / divisor), exact in 128 bits.
std::int64_t rated_wide(std::int64_t amount, std::int32_t ppm, std::int64_t divisor);

inline std::uint64_t narrow_product(std::int64_t amount, std::int32_t ppm) {
  return static_cast<std::uint64_t>(amount) * static_cast<std::uint64_t>(ppm);
}

// amount * ppm / 10^6. A constant divisor lets compilers multiply instead.
inline std::int64_t percent_of(std::int64_t amount, std::int32_t ppm) {
  if (amount < 0 || amount >= kNarrowAmount) return rated_wide(amount, ppm, kMillion);
  return static_cast<std::int64_t>((narrow_product(amount, ppm) + kMillion / 2) / kMillion);
}

// The part of an amount that a rate has added to it: amount * ppm / (10^6 + ppm).
inline std::int64_t part_within(std::int64_t amount, std::int32_t ppm) {
  if (amount < 0 || amount >= kNarrowAmount) return rated_wide(amount, ppm, kMillion + ppm);
  const auto divisor = static_cast<std::uint64_t>(kMillion + ppm);
  return static_cast<std::int64_t>((narrow_product(amount, ppm) * 2 + divisor) / (divisor * 2));
}

}  // namespace sealcart
