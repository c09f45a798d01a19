#include "sealcart/message.h"

#include <gtest/gtest.h>

#include "support/packs.h"

namespace sealcart {
namespace {

const std::string kEnglishNumbers = pack_bytes("locale-en");
const std::string kPersianNumbers = pack_bytes("locale-fa");
const std::string kRussianNumbers = pack_bytes("locale-ru");

std::string said(std::string_view text, std::string_view value, const std::string& numbers) {
  const std::string pack = "sealcart-pack messages-x 1 2026-11-29\nlow_stock\t" + std::string(text);
  const std::string whole = pack + "\n";
  const MessageCatalogue catalogue = *MessageCatalogue::read(whole);
  const ErrorParam param{"n", std::string(value)};
  return format_message(ErrorCode::low_stock, {&param, 1}, *Locale::read(numbers), catalogue);
}

TEST(Message, FiguresHaveTheDigitsOfTheLocale) {
  EXPECT_EQ(said("Max {n, number}.", "12345", kEnglishNumbers), "Max 12,345.");
  EXPECT_EQ(said("Max {n, number}.", "12345", kPersianNumbers), "Max ۱۲٬۳۴۵.");
  EXPECT_EQ(said("SKU {n}.", "12345", kEnglishNumbers), "SKU 12345.");
}

TEST(Message, ANumberChoosesItsForm) {
  const char* text = "{n, plural, one {# день} few {# дня} many {# дней} other {# дня}}!";
  EXPECT_EQ(said(text, "21", kRussianNumbers), "21 день!");
  EXPECT_EQ(said(text, "22", kRussianNumbers), "22 дня!");
  EXPECT_EQ(said(text, "11", kRussianNumbers), "11 дней!");
  EXPECT_EQ(said("{n, plural, one {a} other {# of}}", "5", kEnglishNumbers), "5 of");
}

TEST(Message, ValuesKeepTheirOrderInATextFromRightToLeft) {
  EXPECT_EQ(said("از {n}.", "2026-04-30", kPersianNumbers), "از \u20682026-04-30\u2069.");
  EXPECT_EQ(said("از {n, number}.", "30", kPersianNumbers), "از ۳۰.");
  EXPECT_EQ(said("с {n}.", "2026-04-30", kRussianNumbers), "с 2026-04-30.");
}

TEST(Message, BadTextsAreSafe) {
  EXPECT_EQ(said("{other}", "1", kEnglishNumbers), "{other}");
  for (const char* text : {"{", "{n", "{n,", "{n, plural", "{n, plural, one {", "}", "{{n}"}) {
    said(text, "1", kEnglishNumbers);
  }
  EXPECT_FALSE(MessageCatalogue::read("sealcart-pack messages-x"));
  EXPECT_FALSE(MessageCatalogue::read("sealcart-pack messages-x 1\nlow_stock\t\xff\n"));
}

}  // namespace
}  // namespace sealcart
