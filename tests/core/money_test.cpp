// Rounded products: every mode at its edges, and millions of values against long division.
#include "sealcart/money.h"

#include <gtest/gtest.h>

#include <array>

#include "sealcart/limits.h"
#include "support/random.h"
#include "support/slow_math.h"

namespace sealcart {
namespace {

using enum Rounding;
constexpr std::int64_t kMost = limits::kAmount;
constexpr std::int64_t kInt64Min = std::numeric_limits<std::int64_t>::min();

TEST(MulDiv, RoundsHalfUpAwayFromZero) {
  EXPECT_EQ(mul_div(5, 1, 10, half_up), 1);
  EXPECT_EQ(mul_div(-5, 1, 10, half_up), -1);
  EXPECT_EQ(mul_div(15, 1, 10, half_up), 2);
  EXPECT_EQ(mul_div(4, 1, 10, half_up), 0);
  EXPECT_EQ(mul_div(-6, 1, 10, half_up), -1);
}

TEST(MulDiv, RoundsHalfEvenToTheEvenNeighbour) {
  EXPECT_EQ(mul_div(5, 1, 10, half_even), 0);
  EXPECT_EQ(mul_div(15, 1, 10, half_even), 2);
  EXPECT_EQ(mul_div(25, 1, 10, half_even), 2);
  EXPECT_EQ(mul_div(-15, 1, 10, half_even), -2);
  EXPECT_EQ(mul_div(-25, 1, 10, half_even), -2);
  EXPECT_EQ(mul_div(26, 1, 10, half_even), 3);
}

TEST(MulDiv, RoundsHalfDownTowardsZero) {
  EXPECT_EQ(mul_div(5, 1, 10, half_down), 0);
  EXPECT_EQ(mul_div(15, 1, 10, half_down), 1);
  EXPECT_EQ(mul_div(-15, 1, 10, half_down), -1);
  EXPECT_EQ(mul_div(16, 1, 10, half_down), 2);
}

TEST(MulDiv, HalfOfAnOddDivisorIsNeverATie) {
  for (const Rounding mode : {half_up, half_even, half_down}) {
    EXPECT_EQ(mul_div(1, 1, 3, mode), 0);
    EXPECT_EQ(mul_div(2, 1, 3, mode), 1);
    EXPECT_EQ(mul_div(-2, 1, 3, mode), -1);
  }
}

TEST(MulDiv, ReachesTheLargestAmountAndRefusesOnePast) {
  EXPECT_EQ(mul_div(kMost, 1, 1, half_up), kMost);
  EXPECT_EQ(mul_div(-kMost, 1, 1, half_up), -kMost);
  EXPECT_EQ(mul_div(kMost + 1, 1, 1, half_up), std::nullopt);
  EXPECT_EQ(mul_div(-kMost - 1, 1, 1, half_up), std::nullopt);
  EXPECT_EQ(mul_div(2 * kMost + 1, 1, 2, half_down), kMost);
  EXPECT_EQ(mul_div(2 * kMost + 1, 1, 2, half_up), std::nullopt);
  EXPECT_EQ(mul_div(2 * kMost + 1, 1, 2, half_even), std::nullopt);
}

TEST(MulDiv, HoldsProductsFarBeyond64Bits) {
  EXPECT_EQ(mul_div(kMost, kMost, kMost, half_up), kMost);
  EXPECT_EQ(mul_div(kInt64Min, kInt64Min, kInt64Min / -2, half_up), std::nullopt);
  EXPECT_EQ(mul_div(kInt64Min, kMost, std::numeric_limits<std::int64_t>::max(), half_up), -kMost);
}

TEST(MulDiv, EqualsLongDivisionOnDrawnValues) {
  Random random(20261);
  for (int i = 0; i < rounds(1'000'000); ++i) {
    const std::int64_t a = random.of_bits(62), b = random.of_bits(40);
    const std::int64_t c = 1 + random.of_bits(60);
    if (slow::divide(slow::multiply(static_cast<std::uint64_t>(a), static_cast<std::uint64_t>(b)),
                     static_cast<std::uint64_t>(c))
            .quotient.high != 0) {
      continue;
    }
    const auto mode = random.pick(std::array{half_up, half_even, half_down});
    const std::uint64_t exact =
        slow::rounded(static_cast<std::uint64_t>(a), static_cast<std::uint64_t>(b),
                      static_cast<std::uint64_t>(c), mode);
    std::optional<std::int64_t> wanted;
    if (exact <= static_cast<std::uint64_t>(kMost)) wanted = static_cast<std::int64_t>(exact);
    ASSERT_EQ(mul_div(a, b, c, mode), wanted) << a << " * " << b << " / " << c;
    if (wanted) wanted = -*wanted;
    ASSERT_EQ(mul_div(-a, b, c, mode), wanted) << -a << " * " << b << " / " << c;
  }
}

// 10.10 at 7.25 % on top = 0.73225 -> 0.73; 119.00 with 19 % inside holds 19.00.
TEST(Portion, IsTheTaxOnTopOrInside) {
  EXPECT_EQ(portion(1010, 72'500), 73);
  EXPECT_EQ(included_portion(11'900, 190'000), 1'900);
}

TEST(Portion, TiesGoAwayFromZero) {
  EXPECT_EQ(portion(1, 500'000), 1);
  EXPECT_EQ(portion(-1, 500'000), -1);
  EXPECT_EQ(portion(5, 100'000), 1);
  EXPECT_EQ(included_portion(3, 1'000'000), 2);
  EXPECT_EQ(included_portion(-3, 1'000'000), -2);
}

TEST(Portion, HoldsTheLargestAmountAtTheLargestRate) {
  EXPECT_EQ(portion(kMost, limits::kRatePpm), 10 * kMost);
  EXPECT_EQ(portion(-kMost, limits::kRatePpm), -10 * kMost);
  EXPECT_EQ(portion(kMost, 1'000'000), kMost);
  EXPECT_EQ(included_portion(kMost, 0), 0);
}

// The narrow path ends at 2^38: both sides of the seam, with the rate that fills 64 bits.
TEST(Portion, IsTheSameOnBothSidesOfTheNarrowPath) {
  for (const std::int64_t edge : {(std::int64_t{1} << 38) - 1, std::int64_t{1} << 38}) {
    EXPECT_EQ(portion(edge, limits::kRatePpm), 10 * edge);
    EXPECT_EQ(portion(edge, 999'999), edge - (edge + 499'999) / 1'000'000);
  }
}

TEST(Portion, EqualsLongDivisionOnDrawnValues) {
  Random random(20262);
  for (int i = 0; i < rounds(1'000'000); ++i) {
    const auto amount = std::min<std::int64_t>(random.of_bits(53), kMost);
    const auto ppm = static_cast<std::int32_t>(random.between(0, limits::kRatePpm));
    const auto a = static_cast<std::uint64_t>(amount), p = static_cast<std::uint64_t>(ppm);
    const auto on_top = static_cast<std::int64_t>(slow::rounded(a, p, 1'000'000, half_up));
    const auto inside = static_cast<std::int64_t>(slow::rounded(a, p, 1'000'000 + p, half_up));
    ASSERT_EQ(portion(amount, ppm), on_top) << amount << " at " << ppm;
    ASSERT_EQ(portion(-amount, ppm), -on_top) << amount << " at " << ppm;
    ASSERT_EQ(included_portion(amount, ppm), inside) << amount << " at " << ppm;
    ASSERT_EQ(included_portion(-amount, ppm), -inside) << amount << " at " << ppm;
  }
}

}  // namespace
}  // namespace sealcart
