// What stands on a card beside its number, as said beside the field.
#include "sealcart/validate/card_details.h"

#include <gtest/gtest.h>

#include "core/support/random.h"
#include "support/said.h"

namespace sealcart {
namespace {

constexpr CivilDate kToday{2026, 6, 15};

std::string expiry_says(std::string_view text) {
  Findings findings;
  check_card_expiry("expiry", text, kToday, findings);
  return said(findings);
}

std::string code_says(std::string_view text, int digits) {
  Findings findings;
  check_card_code("code", text, digits, findings);
  return said(findings);
}

std::string holder_says(std::string_view text) {
  Findings findings;
  check_card_holder("holder", text, findings);
  return said(findings);
}

TEST(CardExpiry, ACardIsGoodToTheEndOfItsMonth) {
  EXPECT_EQ(expiry_says("06/26"), "");
  EXPECT_EQ(expiry_says("05/26"), "card_expired");
  EXPECT_EQ(expiry_says("12/25"), "card_expired");
  EXPECT_EQ(expiry_says("5/2026"), "card_expired");
  EXPECT_EQ(expiry_says("06/45"), "");  // 19 years on
  EXPECT_EQ(expiry_says("06/46"), "card_expiry_invalid");
}

TEST(CardExpiry, IsReadInAllWaysItIsWritten) {
  for (const char* text : {"04/29", "4/29", "04 / 2029", " 04/29 ", "0429", "429", "042029",
                           "2029-04", "2029-4", "04 29"}) {
    EXPECT_EQ(expiry_says(text), "") << text;
  }
  for (const char* text : {"13/29", "00/29", "04/2", "04/", "/", "x", "04/29/", "04-29", "2029-13",
                           "29/04", "0", "20", "04/99999999999999"}) {
    EXPECT_EQ(expiry_says(text), "card_expiry_invalid") << text;
  }
  EXPECT_EQ(expiry_says(std::string(33, '1')), "text_too_long max=32");
}

TEST(CardExpiry, EveryMonthOfTheYearsToComeIsReadBack) {
  for (int year = 2026; year <= 2045; ++year) {
    for (int month = 1; month <= 12; ++month) {
      const bool good = year > 2026 || month >= 6;
      const std::string padded = (month < 10 ? "0" : "") + std::to_string(month);
      const std::string full = std::to_string(year);
      for (const std::string& text : {padded + "/" + full, padded + full.substr(2),
                                      full + "-" + padded, padded + " " + full}) {
        EXPECT_EQ(expiry_says(text), good ? "" : "card_expired") << text;
      }
    }
  }
}

TEST(CardCode, HasTheDigitsOfItsBrand) {
  EXPECT_EQ(code_says("123", 3), "");
  EXPECT_EQ(code_says("1234", 4), "");
  EXPECT_EQ(code_says("1234", 3), "card_code_invalid digits=3");
  EXPECT_EQ(code_says("12", 3), "card_code_invalid digits=3");
  EXPECT_EQ(code_says("12x", 3), "card_code_invalid digits=3");
  EXPECT_EQ(code_says("123", 4), "card_code_invalid digits=4");
}

TEST(CardHolder, IsANameAndNoCardNumber) {
  EXPECT_EQ(holder_says("ZOË O’NEILL-ÇELA"), "");
  EXPECT_EQ(holder_says("علی رضایی"), "");
  EXPECT_EQ(holder_says("4242 4242-4242 4242"), "card_holder_invalid");
  EXPECT_EQ(holder_says("A\x07"), "character_not_allowed character=U+0007");
  EXPECT_EQ(holder_says(std::string(201, 'a')), "text_too_long max=200");
  EXPECT_TRUE(read_card_holder(std::string(255, 'a')).valid);
  EXPECT_FALSE(read_card_holder(std::string(256, 'a')).potentially_valid);
}

TEST(CardDetails, ReadAnyBytes) {
  Random random(255);
  constexpr std::string_view kAlphabet = "0123456789/- 0129";
  for (int i = 0; i < rounds(20'000); ++i) {
    std::string text(static_cast<std::size_t>(random.between(0, 40)), ' ');
    for (char& c : text) {
      c = random.one_in(8) ? static_cast<char>(random.between(0, 255))
                           : kAlphabet[static_cast<std::size_t>(random.between(0, 16))];
    }
    const CardExpiry read = read_card_expiry(text, kToday);
    ASSERT_TRUE(read.potentially_valid || !read.valid) << text;
    expiry_says(text);
    code_says(text, 3);
    holder_says(text);
  }
}

}  // namespace
}  // namespace sealcart
