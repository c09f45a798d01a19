#include "remainders.h"

namespace sealcart {

// Compiled once: every copy of nth_element() would be a kilobyte of cart.wasm.
std::span<const std::uint32_t> Remainders::rest(std::span<const std::uint32_t> rank, Ties ties,
                                                std::span<const std::int64_t> weights) const {
  constexpr std::size_t kFew = 6;  // up to here looking through them is faster
  // The larger remainder; of equal ones the larger weight, then the smaller rank.
  const auto before = [all = all_, rank, ties, weights](std::uint32_t a, std::uint32_t b) {
    if (all[a] != all[b]) return all[a] > all[b];
    if (ties == Ties::position) return a < b;
    if (weights[a] != weights[b]) return weights[a] > weights[b];
    return rank.empty() ? a < b : rank[a] < rank[b];
  };
  const auto found = members_.first(found_);
  const auto end = found.begin() + static_cast<std::ptrdiff_t>(units_);
  if (found_ <= kFew) {
    for (auto place = found.begin(); place != end; ++place) {
      std::iter_swap(place, std::min_element(place, found.end(), before));
    }
  } else if (units_ < found_) {
    std::nth_element(found.begin(), end, found.end(), before);
  }
  return found.first(units_);
}

}  // namespace sealcart
