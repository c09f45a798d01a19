#include "sealcart/result.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace sealcart {
namespace {

Error error_at(std::string path) { return Error(ErrorCode::field_type, std::move(path)); }

TEST(Error, CodesAreNamedByTheirIdentifier) {
  EXPECT_EQ(error_name(ErrorCode::json_invalid), "json_invalid");
  EXPECT_EQ(error_name(ErrorCode::env_closed), "env_closed");
  EXPECT_EQ(error_http_status(ErrorCode::json_too_large), 413);
  EXPECT_EQ(error_http_status(ErrorCode::env_closed), 0);
}

TEST(Error, EveryCodeHasANameOfItsOwnAStatusATextAndAFix) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < kErrorCodes; ++i) {
    const auto code = static_cast<ErrorCode>(i);
    EXPECT_TRUE(names.insert(error_name(code)).second) << error_name(code);
    EXPECT_FALSE(error_text(code).empty()) << error_name(code);
    EXPECT_FALSE(error_fix(code).empty()) << error_name(code);
    const int status = error_http_status(code);
    const bool in_page = error_name(code).starts_with("env_");
    EXPECT_TRUE(in_page ? status == 0 : status >= 400 && status < 600) << error_name(code);
  }
}

TEST(Error, PlaceholdersInEveryTextAreClosedNames) {
  for (std::size_t i = 0; i < kErrorCodes; ++i) {
    std::string_view text = error_text(static_cast<ErrorCode>(i));
    for (std::size_t open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
      const std::size_t close = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", open + 1);
      ASSERT_NE(close, text.npos) << text;
      EXPECT_EQ(text[close], '}') << text;
      EXPECT_GT(close, open + 1) << text;
    }
  }
}

TEST(Error, MessageIsTheTextWithItsParametersFilledIn) {
  const Error error = Error(ErrorCode::number_out_of_range, "a").with("min", -5).with("max", 7);
  EXPECT_EQ(error_message(error), "outside -5 to 7");
  EXPECT_EQ(error_message(Error(ErrorCode::field_unknown)), "no field of this name");
}

TEST(Error, AParameterThatIsNotGivenStaysVisible) {
  EXPECT_EQ(error_message(Error(ErrorCode::text_too_long)), "longer than {max} bytes");
}

TEST(Error, AParameterIsNotReadAsAPlaceholder) {
  const Error error = Error(ErrorCode::value_not_allowed).with("allowed", "{max}").with("max", 1);
  EXPECT_EQ(error_message(error), "not one of {max}");
}

TEST(Error, ParametersAreSafeToPrint) {
  const Error error = Error(ErrorCode::sku_unknown)
                          .with("sku", std::string("a\n\0b\x7F\xC2\x85\xE2\x80\xAE\xFF", 11) + "é");
  const std::string bad = "\xEF\xBF\xBD";
  EXPECT_EQ(error.params[0].value, "a" + bad + bad + "b" + bad + bad + bad + bad + "é");
}

TEST(Error, LongParametersAreCutBetweenCharacters) {
  std::string text;
  for (int i = 0; i < 150; ++i) text += "é";
  const Error error = Error(ErrorCode::sku_unknown).with("sku", "x" + text);
  EXPECT_EQ(error.params[0].value, "x" + text.substr(0, 198));
}

TEST(Error, InsideJoinsPathsWithADotExceptBeforeABracket) {
  EXPECT_EQ(error_at("quantity").inside("lines[2]").path, "lines[2].quantity");
  EXPECT_EQ(error_at("[2].quantity").inside("lines").path, "lines[2].quantity");
  EXPECT_EQ(error_at("").inside("lines[2]").path, "lines[2]");
  EXPECT_EQ(error_at("quantity").inside("").path, "quantity");
}

TEST(Error, InsideKeepsCodeAndParameters) {
  const Error inner = Error(ErrorCode::text_too_long, "name").with("max", 3);
  const Error outer = Error(inner).inside("fees[0]");
  EXPECT_EQ(outer.code, inner.code);
  EXPECT_EQ(outer.params, inner.params);
}

}  // namespace
}  // namespace sealcart
