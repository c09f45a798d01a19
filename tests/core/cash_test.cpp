// What can be handed over in coins, and what rounding to it adds or takes off.
#include "sealcart/cash.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "support/random.h"
#include "support/told.h"

namespace sealcart {
namespace {

CashAmount cash(std::int64_t due, std::string_view code) {
  const auto rounded = cash_amount(due, *find_currency(code));
  must(rounded);
  return *rounded;
}

TEST(Cash, RoundsToTheSmallestCoin) {
  EXPECT_EQ(cash(1002, "CHF").amount, 1000);
  EXPECT_EQ(cash(1003, "CHF").amount, 1005);
  EXPECT_EQ(cash(124, "DKK").amount, 100);
  EXPECT_EQ(cash(125, "DKK").amount, 150);
  EXPECT_EQ(cash(1249, "SEK").amount, 1200);
  EXPECT_EQ(cash(1250, "SEK").amount, 1300);
  EXPECT_EQ(cash(124'999, "HUF").amount, 125'000);  // 1,249.99 Ft in coins of 5 Ft
  EXPECT_EQ(cash(124'750, "HUF").amount, 125'000);
  EXPECT_EQ(cash(124'749, "HUF").amount, 124'500);
}

TEST(Cash, TellsTheDifferenceWithItsSign) {
  EXPECT_EQ(cash(1002, "CHF").difference, -2);
  EXPECT_EQ(cash(1003, "CHF").difference, 2);
  EXPECT_EQ(cash(1005, "CHF").difference, 0);
  EXPECT_EQ(cash(-1003, "CHF").amount, -1005);
  EXPECT_EQ(cash(-1003, "CHF").difference, -2);
}

TEST(Cash, LeavesOtherCurrenciesAsTheyAre) {
  for (const std::string_view code : {"USD", "EUR", "JPY", "KWD"}) {
    EXPECT_EQ(cash(1'234'567, code).amount, 1'234'567) << code;
    EXPECT_EQ(cash_step(*find_currency(code)), 1) << code;
  }
}

TEST(Cash, RefusesWhatWouldLeaveTheRange) {
  const Currency franc = *find_currency("CHF");
  EXPECT_EQ(told(cash_amount(limits::kAmount - 1, franc)), "ok");  // ...990 is a multiple of 5
  EXPECT_EQ(told(cash_amount(limits::kAmount, *find_currency("DKK"))), "amount_overflow");
  EXPECT_EQ(told(cash_amount(-limits::kAmount, *find_currency("DKK"))), "amount_overflow");
  EXPECT_EQ(told(cash_amount(limits::kAmount + 1, franc)), "amount_overflow");
  EXPECT_EQ(told(cash_amount(INT64_MIN, franc)), "amount_overflow");
}

// Rounded once: to øre first it would be 0.25, and then 0.50.
TEST(Cash, RoundsAFinerAmountOnce) {
  const Currency krone = *find_currency("DKK");
  EXPECT_EQ(round_to_step(245, cash_step(krone, 3)), 0);
  EXPECT_EQ(round_to_step(250, cash_step(krone, 3)), 500);
}

TEST(Cash, IsTheNearestMultipleForDrawnAmounts) {
  Random random(30311);
  for (int i = 0; i < rounds(200'000); ++i) {
    const std::int64_t amount = random.of_bits(50) * (random.one_in(2) ? 1 : -1);
    const std::int64_t step = random.between(1, 1000);
    const auto rounded = round_to_step(amount, step);
    ASSERT_TRUE(rounded);
    ASSERT_EQ(*rounded % step, 0);
    const std::int64_t moved = *rounded - amount;
    ASSERT_LE(2 * (moved < 0 ? -moved : moved), step);
    // A half goes away from 0.
    ASSERT_FALSE(2 * moved == step && amount < 0);
    ASSERT_FALSE(2 * moved == -step && amount >= 0);
  }
}

// Cases carry up to three decimals, finer than the minor unit: compared in thousandths.
std::int64_t thousandths(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  std::int64_t value = 0;
  int decimals = -1;
  for (const char c : text) {
    if (c == '.') {
      decimals = 0;
    } else {
      value = value * 10 + (c - '0');
      if (decimals >= 0) ++decimals;
    }
  }
  for (decimals = decimals < 0 ? 0 : decimals; decimals < 3; ++decimals) value *= 10;
  return negative ? -value : value;
}

void check_case(std::string_view code, std::string_view amount, std::string_view wanted) {
  const auto currency = find_currency(code);
  ASSERT_TRUE(currency) << code;
  EXPECT_EQ(round_to_step(thousandths(amount), cash_step(*currency, 3)), thousandths(wanted))
      << code << " " << amount;
  if (thousandths(amount) % 10 != 0) return;  // not in minor units; all here have two decimals
  EXPECT_EQ(cash(thousandths(amount) / 10, code).amount, thousandths(wanted) / 10) << code;
}

TEST(CashCases, OfCldrAllAgree) {
  int count = 0;
#define SEALCART_CASH_CASE(code, amount, wanted) \
  check_case(#code, amount, wanted);             \
  ++count;
#include "../data/pricing/cash_cases.inc"
#undef SEALCART_CASH_CASE
  EXPECT_EQ(count, 352);
}

// The whole collection, when it lies beside the repository.
TEST(CashCases, BesideTheRepositoryAllAgree) {
  std::ifstream file(SEALCART_SOURCE_DIR "/../shared/data/currency/cash_cases.jsonl");
  int count = 0;
  for (std::string line; std::getline(file, line); ++count) {
    const auto row = nlohmann::json::parse(line, nullptr, false);
    check_case(row["c"].get<std::string>(), row["a"].get<std::string>(),
               row["cash"].get<std::string>());
  }
  RecordProperty("cases", count);
}

TEST(Cash, EveryRowOfTheTableNamesACurrencyAndAStepOfItsMinorUnits) {
  int count = 0;
#define SEALCART_CASH(code, digits, increment)                             \
  ASSERT_TRUE(find_currency(#code)) << #code;                              \
  EXPECT_LE(digits, find_currency(#code)->exponent) << #code;              \
  EXPECT_EQ(cash_step(*find_currency(#code), digits), increment) << #code; \
  ++count;
#include "../../core/data/cash_rounding.inc"
#undef SEALCART_CASH
  EXPECT_EQ(count, 16);
}

}  // namespace
}  // namespace sealcart
