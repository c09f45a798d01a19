#include <algorithm>

#include "remainders.h"
#include "sealcart/money.h"
#include "sealcart/ratio.h"

namespace sealcart {
namespace {

Ratio::Parts divide_wide(std::uint64_t a, std::uint64_t b, std::uint64_t c) {
  using Wide = unsigned __int128;
  const Wide product = Wide{a} * b;
  return {static_cast<std::uint64_t>(product / c), static_cast<std::uint64_t>(product % c)};
}

// Rounds every share down with `divide`, and returns the units left.
template <class Divide>
std::uint64_t round_down(std::uint64_t amount, std::span<const std::int64_t> weights,
                         std::span<std::int64_t> shares, Remainders& remainders, Divide divide) {
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const Ratio::Parts parts = divide(static_cast<std::uint64_t>(weights[i]));
    shares[i] = static_cast<std::int64_t>(parts.quotient);
    remainders.put(i, parts.remainder);
    amount -= parts.quotient;
  }
  return amount;
}

}  // namespace

std::int64_t allocate(std::int64_t amount, std::span<const std::int64_t> weights,
                      std::span<const std::uint32_t> rank, std::span<std::int64_t> shares,
                      AllocationScratch& scratch, Ties ties) {
  std::uint64_t sum = 0;
  std::uint64_t any = 0;
  for (const std::int64_t weight : weights) {
    sum += static_cast<std::uint64_t>(weight);
    any |= static_cast<std::uint64_t>(weight);
  }
  if (sum == 0) {
    std::ranges::fill(shares, 0);
    return amount;
  }
  const auto total = static_cast<std::uint64_t>(amount);
  Remainders remainders(sum, weights.size(), scratch);
  const auto given = [&](auto divide) {
    return round_down(total, weights, shares, remainders, divide);
  };
  const Ratio ratio(total, sum);
  std::uint64_t left = 0;
  if (ratio.bound() > 0) {  // above every weight, which are at most their sum
    left = given([&](std::uint64_t weight) { return ratio.of(weight); });
  } else if (bits_of(total) + bits_of(any) <= 64) {
    left = given([&](std::uint64_t weight) {
      const std::uint64_t product = total * weight;
      return Ratio::Parts{product / sum, product % sum};
    });
  } else {
    left = given([&](std::uint64_t weight) { return divide_wide(total, weight, sum); });
  }
  if (left == 0) return 0;
  remainders.limit(static_cast<std::size_t>(left));
  for (std::uint32_t i = 0; i < weights.size(); ++i) shares[i] += remainders.ask(i);
  for (const std::uint32_t i : remainders.rest(rank, ties, weights)) ++shares[i];
  return 0;
}

}  // namespace sealcart
