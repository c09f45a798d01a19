// Exact decimals and fractions: what an invoice is computed with.
//
// On the wire a decimal is a JSON string in the form of xs:decimal (XML Schema Part 2, 3.2.3),
// which is how invoices carry their figures: an optional sign, digits, an optional point and
// decimals. There is no exponent and no group separator. Zeros at either end mean nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sealcart/describe.h"
#include "sealcart/limits.h"
#include "sealcart/money.h"
#include "sealcart/result.h"

namespace sealcart {

// The bound of a text field that holds a decimal.
inline constexpr Bytes kDecimalText = bytes(1, limits::kDecimalBytes);

// coefficient / 10^scale. |coefficient| <= limits::kAmount, 0 <= scale <= limits::kDecimalPlaces.
struct Decimal {
  std::int64_t coefficient = 0;
  std::int32_t scale = 0;
};

// amount_invalid: no decimal. text_too_long. number_out_of_range: more digits than a Decimal holds.
Result<Decimal> parse_decimal(std::string_view text);

// As many decimals as the scale says: {-1250, 2} is "-12.50", {0, 2} is "0.00".
std::string to_text(const Decimal& decimal);

// What a calculation makes of decimals: a quotient of two 128-bit integers in lowest terms.
//
// Nothing is rounded on the way; `rounded` does it, once. A result that needs more than 128 bits,
// like a division by zero, is lost, and so is whatever is made of it: there is no wrong digit, only
// no answer.
class Fraction {
 public:
  Fraction() = default;  // 0
  explicit Fraction(std::int64_t whole);
  explicit Fraction(const Decimal& decimal);
  // One that is lost.
  static Fraction gone();

  bool lost() const { return bottom_ == 0; }
  // -1, 0 or 1; 0 when lost.
  int sign() const;

  Fraction operator-() const;
  friend Fraction operator+(const Fraction& a, const Fraction& b);
  friend Fraction operator-(const Fraction& a, const Fraction& b) { return a + -b; }
  friend Fraction operator*(const Fraction& a, const Fraction& b);
  friend Fraction operator/(const Fraction& a, const Fraction& b);
  Fraction& operator+=(const Fraction& b) { return *this = *this + b; }
  Fraction& operator-=(const Fraction& b) { return *this = *this - b; }
  // By value. What is lost equals nothing.
  friend bool operator==(const Fraction& a, const Fraction& b);

  // To `decimals` places, 0 to kDecimalPlaces. Nothing when lost or beyond limits::kAmount units of
  // the last place.
  std::optional<Decimal> rounded(std::int32_t decimals, Rounding mode = Rounding::half_up) const;

 private:
  using Natural = unsigned __int128;
  static Fraction reduced(bool negative, Natural top, Natural bottom);

  Natural top_ = 0;
  Natural bottom_ = 1;
  bool negative_ = false;  // never of zero
};

// A decimal straight to a fraction; the errors are those of parse_decimal.
Result<Fraction> parse_fraction(std::string_view text);

}  // namespace sealcart
