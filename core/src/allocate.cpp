#include <algorithm>
#include <bit>

#include "sealcart/money.h"
#include "sealcart/ratio.h"

namespace sealcart {
namespace {

int bits_of(std::uint64_t value) { return 64 - std::countl_zero(value); }

// Which line gets its unit first: the larger remainder; of equal ones the larger weight, then the
// smaller rank.
struct Before {
  std::span<const std::uint64_t> remainders;
  std::span<const std::int64_t> weights;
  std::span<const std::uint32_t> rank;
  Ties ties;
  bool operator()(std::uint32_t a, std::uint32_t b) const {
    if (remainders[a] != remainders[b]) return remainders[a] > remainders[b];
    if (ties == Ties::position) return a < b;
    if (weights[a] != weights[b]) return weights[a] > weights[b];
    return rank.empty() ? a < b : rank[a] < rank[b];
  }
};

// The remainders of one allocation, counted by their leading bits. The units left after rounding
// down go one each to the largest: lines above the group in which the units run out all get one,
// and only within that group, a handful of lines as a rule, the order has to be found.
class Remainders {
 public:
  Remainders(std::uint64_t bound, std::size_t count, AllocationScratch& scratch)
      : all_(scratch.remainders), groups_(scratch.groups), members_(scratch.members) {
    const int leading = std::min(bits_of(count), kMostBits);
    shift_ = std::max(bits_of(bound - 1) - leading, 0);
    all_.resize(count);
    members_.resize(count);
    groups_.assign(std::size_t{1} << leading, 0);
  }

  void put(std::size_t line, std::uint64_t remainder) {
    all_[line] = remainder;
    ++groups_[static_cast<std::size_t>(remainder >> shift_)];
  }

  // 0 < units < count of lines with a remainder.
  void hand_out(std::size_t units, const Before& before, std::span<std::int64_t> shares) {
    std::size_t edge = groups_.size() - 1;
    for (; groups_[edge] < units; --edge) units -= groups_[edge];
    std::size_t found = 0;
    for (std::uint32_t i = 0; i < all_.size(); ++i) {
      const std::uint64_t group = all_[i] >> shift_;
      shares[i] += group > edge ? 1 : 0;
      members_[found] = i;
      found += group == edge ? 1 : 0;
    }
    const auto first = members_.begin();
    const auto nth = first + static_cast<std::ptrdiff_t>(units);
    const auto last = first + static_cast<std::ptrdiff_t>(found);
    if (nth != last) std::nth_element(first, nth, last, before);
    for (auto line = first; line != nth; ++line) ++shares[*line];
  }

 private:
  static constexpr int kMostBits = 8;
  std::vector<std::uint64_t>& all_;
  std::vector<std::uint32_t>& groups_;
  std::vector<std::uint32_t>& members_;
  int shift_ = 0;
};

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
  if (left > 0) {
    remainders.hand_out(static_cast<std::size_t>(left), {scratch.remainders, weights, rank, ties},
                        shares);
  }
  return 0;
}

}  // namespace sealcart
