#include <algorithm>
#include <functional>

#include "index_sort.h"
#include "sealcart/money.h"

namespace sealcart {
namespace {

using Wide = unsigned __int128;

struct Division {
  std::uint64_t quotient;
  std::uint64_t remainder;
};

Division divide(std::uint64_t a, std::uint64_t b, std::uint64_t c) {
  const Wide product = Wide{a} * b;
  return {static_cast<std::uint64_t>(product / c), static_cast<std::uint64_t>(product % c)};
}

// Both factors small: the product fits 64 bits, and the division is one instruction.
Division divide_narrow(std::uint64_t a, std::uint64_t b, std::uint64_t c) {
  const std::uint64_t product = a * b;
  const std::uint64_t quotient = product / c;
  return {quotient, product - quotient * c};
}

// Which of two equal remainders gets its unit first: the larger weight, then the smaller rank.
struct Before {
  std::span<const std::int64_t> weights;
  std::span<const std::uint32_t> rank;
  Ties ties;
  bool operator()(std::uint32_t a, std::uint32_t b) const {
    if (ties == Ties::position) return a < b;
    if (weights[a] != weights[b]) return weights[a] > weights[b];
    return rank.empty() ? a < b : rank[a] < rank[b];
  }
};

// The units left after rounding down go to the largest remainders: everything above the k-th
// largest gets one; only among its equals the order has to be found.
void hand_out(std::size_t units, const Before& before, std::span<std::int64_t> shares,
              AllocationScratch& scratch) {
  const auto& remainders = scratch.remainders;
  auto& order = scratch.order;
  order.assign(remainders.begin(), remainders.end());
  const auto kth = order.begin() + static_cast<std::ptrdiff_t>(units - 1);
  std::nth_element(order.begin(), kth, order.end(), std::greater<>());
  const std::uint64_t edge = *kth;
  auto& equals = scratch.equals;
  equals.clear();
  for (std::uint32_t i = 0; i < remainders.size(); ++i) {
    if (remainders[i] > edge) {
      ++shares[i];
      --units;
    } else if (remainders[i] == edge) {
      equals.push_back(i);
    }
  }
  if (units < equals.size()) sort_positions(equals, before);
  for (std::size_t k = 0; k < units; ++k) ++shares[equals[k]];
}

}  // namespace

std::int64_t allocate(std::int64_t amount, std::span<const std::int64_t> weights,
                      std::span<const std::uint32_t> rank, std::span<std::int64_t> shares,
                      AllocationScratch& scratch, Ties ties) {
  std::uint64_t sum = 0;
  std::int64_t largest = 0;
  for (const std::int64_t weight : weights) {
    sum += static_cast<std::uint64_t>(weight);
    largest = std::max(largest, weight);
  }
  if (sum == 0) {
    std::ranges::fill(shares, 0);
    return amount;
  }
  constexpr std::int64_t kHalf = std::int64_t{1} << 31;
  const bool narrow = amount < kHalf && largest < kHalf;
  const auto total = static_cast<std::uint64_t>(amount);
  auto& remainders = scratch.remainders;
  remainders.resize(weights.size());
  std::uint64_t left = total;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const auto weight = static_cast<std::uint64_t>(weights[i]);
    const Division d = narrow ? divide_narrow(total, weight, sum) : divide(total, weight, sum);
    shares[i] = static_cast<std::int64_t>(d.quotient);
    remainders[i] = d.remainder;
    left -= d.quotient;
  }
  if (left > 0) hand_out(static_cast<std::size_t>(left), {weights, rank, ties}, shares, scratch);
  return 0;
}

}  // namespace sealcart
