// Exact money: int64 minor units of one ISO 4217 currency, |amount| <= 2^53-1 (limits::kAmount).
//
// No floats, no hidden rounding: every division names its rounding, every product is computed in
// 128 bits, every overflow is an error. Rates are integer parts per million (20 % = 200000).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace sealcart {

// ISO 4217: three capital letters and the number of decimals of the minor unit (USD 2, JPY 0).
struct Currency {
  char code[4] = "XXX";
  std::int32_t exponent = 0;
  std::string_view text() const { return {code, 3}; }
  friend bool operator==(const Currency&, const Currency&) = default;
};

// The currency of that code, or nothing when ISO 4217 has none. Table: core/data/currencies.inc.
std::optional<Currency> find_currency(std::string_view code);

// Where a quotient between two integers goes. `up` in half_up means away from zero (EN 16931).
enum class Rounding : std::uint8_t { half_up, half_even, half_down };

// round(a * b / c), exact in 128 bits. c > 0. Nothing when the result leaves ±limits::kAmount.
std::optional<std::int64_t> mul_div(std::int64_t a, std::int64_t b, std::int64_t c, Rounding mode);

// a * ppm / 10^6 rounded half up, away from zero. |a| <= kAmount and 0 <= ppm <= kRatePpm keep the
// result within 10 * kAmount; the callers bound it.
std::int64_t portion(std::int64_t amount, std::int32_t ppm);

// The tax inside a price: amount * ppm / (10^6 + ppm), rounded half up, away from zero.
std::int64_t included_portion(std::int64_t amount, std::int32_t ppm);

// Who gets the next unit among equal remainders. `weight`: the larger weight, then the smaller
// rank. `position`: the earlier entry.
enum class Ties : std::uint8_t { weight, position };

// Working memory a caller keeps, so that repeated calls allocate none.
struct AllocationScratch {
  std::vector<std::uint64_t> remainders;
  std::vector<std::uint32_t> groups;
  std::vector<std::uint32_t> members;
};
// Splits `amount` over `weights` by largest remainder, exactly: the shares sum to `amount`.
//
// Each share is amount * weight / sum(weights) rounded down, then the units left go one each to the
// largest remainders. `rank` is a stable order such as that of line ids; empty: the position.
// Weights are >= 0; when all are 0 nothing is allocated. Returns what could not be allocated: 0, or
// `amount` when all weights are 0. Requires 0 <= amount <= kAmount, sum(weights) <= kAmount *
// kLines, shares.size() == weights.size().
std::int64_t allocate(std::int64_t amount, std::span<const std::int64_t> weights,
                      std::span<const std::uint32_t> rank, std::span<std::int64_t> shares,
                      AllocationScratch& scratch, Ties ties = Ties::weight);

}  // namespace sealcart
