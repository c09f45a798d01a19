// Names and free text: any script, and nothing that hides or turns what is written.
#include "sealcart/validate/name.h"

#include <gtest/gtest.h>

#include "sealcart/validate/text.h"
#include "support/said.h"

namespace sealcart {
namespace {

std::string person_says(std::string_view text) {
  Findings findings;
  check_name("name", text, NameKind::person, findings);
  return said(findings);
}

std::string company_says(std::string_view text) {
  Findings findings;
  check_name("company", text, NameKind::company, findings);
  return said(findings);
}

std::string text_says(std::string_view text, std::size_t max = 100) {
  Findings findings;
  check_text("note", text, max, findings);
  return said(findings);
}

TEST(Name, IsGoodInAnyScript) {
  for (const char* name :
       {"Zoë O’Neill-Çela", "Ë", "王小明", "Ольга Ильинична", "علی رضایی", "می‌نا",
        "தமிழ்ச்செல்வன்", "ᠮᠣᠩᠭᠣᠯ", "Nguyễn Thị Minh Khai", "X Æ A-12", "Louis XIV.",
        "M. D'Angelo (jr.)", "𠮷野家", "María-José Ł", "O", "ªº"}) {
    EXPECT_EQ(person_says(name), "") << name;
    EXPECT_EQ(company_says(name), "") << name;
  }
}

TEST(Name, NamesNothingWithoutLetters) {
  for (const char* name : {"12345", "۱۲۳", "- -", "…", "!!!", "🙂🙂", "1 2"}) {
    EXPECT_EQ(person_says(name), "name_invalid") << name;
    EXPECT_EQ(company_says(name), "name_invalid") << name;
  }
  EXPECT_EQ(person_says("1&1"), "name_invalid");
  EXPECT_EQ(company_says("1&1"), "");
  EXPECT_EQ(company_says("3M"), "");
}

TEST(Name, IsNoLink) {
  for (const char* name : {"http://a.example", "Win at WWW.a.example", "see ftp://x"}) {
    EXPECT_EQ(person_says(name), "name_invalid") << name;
    EXPECT_EQ(company_says(name), "name_invalid") << name;
  }
  EXPECT_EQ(company_says("Booking.com B.V."), "");
}

TEST(Name, HoldsNoSignThatHidesOrTurns) {
  EXPECT_EQ(person_says("Ana\nMaria"), "character_not_allowed character=U+000A");
  EXPECT_EQ(person_says(std::string_view("A\0", 2)), "character_not_allowed character=U+0000");
  EXPECT_EQ(person_says("A\u202Ecba"), "character_not_allowed character=U+202E");
  EXPECT_EQ(person_says("A\u2066b"), "character_not_allowed character=U+2066");
  EXPECT_EQ(person_says("A\uFEFF"), "character_not_allowed character=U+FEFF");
  EXPECT_EQ(person_says("A\U0010FFFF"), "character_not_allowed character=U+10FFFF");
  EXPECT_EQ(person_says("A\U0001FFFE"), "character_not_allowed character=U+1FFFE");
  EXPECT_EQ(person_says("A\xC3"), "character_not_allowed character=U+FFFF");
  EXPECT_EQ(person_says("<b>Ana</b>"), "character_not_allowed character=U+003C");
  EXPECT_EQ(person_says("ana@example.com"), "character_not_allowed character=U+0040");
  EXPECT_EQ(company_says("ana@example.com"), "");
}

TEST(Name, EndsAtItsLimit) {
  EXPECT_EQ(person_says(std::string(limits::kNameBytes, 'a')), "");
  EXPECT_EQ(person_says(std::string(limits::kNameBytes + 1, 'a')), "text_too_long max=200");
}

TEST(Text, KeepsLinesAndTabs) {
  EXPECT_EQ(text_says("Ring twice.\nThen\twait.\r\nمرسی \u200Fok\u200E 🙂"), "");
  EXPECT_EQ(text_says("a\rb"), "character_not_allowed character=U+000D");
  EXPECT_EQ(text_says("a\x1B[31m"), "character_not_allowed character=U+001B");
  EXPECT_EQ(text_says("a\u0085"), "character_not_allowed character=U+0085");
  EXPECT_EQ(text_says("gift\u202Etxt.exe"), "character_not_allowed character=U+202E");
  EXPECT_EQ(text_says("a\xED\xA0\x80"), "character_not_allowed character=U+FFFF");
}

TEST(Text, EndsAtItsLimit) {
  EXPECT_EQ(text_says("12345", 5), "");
  EXPECT_EQ(text_says("123456", 5), "text_too_long max=5");
}

}  // namespace
}  // namespace sealcart
