// What read_json takes, what it refuses and where; what write_json writes.
#include "sealcart/wire.h"

#include <gtest/gtest.h>

#include "support/example_json.h"

namespace sealcart {
namespace {

std::string repeat(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

std::string written(const Example& example) {
  std::string text;
  write_json(text, example);
  return text;
}

// --- reading -----------------------------------------------------------------------------------
TEST(ReadJson, FillsEveryKindOfField) {
  const Result<Example> read = read_json<Example>(kExampleJson);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->id, "a");
  EXPECT_EQ(read->rate_ppm, 200000);
  EXPECT_EQ(read->amount_minor, -5);
  EXPECT_TRUE(read->is_included);
  EXPECT_EQ(read->mode, ExampleMode::half_up);
  EXPECT_EQ(to_hex(read->line.bytes), "00112233445566778899aabbccddeeff");
  EXPECT_EQ(read->made_at.ms, 1'700'000'000'000);
  EXPECT_EQ(read->part, (ExamplePart{"p", limits::kAmount, {}}));
  EXPECT_EQ(read->parts, (std::vector<ExamplePart>{{"q", 1, {50, 50}}, {"r", 2, {0}}}));
  EXPECT_EQ(read->tags, (std::vector<std::string>{"x", "é"}));
  EXPECT_EQ(read->stock, 0);
  EXPECT_EQ(read->spare, (ExamplePart{"s", 0, {}}));
  EXPECT_EQ(read->steps, (std::vector<std::int32_t>{1, 9}));
  EXPECT_EQ(read->params, (std::vector<ExampleParam>{{"min", "1"}, {"max", "9"}}));
  EXPECT_EQ(read->count, 3);
}

TEST(ReadJson, TakesFieldsInAnyOrderAndWithAnySpace) {
  EXPECT_EQ(outcome_with(R"({"id":"a","ratePpm":200000,)", R"({ "ratePpm" : 200000 ,"id":"a",)"),
            "ok");
  EXPECT_EQ(outcome(" \t\r\n" + example_with(R"("note":"n","count":3)", R"("count":3,"note":"n")")),
            "ok");
}

TEST(ReadJson, ReadsEscapesInKeysAndText) {
  const auto read =
      read_json<Example>(example_with(R"("id":"a")", R"("\u0069d":"\ud83d\ude00\n")"));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->id, "😀\n");
}

TEST(ReadJson, AbsentOptionalFieldsKeepTheDefaultOfTheStruct) {
  const auto read = read_json<Example>(example_with(
      R"("tags":["x","é"],"stock":0,"spare":{"label":"s","amount":0,"shares":[]},"steps":[1,9],)"
      R"("params":{"min":"1","max":"9"},"note":"n","count":3})",
      R"("tags":[]})"));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->stock, std::nullopt);
  EXPECT_EQ(read->spare, std::nullopt);
  EXPECT_EQ(read->steps, std::nullopt);
  EXPECT_EQ(read->note, "none");
  EXPECT_EQ(read->count, 7);
}

TEST(ReadJson, RefusesAMissingFieldByItsPath) {
  EXPECT_EQ(outcome_with(R"("ratePpm":200000,)", ""), "field_missing at ratePpm");
  EXPECT_EQ(outcome_with(R"("label":"r",)", ""), "field_missing at parts[1].label");
  EXPECT_EQ(outcome("{}"), "field_missing at id");
}

TEST(ReadJson, RefusesAnUnknownFieldByItsPath) {
  EXPECT_EQ(outcome_with(R"("amount":2)", R"("amout":2)"), "field_unknown at parts[1].amout");
  EXPECT_EQ(outcome_with(R"("ratePpm")", R"("rate_ppm")"), "field_unknown at rate_ppm");
  EXPECT_EQ(outcome_with(R"("stock")", R"("\u001b[31m")"), "field_unknown at \xEF\xBF\xBD[31m");
  EXPECT_EQ(outcome_with(R"("stock")", '"' + repeat("é", 50) + '"'),
            "field_unknown at " + repeat("é", 32));
}

TEST(ReadJson, RefusesTheSameFieldTwice) {
  EXPECT_EQ(outcome_with(R"("stock":0)", R"("stock":0,"stock":1)"), "json_duplicate_key at stock");
  EXPECT_EQ(outcome_with(R"("amount":2)", R"("amount":2,"\u0061mount":2)"),
            "json_duplicate_key at parts[1].amount");
}

TEST(ReadJson, RefusesKeysThatChangeObjectsInJavaScript) {
  EXPECT_EQ(outcome_with(R"("stock":0)", R"("__proto__":{})"),
            "json_forbidden_key at __proto__ key=__proto__");
  EXPECT_EQ(outcome_with(R"("amount":2)", R"("constructor":2)"),
            "json_forbidden_key at parts[1].constructor key=constructor");
}

TEST(ReadJson, RefusesAnotherTypeAndSaysWhichIsMeant) {
  EXPECT_EQ(outcome_with(R"("id":"a")", R"("id":1)"), "field_type at id expected=string");
  EXPECT_EQ(outcome_with("200000", R"("200000")"), "field_type at ratePpm expected=integer");
  EXPECT_EQ(outcome_with("true", "1"), "field_type at isIncluded expected=boolean");
  EXPECT_EQ(outcome_with(R"("halfUp")", "1"), "field_type at mode expected=string");
  EXPECT_EQ(outcome_with(R"("halfUp")", "true"), "field_type at mode expected=string");
  EXPECT_EQ(outcome_with("[50,50]", "50"), "field_type at parts[0].shares expected=array");
  EXPECT_EQ(outcome_with("[50,50]", "[50,[50]]"),
            "field_type at parts[0].shares[1] expected=integer");
  EXPECT_EQ(outcome_with("[50,50]", "[50,{}]"),
            "field_type at parts[0].shares[1] expected=integer");
  EXPECT_EQ(outcome_with(R"([{"label":"q")", R"([[{"label":"q")"),
            "field_type at parts[0] expected=object");
  EXPECT_EQ(outcome_with(R"("tags":["x")", R"("tags":{"x":1)"),
            "field_type at tags expected=array");
  EXPECT_EQ(outcome_with(R"("part":{)", R"("part":[],"spare":{)"),
            "field_type at part expected=object");
}

TEST(ReadJson, NullIsNoValueOfAnyType) {
  EXPECT_EQ(outcome_with(R"("stock":0)", R"("stock":null)"),
            "field_type at stock expected=integer");
  EXPECT_EQ(outcome_with("[50,50]", "[null]"), "field_type at parts[0].shares[0] expected=integer");
}

TEST(ReadJson, TheDocumentIsAnObject) {
  for (const char* text : {"1", "1.5", "\"a\"", "true", "null", "[]"}) {
    EXPECT_EQ(outcome(text), "field_type expected=object") << text;
  }
}

TEST(ReadJson, TakesWholeNumbersOnly) {
  EXPECT_EQ(outcome_with("200000", "1.5"), "number_not_integer at ratePpm");
  EXPECT_EQ(outcome_with("200000", "1.0"), "number_not_integer at ratePpm");
  EXPECT_EQ(outcome_with("200000", "1e3"), "number_not_integer at ratePpm");
  EXPECT_EQ(outcome_with("200000", "1E400"), "number_not_integer at ratePpm");
  EXPECT_EQ(outcome_with("200000", "-0"), "ok");
  EXPECT_EQ(outcome_with(R"("id":"a")", R"("id":1.5)"), "field_type at id expected=string");
}

TEST(ReadJson, HoldsNumbersToTheirRange) {
  EXPECT_EQ(outcome_with("200000", "10000000"), "ok");
  const std::string beyond = "number_out_of_range at ratePpm min=0 max=10000000";
  for (const char* number : {"10000001", "-1", "4294967296", "1000000000000", "9223372036854775807",
                             "9223372036854775808", "18446744073709551615", "18446744073709551616",
                             "-9223372036854775809"}) {
    EXPECT_EQ(outcome_with("200000", number), beyond) << number;
  }
  EXPECT_EQ(outcome_with("200000", repeat("9", 500)), beyond);
  EXPECT_EQ(outcome_with("9007199254740991", "9007199254740992"),
            "number_out_of_range at part.amount min=-9007199254740991 max=9007199254740991");
  EXPECT_EQ(outcome_with("9007199254740991", "18446744073709551615"),  // -1 in 64 bits
            "number_out_of_range at part.amount min=-9007199254740991 max=9007199254740991");
  EXPECT_EQ(outcome_with("1700000000000", "-1"),
            "number_out_of_range at madeAt min=0 max=8640000000000000");
  EXPECT_EQ(outcome_with("[1,9]", "[1,10]"), "number_out_of_range at steps[1] min=1 max=9");
}

TEST(ReadJson, HoldsTextToItsBytes) {
  EXPECT_EQ(outcome_with(R"("id":"a")", R"("id":"0123456789abcdef")"), "ok");
  EXPECT_EQ(outcome_with(R"("id":"a")", R"("id":"0123456789abcdefg")"),
            "text_too_long at id max=16");
  EXPECT_EQ(outcome_with(R"("id":"a")", R"("id":"")"), "text_too_short at id min=1");
  EXPECT_EQ(outcome_with(R"(["x","é"])", R"(["x","éé"])"), "ok");
  EXPECT_EQ(outcome_with(R"(["x","é"])", R"(["x","ééé"])"), "text_too_long at tags[1] max=4");
}

TEST(ReadJson, HoldsListsToTheirLengthBeforeTheyGrow) {
  EXPECT_EQ(outcome_with("[50,50]", "[1,2,3]"), "ok");
  EXPECT_EQ(outcome_with("[50,50]", "[1,2,3,4]"), "list_too_long at parts[0].shares max=3");
  EXPECT_EQ(outcome_with("[1,9]", "[1,2,null]"), "list_too_long at steps max=2");
  EXPECT_EQ(outcome_with(R"(["x","é"])", R"(["","","",{}])"), "list_too_long at tags max=3");
}

TEST(ReadJson, TakesIdsAsIssuedAndNamedValuesAsListed) {
  EXPECT_EQ(outcome_with("00112233", "0011223"), "id_invalid at line");
  EXPECT_EQ(outcome_with("aabbccdd", "AABBCCDD"), "id_invalid at line");
  EXPECT_EQ(outcome_with("halfUp", "half_up"),
            "value_not_allowed at mode allowed=plain, halfUp, default");
}

TEST(ReadJson, HoldsKeyedListsToTheSameRules) {
  const std::string_view part = R"("min":"1","max":"9")";
  EXPECT_EQ(outcome_with(part, ""), "ok");
  EXPECT_EQ(outcome_with(part, R"("min":"","x":"\u0000")"), "ok");
  EXPECT_EQ(outcome_with(part, R"("a":"","b":"","c":"")"), "list_too_long at params max=2");
  EXPECT_EQ(outcome_with(part, R"("a":"","a":"")"), "json_duplicate_key at params.a");
  EXPECT_EQ(outcome_with(part, R"("a":1)"), "field_type at params.a expected=string");
  EXPECT_EQ(outcome_with(part, R"("a":{})"), "field_type at params.a expected=string");
  EXPECT_EQ(outcome_with(part, R"("a":[])"), "field_type at params.a expected=string");
  EXPECT_EQ(outcome_with(part, R"("a":"123456789")"), "text_too_long at params.a max=8");
  EXPECT_EQ(outcome_with(part, R"("":"1")"), "text_too_short at params. min=1");
  EXPECT_EQ(outcome_with(part, R"("123456789":"1")"), "text_too_long at params.123456789 max=8");
  EXPECT_EQ(outcome_with(part, R"("__proto__":"1")"),
            "json_forbidden_key at params.__proto__ key=__proto__");
  EXPECT_EQ(outcome_with(R"({"min":"1","max":"9"})", "[]"), "field_type at params expected=object");
  EXPECT_EQ(outcome_with(R"({"min":"1","max":"9"})", "\"\""),
            "field_type at params expected=object");
}

TEST(ReadJson, RunsTheCheckOfATypeInsideItsPath) {
  EXPECT_EQ(outcome_with(R"("label":"r")", R"("label":"zero")"),
            "store_value_conflict at parts[1].amount what=zero is zero");
  EXPECT_EQ(outcome_with(R"("label":"s")", R"("label":"zero")"), "ok");
}

TEST(ReadJson, RefusesForItsBytesBeforeItsContent) {
  const std::string unknown = R"({"x":)";
  EXPECT_EQ(outcome(unknown + repeat("[", 32) + repeat("]", 32) + '}'), "json_too_deep max=32");
  EXPECT_EQ(outcome(unknown + repeat(" ", limits::kJsonBytes)),
            "json_too_large bytes=65541 max=65536");
  EXPECT_EQ(outcome(unknown + "\"\xFF\"}"), "json_invalid_utf8 at=7");
  EXPECT_EQ(outcome(unknown + "}"), "field_unknown at x");
  EXPECT_EQ(outcome(kExampleJson + "}"),
            "json_invalid at=" + std::to_string(kExampleJson.size() + 1));
}

TEST(ReadJson, TheLimitOfBytesIsTheCallers) {
  EXPECT_TRUE(read_json<Example>(kExampleJson, kExampleJson.size()));
  EXPECT_FALSE(read_json<Example>(kExampleJson, kExampleJson.size() - 1));
  EXPECT_TRUE(read_json<Example>(kExampleJson + repeat(" ", limits::kJsonBytes), 200'000));
}

TEST(ReadJson, TellsTheFirstProblemOnly) {
  EXPECT_EQ(outcome_with(R"("id":"a","ratePpm":200000)", R"("id":"","ratePpm":1.5)"),
            "text_too_short at id min=1");
}

// --- writing -----------------------------------------------------------------------------------
TEST(WriteJson, IsTheInverseOfReadingByteForByte) {
  const auto read = read_json<Example>(kExampleJson);
  ASSERT_TRUE(read);
  EXPECT_EQ(written(*read), kExampleJson);
  EXPECT_EQ(read_json<Example>(written(*read)), read);
}

TEST(WriteJson, LeavesOutEmptyOptionalsAndAlwaysWritesLists) {
  Example example;
  example.id = "e";
  EXPECT_EQ(written(example),
            R"({"id":"e","ratePpm":0,"amountMinor":0,"isIncluded":false,"mode":"plain",)"
            R"("line":"00000000000000000000000000000000","madeAt":0,)"
            R"("part":{"label":"","amount":0,"shares":[]},"parts":[],"tags":[],"params":{},)"
            R"("note":"none","count":7})");
}

TEST(WriteJson, EscapesWhatJsonDemandsAndNothingElse) {
  std::string text;
  write_text(text, std::string_view("\"\\/\b\f\n\r\t\0\x1F\x7Fé\u2028😀", 20));
  EXPECT_EQ(text, R"("\"\\/\b\f\n\r\t\u0000\u001f)"
                  "\x7Fé\u2028😀\"");
}

TEST(WriteJson, WritesTheEndsOf64Bits) {
  Example example;
  example.amount_minor = INT64_MIN;
  example.part.amount = INT64_MAX;
  const std::string text = written(example);
  EXPECT_NE(text.find(R"("amountMinor":-9223372036854775808)"), text.npos);
  EXPECT_NE(text.find(R"("amount":9223372036854775807)"), text.npos);
}

TEST(WriteJson, AppendsToWhatIsThere) {
  std::string text = "data: ";
  write_json(text, ExamplePart{"p", 1, {}});
  EXPECT_EQ(text, R"(data: {"label":"p","amount":1,"shares":[]})");
}

TEST(WriteError, IsTheEnvelopeOfEveryRefusal) {
  std::string text;
  write_error(text, Error(ErrorCode::quantity_too_large, "lines[2].quantity")
                        .with("given", 10000)
                        .with("max", "\"9999\""));
  EXPECT_EQ(text, R"({"code":"quantity_too_large","path":"lines[2].quantity",)"
                  R"("params":{"given":"10000","max":"\"9999\""}})");
}

}  // namespace
}  // namespace sealcart
