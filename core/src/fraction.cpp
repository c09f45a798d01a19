#include <numeric>
#include <utility>

#include "rounding.h"
#include "sealcart/decimal.h"

namespace sealcart {
namespace {

using Natural = unsigned __int128;

constexpr Natural kMost = ~Natural{0};

bool is_narrow(Natural n) { return n >> 64 == 0; }

Natural greatest_common_divisor(Natural a, Natural b) {
  while (b != 0) {
    if (is_narrow(a) && is_narrow(b)) {
      return std::gcd(static_cast<std::uint64_t>(a), static_cast<std::uint64_t>(b));
    }
    a = std::exchange(b, a % b);
  }
  return a;
}

// A product, or nothing past 128 bits.
std::optional<Natural> product(Natural a, Natural b) {
  if (!(is_narrow(a) && is_narrow(b)) && a != 0 && b > kMost / a) return std::nullopt;
  return a * b;
}

std::uint64_t size_of(std::int64_t number) {
  const auto bits = static_cast<std::uint64_t>(number);
  return number < 0 ? 0 - bits : bits;
}

std::int64_t power_of_ten(std::int32_t exponent) {
  std::int64_t power = 1;
  for (; exponent > 0; --exponent) power *= 10;
  return power;
}

}  // namespace

Fraction::Fraction(std::int64_t whole) : top_(size_of(whole)), negative_(whole < 0) {}

Fraction::Fraction(const Decimal& decimal)
    : Fraction(reduced(decimal.coefficient < 0, size_of(decimal.coefficient),
                       static_cast<Natural>(power_of_ten(decimal.scale)))) {}

Fraction Fraction::gone() {
  Fraction nothing;
  nothing.bottom_ = 0;
  return nothing;
}

Fraction Fraction::reduced(bool negative, Natural top, Natural bottom) {
  const Natural shared = greatest_common_divisor(top, bottom);
  Fraction result;
  result.top_ = top / shared;
  result.bottom_ = bottom / shared;
  result.negative_ = negative && top != 0;
  return result;
}

int Fraction::sign() const {
  if (lost() || top_ == 0) return 0;
  return negative_ ? -1 : 1;
}

Fraction Fraction::operator-() const {
  Fraction result = *this;
  result.negative_ = !negative_ && sign() != 0;
  return result;
}

Fraction operator+(const Fraction& a, const Fraction& b) {
  if (a.lost() || b.lost()) return Fraction::gone();
  const Natural shared = greatest_common_divisor(a.bottom_, b.bottom_);
  const auto left = product(a.top_, b.bottom_ / shared);
  const auto right = product(b.top_, a.bottom_ / shared);
  const auto bottom = product(a.bottom_, b.bottom_ / shared);
  if (!left || !right || !bottom) return Fraction::gone();
  if (a.negative_ == b.negative_) {
    if (*left > kMost - *right) return Fraction::gone();
    return Fraction::reduced(a.negative_, *left + *right, *bottom);
  }
  if (*left >= *right) return Fraction::reduced(a.negative_, *left - *right, *bottom);
  return Fraction::reduced(b.negative_, *right - *left, *bottom);
}

Fraction operator*(const Fraction& a, const Fraction& b) {
  if (a.lost() || b.lost()) return Fraction::gone();
  // Shortened crosswise first, the products are in lowest terms and as small as can be.
  const Natural down = greatest_common_divisor(a.top_, b.bottom_);
  const Natural up = greatest_common_divisor(b.top_, a.bottom_);
  const auto top = product(a.top_ / down, b.top_ / up);
  const auto bottom = product(a.bottom_ / up, b.bottom_ / down);
  if (!top || !bottom) return Fraction::gone();
  Fraction result;
  result.top_ = *top;
  result.bottom_ = *bottom;
  result.negative_ = *top != 0 && a.negative_ != b.negative_;
  return result;
}

Fraction operator/(const Fraction& a, const Fraction& b) {
  if (b.sign() == 0) return Fraction::gone();
  Fraction inverse = b;
  std::swap(inverse.top_, inverse.bottom_);
  return a * inverse;
}

bool operator==(const Fraction& a, const Fraction& b) {
  return !a.lost() && a.top_ == b.top_ && a.bottom_ == b.bottom_ && a.negative_ == b.negative_;
}

std::optional<Decimal> Fraction::rounded(std::int32_t decimals, Rounding mode) const {
  const Fraction units = *this * Fraction(power_of_ten(decimals));
  if (units.lost()) return std::nullopt;
  Natural quotient = units.top_ / units.bottom_;
  if (quotient > static_cast<Natural>(limits::kAmount)) return std::nullopt;
  const bool odd = (quotient & 1) != 0;
  if (rounds_away(units.top_ % units.bottom_, units.bottom_, odd, mode)) ++quotient;
  if (quotient > static_cast<Natural>(limits::kAmount)) return std::nullopt;
  const auto size = static_cast<std::int64_t>(quotient);
  return Decimal{units.negative_ ? -size : size, decimals};
}

}  // namespace sealcart
