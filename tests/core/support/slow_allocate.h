// Largest remainder as the rule reads: round down, then one unit each in the order of the
// remainders.
#pragma once

#include <algorithm>
#include <numeric>
#include <vector>

#include "support/slow_math.h"

namespace sealcart::slow {

inline std::vector<std::int64_t> allocate(std::int64_t amount,
                                          const std::vector<std::int64_t>& weights,
                                          const std::vector<std::uint32_t>& rank,
                                          Ties ties = Ties::weight) {
  std::vector<std::int64_t> shares(weights.size(), 0);
  std::uint64_t sum = 0;
  for (const std::int64_t weight : weights) sum += static_cast<std::uint64_t>(weight);
  if (sum == 0) return shares;
  std::vector<std::uint64_t> remainders;
  std::int64_t left = amount;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const Division exact = divide(
        multiply(static_cast<std::uint64_t>(amount), static_cast<std::uint64_t>(weights[i])), sum);
    shares[i] = static_cast<std::int64_t>(exact.quotient.low);
    remainders.push_back(exact.remainder);
    left -= shares[i];
  }
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (remainders[a] != remainders[b]) return remainders[a] > remainders[b];
    if (ties == Ties::position) return a < b;
    if (weights[a] != weights[b]) return weights[a] > weights[b];
    return rank.empty() ? a < b : rank[a] < rank[b];
  });
  for (std::size_t k = 0; left > 0; ++k, --left) ++shares[order[k]];
  return shares;
}

}  // namespace sealcart::slow
