// Patterns of phone and postal tables against what ECMAScript's RegExp says of them.
#include "../../core/src/validate/pattern.h"

#include <gtest/gtest.h>

#include <regex>
#include <string>

#include "core/support/random.h"

namespace sealcart {
namespace {

std::string_view prefix_of(std::string_view pattern, std::string_view text) {
  const auto found = match_prefix(pattern, text);
  return found ? text.substr(0, found->length) : "none";
}

TEST(Pattern, MatchesTheWholeTextOrNothing) {
  EXPECT_TRUE(matches_whole("[2-9]\\d{3}", "2345"));
  EXPECT_FALSE(matches_whole("[2-9]\\d{3}", "1345"));
  EXPECT_FALSE(matches_whole("[2-9]\\d{3}", "23456"));
  EXPECT_FALSE(matches_whole("[2-9]\\d{3}", "234"));
  EXPECT_TRUE(matches_whole("", ""));
  EXPECT_FALSE(matches_whole("", "1"));
  EXPECT_TRUE(matches_whole("1|2(?:3|45)?|6", "245"));
  EXPECT_FALSE(matches_whole("1|2(?:3|45)?|6", "234"));
}

TEST(Pattern, GoesBackWhenTheRestDoesNotMatch) {
  EXPECT_TRUE(matches_whole("\\d{2,4}5", "1235"));
  EXPECT_TRUE(matches_whole("(?:1|12)(?:3|23)4", "1234"));
  EXPECT_TRUE(matches_whole("(?:12?)?2{0,2}3", "123"));
  EXPECT_TRUE(matches_whole("(?:\\d\\d){1,3}\\d", "12345"));
  EXPECT_FALSE(matches_whole("(?:\\d\\d){1,3}\\d", "1234"));
}

TEST(Pattern, TakesTheFirstAlternativeThatFits) {
  EXPECT_EQ(prefix_of("1|12", "123"), "1");
  EXPECT_EQ(prefix_of("(?:1|12)3", "123"), "123");
  EXPECT_EQ(prefix_of("00|0", "0012"), "00");
  EXPECT_EQ(prefix_of("0?", "12"), "");
  EXPECT_EQ(prefix_of("2", "12"), "none");
}

TEST(Pattern, KeepsWhatTheGroupsMatched) {
  const auto brazil = match_prefix("(?:0|90)(?:(1[245]|31)(\\d{10,11}))?", "0311234567890");
  ASSERT_TRUE(brazil);
  EXPECT_EQ(brazil->groups[0], "31");
  EXPECT_EQ(brazil->groups[1], "1234567890");
  const auto bare = match_prefix("(?:0|90)(?:(1[245]|31)(\\d{10,11}))?", "01112345678");
  ASSERT_TRUE(bare);
  EXPECT_EQ(bare->length, 1U);
  EXPECT_EQ(bare->groups[0].data(), nullptr);
  const auto last = match_prefix("(?:(\\d)-)+", "1-2-3-");
  ASSERT_TRUE(last);
  EXPECT_EQ(last->groups[0], "3");
  const auto inner = match_prefix("(1(2)?)(3)", "13");
  ASSERT_TRUE(inner);
  EXPECT_EQ(inner->groups[1].data(), nullptr);
  EXPECT_EQ(inner->groups[2], "3");
}

TEST(Pattern, KnowsThePiecesOfPostalCodes) {
  EXPECT_TRUE(matches_whole("\\d{5}(?:[ \\-]\\d{4})?", "12345-6789"));
  EXPECT_TRUE(matches_whole("[ABCEGHJ-NPRSTVXY]\\d[A-Z] ?\\d[A-Z]\\d", "K1A 0B1"));
  EXPECT_FALSE(matches_whole("[ABCEGHJ-NPRSTVXY]\\d[A-Z] ?\\d[A-Z]\\d", "D1A 0B1"));
  EXPECT_TRUE(matches_whole("AD[1-7]0\\d|[A\\d-]+", "4-A"));
  EXPECT_TRUE(matches_whole("(?:1\\.)*2", "1.1.2"));
  EXPECT_TRUE(matches_whole("1{2,}", "1111"));
}

TEST(Pattern, KnowsTheShortSignsOfTheTables) {
  EXPECT_TRUE(matches_whole("c", "123"));
  EXPECT_FALSE(matches_whole("c", "12"));
  EXPECT_TRUE(matches_whole("1c-e", "12345"));
  EXPECT_FALSE(matches_whole("1c-e", "123"));
  EXPECT_TRUE(matches_whole("1a?", "1"));
  EXPECT_FALSE(matches_whole("c", "12c"));
  const std::string odd = "\xD5\x97";  // U+0557: 1, 3, 5, 7, 8, 9
  EXPECT_TRUE(matches_whole(odd + "b", "312"));
  EXPECT_FALSE(matches_whole(odd + "b", "212"));
  EXPECT_TRUE(matches_whole(odd + "{2}|4" + odd + "?", "99"));
  EXPECT_EQ(prefix_of("(b)$|1", "12"), "12");
  EXPECT_EQ(prefix_of("(b)$|1", "123"), "1");
}

TEST(Pattern, TellsWhetherMoreTextCouldMatch) {
  EXPECT_TRUE(may_match_prefix("12(?:3|4)", ""));
  EXPECT_TRUE(may_match_prefix("12(?:3|4)", "12"));
  EXPECT_TRUE(may_match_prefix("12(?:3|4)", "1249"));
  EXPECT_FALSE(may_match_prefix("12(?:3|4)", "125"));
  EXPECT_FALSE(may_match_prefix("12(?:3|4)", "2"));
}

TEST(Pattern, ThatIsBrokenMatchesNothing) {
  for (const std::string_view broken :
       {"(",  "(1",   "1)", "[",   "[1",    "[\\]", "\\", "1{",   "1{,2}",  "1{2",
        "b?", "\xD0", "?",  "1??", "(?=1)", "^1",   ".",  "[^2]", "(?:1){", "1(?"}) {
    for (const std::string_view text : {"", "1", "11", "."}) {
      EXPECT_FALSE(matches_whole(broken, text)) << broken << " " << text;
    }
  }
  EXPECT_FALSE(matches_whole("[a-\\\\]", "\\"));  // a range to an escaped byte is not known
}

TEST(Pattern, GivesUpWhereTheSearchWouldNotEnd) {
  const std::string text(40, '1');
  EXPECT_FALSE(matches_whole("(?:1|1|11)*2", text));
  EXPECT_FALSE(matches_whole("(?:1*)*2", text));
  EXPECT_FALSE(matches_whole("(?:1*1*1*1*)*2", text + text));
  EXPECT_TRUE(matches_whole("(?:1?){0,50}", text));
  std::string deep(50'000, '(');
  EXPECT_FALSE(matches_whole(deep, text));
  deep += "1" + std::string(50'000, ')');
  EXPECT_FALSE(matches_whole(deep, "1"));
}

std::string drawn_pattern(Random& random, int depth) {
  static constexpr const char* kAtoms[] = {"1", "2", "3", "\\d", "[12]", "[2-9]", "[13-57]", "0"};
  static constexpr const char* kRepeats[] = {"", "", "", "", "?", "{2}", "{1,2}", "{0,3}"};
  std::string pattern;
  for (std::int64_t piece = random.between(1, 4); piece > 0; --piece) {
    if (depth > 0 && random.one_in(3)) {
      pattern += random.one_in(2) ? "(" : "(?:";
      pattern += drawn_pattern(random, depth - 1) + ")";
    } else {
      pattern += kAtoms[random.between(0, 7)];
    }
    pattern += kRepeats[random.between(0, 7)];
  }
  if (random.one_in(3)) pattern += "|" + drawn_pattern(random, depth - 1);
  return pattern;
}

TEST(Pattern, AgreesWithEcmaScriptOnDrawnPatterns) {
  Random random(4107);
  for (int i = 0; i < rounds(3'000); ++i) {
    const std::string pattern = drawn_pattern(random, 2);
    const std::regex reference(pattern, std::regex::ECMAScript);
    for (int j = 0; j < 10; ++j) {
      std::string text;
      for (std::int64_t digits = random.between(0, 9); digits > 0; --digits) {
        text += static_cast<char>('0' + random.between(0, 4));
      }
      ASSERT_EQ(matches_whole(pattern, text), std::regex_match(text, reference))
          << pattern << " " << text;
      std::smatch wanted;
      const bool any =
          std::regex_search(text, wanted, reference, std::regex_constants::match_continuous);
      const auto found = match_prefix(pattern, text);
      ASSERT_EQ(found.has_value(), any) << pattern << " " << text;
      if (!any) continue;
      ASSERT_EQ(found->length, static_cast<std::size_t>(wanted.length(0))) << pattern;
    }
  }
}

}  // namespace
}  // namespace sealcart
