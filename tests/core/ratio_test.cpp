// Multiplications stand in for the divisions of the pricing loops: the same result everywhere.
#include "sealcart/ratio.h"

#include <gtest/gtest.h>

#include "sealcart/limits.h"
#include "sealcart/money.h"
#include "support/random.h"
#include "support/slow_math.h"

namespace sealcart {
namespace {

constexpr std::uint64_t kBound = std::uint64_t{1} << 32;

void expect_exact(const Ratio& ratio, std::uint64_t a, std::uint64_t n, std::uint64_t d) {
  const slow::Division exact = slow::divide(slow::multiply(a, n), d);
  const Ratio::Parts parts = ratio.of(a);
  ASSERT_EQ(parts.quotient, exact.quotient.low) << a << " * " << n << " / " << d;
  ASSERT_EQ(parts.remainder, exact.remainder) << a << " * " << n << " / " << d;
  const auto rounded = mul_div(static_cast<std::int64_t>(a), static_cast<std::int64_t>(n),
                               static_cast<std::int64_t>(d), Rounding::half_up);
  ASSERT_EQ(static_cast<std::int64_t>(ratio.half_up(a)), *rounded) << a << " * " << n << " / " << d;
}

TEST(Ratio, EqualsTheDivisionAtEveryEdge) {
  const std::uint64_t edges[] = {0,       1,         2,         3,          5,          999'999,
                                 1 << 20, 1'000'000, 1'000'001, kBound / 2, kBound - 2, kBound - 1};
  for (const std::uint64_t d : edges) {
    for (const std::uint64_t n : edges) {
      if (d == 0 || n > d) continue;
      const Ratio ratio(n, d);
      ASSERT_EQ(ratio.bound(), kBound);
      for (const std::uint64_t a : edges) expect_exact(ratio, a, n, d);
    }
  }
}

// Where a * n / d is a whole number, or a half, and one to each side of it.
TEST(Ratio, EqualsTheDivisionAroundWholesAndHalves) {
  Random random(20301);
  for (int i = 0; i < rounds(200'000); ++i) {
    const auto d = static_cast<std::uint64_t>(random.of_bits(32)) | 1;
    const std::uint64_t n = static_cast<std::uint64_t>(random.of_bits(32)) % d;
    if (n == 0) continue;
    const Ratio ratio(n, d);
    const std::uint64_t whole = 1 + static_cast<std::uint64_t>(random.of_bits(32)) % n;
    for (const std::uint64_t twice : {2 * whole, 2 * whole - 1}) {
      const std::uint64_t near = twice * d / (2 * n);
      for (std::uint64_t a = near > 0 ? near - 1 : 0; a <= near + 1 && a < kBound; ++a) {
        expect_exact(ratio, a, n, d);
      }
    }
  }
}

TEST(Ratio, EqualsTheRatesOfMoney) {
  Random random(20302);
  for (int i = 0; i < rounds(200'000); ++i) {
    const auto ppm = static_cast<std::int32_t>(random.below(1'000'001));
    const auto amount = static_cast<std::int64_t>(random.of_bits(32));
    const auto a = static_cast<std::uint64_t>(amount);
    const auto n = static_cast<std::uint64_t>(ppm);
    ASSERT_EQ(static_cast<std::int64_t>(Ratio(n, 1'000'000).half_up(a)), portion(amount, ppm));
    ASSERT_EQ(static_cast<std::int64_t>(Ratio(n, 1'000'000 + n).half_up(a)),
              included_portion(amount, ppm));
  }
}

TEST(Ratio, IsNotOfferedWhereProductsWouldLeave64Bits) {
  EXPECT_EQ(Ratio(2, 1).bound(), 0U);
  EXPECT_EQ(Ratio(1, kBound).bound(), 0U);
  EXPECT_EQ(Ratio(kBound - 1, kBound - 1).bound(), kBound);
  EXPECT_EQ(Ratio().bound(), 0U);
}

}  // namespace
}  // namespace sealcart
