// Card numbers: published cases, and what Luhn catches.
#include "sealcart/validate/card.h"

#include <gtest/gtest.h>

#include "core/support/random.h"
#include "sealcart/validate/card_details.h"
#include "support/card_rows.h"
#include "support/said.h"

namespace sealcart {
namespace {

std::string card_says(std::string_view text, CardBrands accepted = kAnyCardBrand) {
  Findings findings;
  check_card_number("card", text, accepted, findings);
  return said(findings);
}

TEST(CardCases, ShippedOnesAllAgree) {
  EXPECT_EQ(check_card_rows(shipped_rows("card_cases.jsonl")), 155);
}

TEST(CardCases, BesideTheRepositoryAllAgree) {
  RecordProperty("cases", check_card_rows(shared_rows("cards/cases.jsonl")));
}

TEST(Card, AcceptsPublishedTestNumbers) {
  for (const char* number :
       {"4242424242424242", "5555 5555 5555 4444", "3782-822463-10005", "6011111111111117",
        "3056930009020004", "36227206271667", "3566002020360505", "6200000000000005",
        "6205500000000000004", "4000002500000003", "2223003122003222", "5200828282828210",
        "6759649826438453", "6362970000457013", "2200 0000 0000 0053"}) {
    EXPECT_EQ(card_says(number), "") << number;
  }
}

TEST(Card, SaysWhetherMoreIsToComeOrItIsWrong) {
  EXPECT_EQ(card_says("4"), "card_number_incomplete");
  EXPECT_EQ(card_says("424242424242424"), "card_number_incomplete");
  EXPECT_EQ(card_says("42424242424242424"), "card_number_incomplete");  // of 18 or 19 digits
  EXPECT_EQ(card_says("4242424242424241"), "card_number_invalid");
  EXPECT_EQ(card_says("42424242424242424242"), "card_number_invalid");
  EXPECT_EQ(card_says("4242 4242 4242 424x"), "card_number_invalid");
  EXPECT_EQ(card_says("0000000000000000"), "card_number_invalid");
  EXPECT_EQ(card_says(std::string(65, '4')), "text_too_long max=64");
}

TEST(Card, OtherBrandsThanTheShopsAreRefusedAsSoonAsTheyAreCertain) {
  const CardBrands visa = 1u << (find_card_brand("visa") - &card_brand(0));
  EXPECT_EQ(card_says("4242424242424242", visa), "");
  EXPECT_EQ(card_says("34", visa), "card_brand_not_accepted brand=American Express");
  EXPECT_EQ(card_says("6", visa), "card_number_incomplete");
}

TEST(Card, NoFindingRepeatsADigitOfTheCard) {
  for (const char* text : {"4242424242424241", "424242", "3782822463100051", "9999999999999999"}) {
    Findings findings;
    check_card_number("card", text, 0, findings);
    for (const Finding& finding : findings.all()) {
      EXPECT_EQ(finding.suggestion, "");
      for (const ErrorParam& param : finding.params) {
        EXPECT_EQ(param.value.find_first_of("0123456789"), std::string::npos) << param.value;
      }
    }
  }
}

TEST(Card, IsGroupedAsItIsPrinted) {
  EXPECT_EQ(card_number_display("4242424242424242"), "4242 4242 4242 4242");
  EXPECT_EQ(card_number_display("378282246310005"), "3782 822463 10005");
  EXPECT_EQ(card_number_display("42424"), "4242 4");
  EXPECT_EQ(card_number_display("4242"), "4242");
  EXPECT_EQ(card_number_display("۴۲۴۲۴۲"), "4242 42");
  EXPECT_EQ(card_says("۴۲۴۲۴۲۴۲۴۲۴۲۴۲۴۲"), "");
}

std::string drawn_digits(Random& random, std::size_t size) {
  std::string digits(size, '0');
  for (char& c : digits) c = static_cast<char>('0' + random.between(0, 9));
  return digits;
}

TEST(Luhn, CatchesEverySingleWrongDigit) {
  Random random(7812);
  for (int i = 0; i < rounds(2'000); ++i) {
    std::string number = drawn_digits(random, static_cast<std::size_t>(random.between(2, 19)));
    int good = 0;
    for (char check = '0'; check <= '9'; ++check) {
      number.back() = check;
      good += has_luhn_check(number);
    }
    ASSERT_EQ(good, 1) << number;
    while (!has_luhn_check(number)) number.back() = static_cast<char>('0' + random.between(0, 9));
    for (std::size_t at = 0; at < number.size(); ++at) {
      std::string wrong = number;
      for (char digit = '0'; digit <= '9'; ++digit) {
        wrong[at] = digit;
        ASSERT_EQ(has_luhn_check(wrong), digit == number[at]) << wrong;
      }
    }
  }
}

// Whatever is valid was possible at every key stroke, and its brand never came back once lost.
TEST(Card, EveryBeginningOfAValidNumberMayBecomeOne) {
  Random random(19);
  int valid = 0;
  for (int i = 0; i < rounds(50'000); ++i) {
    const std::string number =
        drawn_digits(random, static_cast<std::size_t>(random.between(12, 19)));
    if (!read_card_number(number).valid) continue;
    ++valid;
    for (std::size_t size = 0; size <= number.size(); ++size) {
      ASSERT_TRUE(read_card_number(number.substr(0, size)).potentially_valid) << number;
    }
  }
  EXPECT_GT(valid, 100);
}

}  // namespace
}  // namespace sealcart
