#include "sealcart/message.h"

#include <gtest/gtest.h>

#include <set>

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

// The names in braces of a text, those of plural arms excluded: they hold no placeholders.
std::set<std::string> placeholders(std::string_view text) {
  std::set<std::string> names;
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '}') --depth;
    if (text[at] != '{' || depth++ > 0) continue;
    names.emplace(text.substr(at + 1, text.find_first_of(",}", at) - at - 1));
  }
  EXPECT_EQ(depth, 0) << text;
  return names;
}

void expect_complete(const std::string& bytes) {
  const Result<MessageCatalogue> catalogue = MessageCatalogue::read(bytes);
  ASSERT_TRUE(catalogue);
  for (std::size_t i = 0; i < kErrorCodes; ++i) {
    const auto code = static_cast<ErrorCode>(i);
    EXPECT_FALSE(catalogue->text(code).empty()) << error_name(code);
    std::set<std::string> known = placeholders(error_text(code));
    known.merge(placeholders(error_fix(code)));
    for (const std::string& name : placeholders(catalogue->text(code))) {
      EXPECT_TRUE(known.contains(name)) << error_name(code) << ": " << name;
    }
  }
}

TEST(Message, EveryCodeHasATextWithPlaceholdersThatAreKnown) {
  for (const char* locale : {"en", "it", "pt", "ru", "sq", "fa"})
    expect_complete(pack_bytes(std::string("messages-") + locale));
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
