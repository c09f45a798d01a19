// Decimals in and out, and fractions against school identities and the 128-bit mul_div.
#include "sealcart/decimal.h"

#include <gtest/gtest.h>

#include <array>

#include "support/random.h"
#include "support/told.h"

namespace sealcart {
namespace {

using enum Rounding;
constexpr std::int64_t kMost = limits::kAmount;

// The decimal as it is written back, or the refusal.
std::string parsed(std::string_view text) {
  const Result<Decimal> decimal = parse_decimal(text);
  return decimal ? to_text(*decimal) : told(decimal.error());
}

std::string rounded(const Fraction& value, std::int32_t decimals, Rounding mode = half_up) {
  const auto decimal = value.rounded(decimals, mode);
  return decimal ? to_text(*decimal) : "nothing";
}

Fraction number(std::string_view text) { return *parse_fraction(text); }

TEST(Decimal, IsWrittenBackWithoutZerosAtItsEnds) {
  EXPECT_EQ(parsed("0"), "0");
  EXPECT_EQ(parsed("12.50"), "12.5");
  EXPECT_EQ(parsed("-12.05"), "-12.05");
  EXPECT_EQ(parsed("+7"), "7");
  EXPECT_EQ(parsed("007.10"), "7.1");
  EXPECT_EQ(parsed(".05"), "0.05");
  EXPECT_EQ(parsed("5."), "5");
  EXPECT_EQ(parsed("-0.00"), "0");
  EXPECT_EQ(parsed("19.000000000000000000"), "19");
}

TEST(Decimal, IsNothingButDigitsAndAPoint) {
  for (const char* text : {"", "-", "+", ".", "-.", "1,5", "1e3", "1.2.3", " 1", "1 ", "--1", "0x1",
                           "NaN", "1_000", "\xD9\xA1", "1.-2"}) {
    EXPECT_EQ(parsed(text), "amount_invalid") << text;
  }
}

TEST(Decimal, HoldsTwelvePlacesAndTheLargestAmount) {
  EXPECT_EQ(parsed("0.000000000001"), "0.000000000001");
  const std::string refused = "number_out_of_range min=-9007199254740991 max=9007199254740991";
  EXPECT_EQ(parsed("0.0000000000001"), refused);
  EXPECT_EQ(parsed("9007199254740991"), "9007199254740991");
  EXPECT_EQ(parsed("-90071992547409.91"), "-90071992547409.91");
  EXPECT_EQ(parsed("9007199254740992"), refused);
  EXPECT_EQ(parsed("90071992547409.92"), refused);
  EXPECT_EQ(parsed("99999999999999999999999999999999999999"), refused);
  EXPECT_EQ(parsed(std::string(40, '0')), "0");
  EXPECT_EQ(parsed(std::string(41, '0')), "text_too_long max=40");
}

TEST(Decimal, IsWrittenWithAllItsPlaces) {
  EXPECT_EQ(to_text({0, 2}), "0.00");
  EXPECT_EQ(to_text({-5, 2}), "-0.05");
  EXPECT_EQ(to_text({1250, 0}), "1250");
  EXPECT_EQ(to_text({100, 3}), "0.100");
}

TEST(Fraction, IsRoundedOnceAtTheEnd) {
  EXPECT_EQ(rounded(number("2.5") * number("0.01"), 2), "0.03");
  EXPECT_EQ(rounded(number("10") / number("3") * number("3"), 2), "10.00");
  EXPECT_EQ(rounded(number("1620") / number("1.21"), 2), "1338.84");
  EXPECT_EQ(rounded(number("0.1") + number("0.2"), 12), "0.300000000000");
}

TEST(Fraction, TiesGoAwayFromZeroUnlessToldOtherwise) {
  EXPECT_EQ(rounded(number("0.125"), 2), "0.13");
  EXPECT_EQ(rounded(number("-0.125"), 2), "-0.13");
  EXPECT_EQ(rounded(number("0.125"), 2, half_even), "0.12");
  EXPECT_EQ(rounded(number("-0.135"), 2, half_even), "-0.14");
  EXPECT_EQ(rounded(number("0.135"), 2, half_down), "0.13");
  EXPECT_EQ(rounded(number("-0.1351"), 2, half_down), "-0.14");
  EXPECT_EQ(rounded(number("-0.004"), 2), "0.00");
}

TEST(Fraction, BeyondTheLargestAmountIsNothing) {
  EXPECT_EQ(rounded(Fraction(kMost), 0), "9007199254740991");
  EXPECT_EQ(rounded(Fraction(kMost) + Fraction(1), 0), "nothing");
  EXPECT_EQ(rounded(Fraction(-kMost) - number("0.5"), 0), "nothing");
  EXPECT_EQ(rounded(Fraction(-kMost) - number("0.4"), 0), "-9007199254740991");
  EXPECT_EQ(rounded(Fraction(kMost), 1), "nothing");
}

TEST(Fraction, LostOnceIsLostForGood) {
  EXPECT_TRUE((Fraction(1) / Fraction(0)).lost());
  EXPECT_TRUE((Fraction(0) / Fraction(0)).lost());
  Fraction huge(1);
  for (int i = 0; i < 20 && !huge.lost(); ++i) huge = huge * Fraction(kMost);
  EXPECT_TRUE(huge.lost());
  EXPECT_TRUE((huge - huge).lost());
  EXPECT_TRUE((huge * Fraction(0)).lost());
  EXPECT_TRUE((Fraction(1) / huge).lost());
  EXPECT_FALSE(huge == huge);
  const Fraction full = Fraction(kMost) * Fraction(kMost) * Fraction(1 << 22);  // 128 bits
  EXPECT_EQ(full - full, Fraction(0));
  EXPECT_TRUE((full + full).lost());
  EXPECT_EQ(rounded(huge, 0), "nothing");
  Fraction sum = Fraction(1) / Fraction(kMost);
  for (std::int64_t n = 2; n < 9; ++n) sum += Fraction(1) / Fraction(kMost - n);
  EXPECT_TRUE(sum.lost());
}

TEST(Fraction, KeepsTheLawsOfArithmeticOnDrawnValues) {
  Random random(20263);
  const auto draw = [&random] {
    const std::int64_t size = random.of_bits(24);
    return Fraction(random.one_in(2) ? size : -size) / Fraction(1 + random.of_bits(12));
  };
  for (int i = 0; i < rounds(100'000); ++i) {
    const Fraction a = draw(), b = draw(), c = draw();
    ASSERT_EQ(a + b, b + a);
    ASSERT_EQ((a + b) + c, a + (b + c));
    ASSERT_EQ((a + b) - b, a);
    ASSERT_EQ((a + b) * c, a * c + b * c);
    ASSERT_EQ((a - b).sign(), -(b - a).sign());
    if (b.sign() != 0) {
      ASSERT_EQ(a / b * b, a);
    }
  }
}

TEST(Fraction, RoundsAsMulDivDoesOnDrawnValues) {
  Random random(20264);
  for (int i = 0; i < rounds(1'000'000); ++i) {
    const std::int64_t a = random.of_bits(53) * (random.one_in(2) ? 1 : -1);
    const std::int64_t b = random.of_bits(53), c = 1 + random.of_bits(53);
    const auto mode = random.pick(std::array{half_up, half_even, half_down});
    const auto decimal = (Fraction(a) * Fraction(b) / Fraction(c)).rounded(0, mode);
    const auto wanted = mul_div(a, b, c, mode);
    ASSERT_EQ(decimal.has_value(), wanted.has_value()) << a << " * " << b << " / " << c;
    if (wanted) {
      ASSERT_EQ(decimal->coefficient, *wanted) << a << " * " << b << " / " << c;
    }
  }
}

}  // namespace
}  // namespace sealcart
