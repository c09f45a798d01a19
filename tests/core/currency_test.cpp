#include <gtest/gtest.h>

#include <vector>

#include "sealcart/money.h"

namespace sealcart {
namespace {

std::int32_t exponent(std::string_view code) {
  const auto currency = find_currency(code);
  return currency ? currency->exponent : -1;
}

TEST(Currency, KnowsTheExponentsOfIso4217) {
  EXPECT_EQ(exponent("USD"), 2);
  EXPECT_EQ(exponent("EUR"), 2);
  EXPECT_EQ(exponent("JPY"), 0);
  EXPECT_EQ(exponent("KWD"), 3);
  EXPECT_EQ(exponent("CLF"), 4);
}

TEST(Currency, CarriesItsCode) {
  ASSERT_TRUE(find_currency("GBP"));
  EXPECT_EQ(find_currency("GBP")->text(), "GBP");
}

TEST(Currency, OtherTextIsNone) {
  for (const std::string_view text :
       {std::string_view(""), std::string_view("US"), std::string_view("usd"),
        std::string_view("USDX"), std::string_view("AAA"), std::string_view("ZZZ"),
        std::string_view("US\0", 3), std::string_view("USD\0", 4)}) {
    EXPECT_EQ(exponent(text), -1) << text;
  }
}

// The search is binary: an entry out of order would not be found.
TEST(Currency, EveryEntryOfTheTableIsFound) {
  struct Row {
    std::string_view code;
    std::int32_t exponent;
  };
  const std::vector<Row> rows{
#define SEALCART_CURRENCY(code, exponent) {#code, exponent},
#include "../../core/data/currencies.inc"
#undef SEALCART_CURRENCY
  };
  EXPECT_GT(rows.size(), 150u);
  for (const Row& row : rows) EXPECT_EQ(exponent(row.code), row.exponent) << row.code;
}

}  // namespace
}  // namespace sealcart
