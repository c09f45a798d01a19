// Whole numbers and quantities as they are typed.
#include "sealcart/validate/number.h"

#include <gtest/gtest.h>

#include "support/said.h"

namespace sealcart {
namespace {

std::string number_says(std::string_view text) {
  Findings findings;
  check_number("n", text, -5, 5, findings);
  return said(findings);
}

std::string quantity_says(std::string_view text, const QuantityRule& rule = {}) {
  Findings findings;
  check_quantity("quantity", text, rule, findings);
  return said(findings);
}

TEST(WholeNumber, IsReadInThreeScripts) {
  EXPECT_EQ(parse_whole_number(" 0123 "), 123);
  EXPECT_EQ(parse_whole_number("۱۲۳"), 123);
  EXPECT_EQ(parse_whole_number("١٢٣"), 123);
  EXPECT_EQ(parse_whole_number("-7"), -7);
  EXPECT_EQ(parse_whole_number("+7"), 7);
}

TEST(WholeNumber, IsNothingElse) {
  for (const char* text : {"", " ", "-", "+", "1.5", "1,000", "1 000", "1e3", "0x10", "--1", "½",
                           "१२", "1\xFF", "NaN", "1-"}) {
    EXPECT_FALSE(parse_whole_number(text)) << text;
  }
}

TEST(WholeNumber, ThatIsHugeStaysAtTheEndOfTheRange) {
  EXPECT_EQ(parse_whole_number("9007199254740991"), limits::kAmount);
  EXPECT_EQ(parse_whole_number("9007199254740990"), limits::kAmount - 1);
  EXPECT_EQ(parse_whole_number("99999999999999999999999999999999"), limits::kAmount);
  EXPECT_EQ(parse_whole_number("-99999999999999999999999999999999"), -limits::kAmount);
}

TEST(Number, StaysWithinItsRange) {
  EXPECT_EQ(number_says("5"), "");
  EXPECT_EQ(number_says("-5"), "");
  EXPECT_EQ(number_says("6"), "number_out_of_range min=-5 max=5");
  EXPECT_EQ(number_says("-6"), "number_out_of_range min=-5 max=5");
  EXPECT_EQ(number_says("x"), "number_invalid");
  EXPECT_EQ(number_says(std::string(41, '0')), "text_too_long max=40");
}

TEST(Quantity, SuggestsTheNearestThatIsSold) {
  EXPECT_EQ(quantity_says("0"), "quantity_too_small given=0 min=1 -> 1");
  EXPECT_EQ(quantity_says("-3"), "quantity_too_small given=-3 min=1 -> 1");
  EXPECT_EQ(quantity_says("9999"), "");
  EXPECT_EQ(quantity_says("10000"), "quantity_too_large given=10000 max=9999 -> 9999");
  const QuantityRule by_six{6, 40, 6};
  EXPECT_EQ(quantity_says("12", by_six), "");
  EXPECT_EQ(quantity_says("14", by_six), "quantity_step step=6 -> 12");
  EXPECT_EQ(quantity_says("15", by_six), "quantity_step step=6 -> 18");
  EXPECT_EQ(quantity_says("39", by_six), "quantity_step step=6 -> 36");
  EXPECT_EQ(quantity_says("41", by_six), "quantity_too_large given=41 max=40 -> 36");
  EXPECT_EQ(quantity_says("2", by_six), "quantity_too_small given=2 min=6 -> 6");
}

TEST(Quantity, WhatASuggestionSaysIsAccepted) {
  for (std::int32_t step = 1; step < 8; ++step) {
    for (std::int32_t min = 1; min < 10; ++min) {
      const QuantityRule rule{min, 30, step};
      for (int given = -3; given < 40; ++given) {
        Findings findings;
        check_quantity("q", std::to_string(given), rule, findings);
        if (findings.all().empty()) continue;
        ASSERT_EQ(quantity_says(findings.all()[0].suggestion, rule), "") << given << " " << step;
      }
    }
  }
}

TEST(Quantity, SuggestsNothingWhenNothingIsSold) {
  EXPECT_EQ(quantity_says("5", {2, 5, 6}), "quantity_step step=6");
}

}  // namespace
}  // namespace sealcart
