#include "sealcart/format.h"

#include <gtest/gtest.h>

#include "sealcart/limits.h"
#include "support/random.h"
#include "support/told.h"

namespace sealcart {
namespace {

Currency currency(std::string_view code) { return *find_currency(code); }

std::string parsed(std::string_view text, std::string_view code = "USD") {
  const auto amount = parse_decimal(text, currency(code));
  return amount ? std::to_string(*amount) : told(amount.error());
}

TEST(FormatMoney, FollowsCldrEnglish) {
  EXPECT_EQ(format_money(123450, currency("USD")), "$1,234.50");
  EXPECT_EQ(format_money(-99, currency("EUR")), "-€0.99");
  EXPECT_EQ(format_money(1200, currency("JPY")), "¥1,200");
  EXPECT_EQ(format_money(500, currency("CHF")),
            "CHF\u00A0"
            "5.00");
  EXPECT_EQ(format_money(-500, currency("CHF")),
            "-CHF\u00A0"
            "5.00");
  EXPECT_EQ(format_money(1234, currency("KWD")),
            "KWD\u00A0"
            "1.234");
}

TEST(FormatMoney, GroupsByThreeAtEverySize) {
  EXPECT_EQ(format_money(0, currency("USD")), "$0.00");
  EXPECT_EQ(format_money(5, currency("USD")), "$0.05");
  EXPECT_EQ(format_money(99999, currency("USD")), "$999.99");
  EXPECT_EQ(format_money(100000, currency("USD")), "$1,000.00");
  EXPECT_EQ(format_money(100000000, currency("USD")), "$1,000,000.00");
  EXPECT_EQ(format_money(999, currency("JPY")), "¥999");
  EXPECT_EQ(format_money(limits::kAmount, currency("USD")), "$90,071,992,547,409.91");
  EXPECT_EQ(format_money(-limits::kAmount, currency("JPY")), "-¥9,007,199,254,740,991");
}

TEST(FormatDecimal, IsBare) {
  EXPECT_EQ(format_decimal(123450, currency("USD")), "1234.50");
  EXPECT_EQ(format_decimal(-5, currency("KWD")), "-0.005");
  EXPECT_EQ(format_decimal(7, currency("JPY")), "7");
}

TEST(ParseDecimal, IsExact) {
  EXPECT_EQ(parsed("1234.5"), "123450");
  EXPECT_EQ(parsed("1234.50"), "123450");
  EXPECT_EQ(parsed("0.05"), "5");
  EXPECT_EQ(parsed("-0.05"), "-5");
  EXPECT_EQ(parsed("-0"), "0");
  EXPECT_EQ(parsed("007"), "700");
  EXPECT_EQ(parsed("12", "JPY"), "12");
  EXPECT_EQ(parsed("1.234", "KWD"), "1234");
}

TEST(ParseDecimal, ZerosBeyondTheExponentAreNoPrecision) {
  EXPECT_EQ(parsed("1.500000000000000000000000000000"), "150");
  EXPECT_EQ(parsed("3.0", "JPY"), "3");
}

TEST(ParseDecimal, RefusesMoreDecimalsThanTheCurrencyHas) {
  EXPECT_EQ(parsed("1.005"), "amount_precision currency=USD exponent=2");
  EXPECT_EQ(parsed("0.1", "JPY"), "amount_precision currency=JPY exponent=0");
}

TEST(ParseDecimal, RefusesWhatIsNoDecimal) {
  for (const char* text : {"", "-", ".", ".5", "5.", "--5", "+5", "1e3", "1,5", " 1", "1 ", "1.2.3",
                           "0x10", "abc", "abc.999", "1.x", "1.99x", "NaN", "１"}) {
    EXPECT_EQ(parsed(text), "amount_invalid") << text;
  }
}

TEST(ParseDecimal, HoldsTheLargestAmountAndRefusesOnePast) {
  EXPECT_EQ(parsed("90071992547409.91"), "9007199254740991");
  EXPECT_EQ(parsed("-90071992547409.91"), "-9007199254740991");
  EXPECT_EQ(parsed("90071992547409.92"), "amount_overflow");
  EXPECT_EQ(parsed("99999999999999999999999999999999"), "amount_overflow");
}

TEST(ParseDecimal, ReadsBackWhatFormatDecimalWrites) {
  Random random(20265);
  for (const std::string_view code : {"JPY", "USD", "KWD", "CLF"}) {
    for (int i = 0; i < rounds(20'000); ++i) {
      const std::int64_t minor = random.between(-limits::kAmount, limits::kAmount);
      ASSERT_EQ(parse_decimal(format_decimal(minor, currency(code)), currency(code)), minor);
    }
  }
}

}  // namespace
}  // namespace sealcart
