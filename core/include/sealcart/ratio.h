// A share taken of many amounts: prepared once with one division, then multiplications alone.
//
// Let x = a * n / d, and F = floor(n * 2^32 / d). Then x' = a * F / 2^32 is at most x and misses it
// by less than a / 2^32 < 1, so floor(x') is floor(x) or one less, and the remainder
// a * n - floor(x') * d, which is below 2 * d, tells which.
#pragma once

#include <cstdint>

namespace sealcart {

class Ratio {
 public:
  struct Parts {
    std::uint64_t quotient;
    std::uint64_t remainder;
  };

  Ratio() = default;
  // n / d of amounts below bound(). d > 0.
  Ratio(std::uint64_t n, std::uint64_t d) : n_(n), d_(d), bound_(n <= d && d < kHalf ? kHalf : 0) {
    if (bound_ > 0) approximate_ = (n << 32) / d;
  }

  // 2^32, or 0 where the products would leave 64 bits: then nothing else here may be called.
  std::uint64_t bound() const { return bound_; }

  // a * n / d, rounded down, and what is left of it.
  Parts of(std::uint64_t a) const {
    const std::uint64_t least = (a * approximate_) >> 32;
    const std::uint64_t rest = a * n_ - least * d_;
    const bool missed = rest >= d_;
    return {least + (missed ? 1 : 0), rest - (missed ? d_ : 0)};
  }

  // The same rounded half up.
  std::uint64_t half_up(std::uint64_t a) const {
    const std::uint64_t least = (a * approximate_) >> 32;
    const std::uint64_t twice = (a * n_ - least * d_) * 2;
    return least + (twice >= d_ ? 1 : 0) + (twice >= d_ * 3 ? 1 : 0);
  }

 private:
  static constexpr std::uint64_t kHalf = std::uint64_t{1} << 32;
  std::uint64_t n_ = 0;
  std::uint64_t d_ = 1;
  std::uint64_t bound_ = 0;
  std::uint64_t approximate_ = 0;
};

}  // namespace sealcart
