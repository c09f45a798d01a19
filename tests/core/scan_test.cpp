// JSON of any shape against the limits: JSONTestSuite (N. Seriot, MIT) and an edge for each limit.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "sealcart/limits.h"
#include "sealcart/wire.h"

namespace sealcart {
namespace {

std::string repeat(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

// "accepted", or the code, with the path when there is one.
std::string verdict(std::string_view text, std::size_t max_bytes = limits::kJsonBytes) {
  const Status status = scan_json(text, max_bytes);
  if (status) return "accepted";
  const Error& error = status.error();
  return std::string(error_name(error.code)) + (error.path.empty() ? "" : " at " + error.path);
}

std::map<std::string, std::string> json_test_suite() {
  std::map<std::string, std::string> documents;
  const std::filesystem::path folder =
      SEALCART_SOURCE_DIR "/tests/vectors/jsontestsuite/test_parsing";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    std::stringstream content;
    content << file.rdbuf();
    documents[entry.path().stem().string()] = content.str();
  }
  // Two of the suite are large and plain: made here.
  documents["n_structure_100000_opening_arrays"] = repeat("[", 100'000);
  documents["n_structure_open_array_object"] = repeat("[{\"\":", 50'000) + "\n";
  return documents;
}

TEST(JsonTestSuite, IsComplete) {
  std::map<char, int> kinds;
  for (const auto& [name, text] : json_test_suite()) ++kinds[name[0]];
  EXPECT_EQ(kinds, (std::map<char, int>{{'y', 95}, {'n', 188}, {'i', 35}}));
}

TEST(JsonTestSuite, WhatMustBeAcceptedIsAccepted) {
  for (const auto& [name, text] : json_test_suite()) {
    if (name[0] != 'y') continue;
    // The suite allows duplicate keys, as RFC 8259 does; we refuse them on purpose.
    const bool is_duplicate = name.starts_with("y_object_duplicated_key");
    EXPECT_EQ(verdict(text), is_duplicate ? "json_duplicate_key at a" : "accepted") << name;
  }
}

TEST(JsonTestSuite, WhatMustBeRefusedIsRefused) {
  for (const auto& [name, text] : json_test_suite()) {
    if (name[0] != 'n') continue;
    EXPECT_NE(verdict(text, text.size()), "accepted") << name;
  }
}

// What a parser may decide for itself: ours stays the same from release to release.
TEST(JsonTestSuite, WhatIsLeftToTheParserIsDecidedForGood) {
  std::string verdicts;
  for (const auto& [name, text] : json_test_suite()) {
    if (name[0] == 'i') verdicts += name + ": " + verdict(text) + "\n";
  }
  std::ifstream file(SEALCART_SOURCE_DIR "/tests/vectors/jsontestsuite/verdicts.txt");
  std::stringstream expected;
  expected << file.rdbuf();
  EXPECT_EQ(verdicts, expected.str());
}

TEST(ScanJson, ReadsUpToTheLimitOfBytes) {
  const std::string most = '"' + repeat("x", limits::kJsonBytes - 2) + '"';
  EXPECT_EQ(verdict(most), "accepted");
  const Status more = scan_json(most + ' ');
  ASSERT_FALSE(more);
  EXPECT_EQ(more.error(), Error(ErrorCode::json_too_large).with("bytes", 65537).with("max", 65536));
}

TEST(ScanJson, ReadsUpTo32Levels) {
  EXPECT_EQ(verdict(repeat("[", 32) + repeat("]", 32)), "accepted");
  EXPECT_EQ(verdict(repeat("[", 33) + repeat("]", 33)), "json_too_deep");
  EXPECT_EQ(verdict(repeat("{\"a\":", 32) + "1" + repeat("}", 32)), "accepted");
  EXPECT_EQ(verdict(repeat("{\"a\":", 33) + "1" + repeat("}", 33)), "json_too_deep");
  EXPECT_EQ(verdict('[' + repeat("[],", 100) + "[]]"), "accepted");
}

TEST(ScanJson, BracketsInTextAreNoDepth) {
  EXPECT_EQ(verdict('"' + repeat("[", 100) + '"'), "accepted");
  EXPECT_EQ(verdict(R"(["\")" + repeat("[", 100) + "\"]"), "accepted");
  EXPECT_EQ(verdict(R"(["\\",)" + repeat("[", 32) + repeat("]", 33)), "json_too_deep");
}

TEST(ScanJson, RefusesTheSameKeyTwiceInOneObject) {
  EXPECT_EQ(verdict(R"({"a":1,"a":2})"), "json_duplicate_key at a");
  EXPECT_EQ(verdict(R"({"a":1,"\u0061":2})"), "json_duplicate_key at a");
  EXPECT_EQ(verdict(R"({"a":{"b":[{"c":1},{"c":1,"c":1}]}})"), "json_duplicate_key at a.b[1].c");
  EXPECT_EQ(verdict(R"({"a":{"a":1},"b":{"a":1}})"), "accepted");
}

TEST(ScanJson, RefusesKeysThatChangeObjectsInJavaScript) {
  EXPECT_EQ(verdict(R"({"__proto__":1})"), "json_forbidden_key at __proto__");
  EXPECT_EQ(verdict(R"([{"a":{"constructor":1}}])"), "json_forbidden_key at [0].a.constructor");
  EXPECT_EQ(verdict(R"({"prototype":1})"), "json_forbidden_key at prototype");
  EXPECT_EQ(verdict(R"({"\u005f_proto__":1})"), "json_forbidden_key at __proto__");
  EXPECT_EQ(verdict(R"(["__proto__"])"), "accepted");
}

TEST(ScanJson, TellsBadUtf8FromBadGrammar) {
  const auto refusal = [](std::string_view text) { return scan_json(text).error(); };
  EXPECT_EQ(refusal("[\"\xC3\x28\"]"), Error(ErrorCode::json_invalid_utf8).with("at", 3));
  EXPECT_EQ(refusal("[\"\xED\xA0\x80\"]"), Error(ErrorCode::json_invalid_utf8).with("at", 3));
  EXPECT_EQ(refusal("[\"\xF4\x90\x80\x80\"]"), Error(ErrorCode::json_invalid_utf8).with("at", 3));
  EXPECT_EQ(refusal("[\"\xC0\xAF\"]"), Error(ErrorCode::json_invalid_utf8).with("at", 3));
  EXPECT_EQ(refusal("[\"abc\xE2\x82"), Error(ErrorCode::json_invalid_utf8).with("at", 6));
  EXPECT_EQ(refusal("[1,]"), Error(ErrorCode::json_invalid).with("at", 4));
  EXPECT_EQ(verdict("[\"é€😀\xEF\xBF\xBF\xF4\x8F\xBF\xBF\"]"), "accepted");
}

TEST(ScanJson, NothingFollowsANul) {
  EXPECT_EQ(scan_json(std::string_view("1\0", 2)).error(),
            Error(ErrorCode::json_invalid).with("at", 2));
  EXPECT_EQ(verdict(std::string_view("[1]\0{}", 6)), "json_invalid");
  EXPECT_EQ(verdict(R"(["\u0000"])"), "accepted");
}

TEST(ScanJson, NumbersBeyondADoubleAreRefusedWithTheirPath) {
  EXPECT_EQ(verdict(R"({"a":[1,1e400]})"), "number_out_of_range at a[1]");
  EXPECT_EQ(verdict('[' + repeat("9", 400) + ']'), "number_out_of_range at [0]");
  EXPECT_EQ(verdict("[18446744073709551616, -1e-400, 1.5]"), "accepted");
}

TEST(ScanJson, KeysInPathsAreCutAndSafeToPrint) {
  EXPECT_EQ(verdict(R"({"a\u0000\n":{"x":1,"x":1}})"),
            "json_duplicate_key at a\xEF\xBF\xBD\xEF\xBF\xBD.x");
  const std::string key = repeat("k", 200);
  EXPECT_EQ(verdict("{\"" + key + "\":{\"x\":1,\"x\":1}}"),
            "json_duplicate_key at " + key.substr(0, 64) + ".x");
}

}  // namespace
}  // namespace sealcart
