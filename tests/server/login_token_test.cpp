#include "services/login_token.h"

#include <gtest/gtest.h>

#include "support/login_tokens.h"

namespace sealcart::server {
namespace {

using testing::kLoginSecret;
using testing::signed_token;

constexpr std::string_view kHeader = R"({"alg":"HS256","typ":"JWT"})";
constexpr Timestamp kNow{1'800'000'000'000};
const std::vector<std::string> kStores{"coffee", "tea"};

std::string what(std::string_view token) {
  const auto read = read_login_token(token, kLoginSecret, kStores, kNow);
  if (read) return "ok";
  EXPECT_EQ(read.error().code, ErrorCode::login_invalid);
  return read.error().params.at(0).value;
}

std::string with_claims(std::string_view claims) { return what(signed_token(kHeader, claims)); }

TEST(LoginToken, SaysWhoSignsInWhereAndUntilWhen) {
  const auto read = read_login_token(
      signed_token(kHeader, R"({"iss":"site","sub":"c-1","aud":["other","tea"],)"
                            R"("exp":1800000300,"nbf":1800000000,"jti":"x","n":[1]})"),
      kLoginSecret, kStores, kNow);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->subject, "c-1");
  EXPECT_EQ(read->store, "tea");
  EXPECT_EQ(read->id, "x");
  EXPECT_EQ(read->expires.ms, 1'800'000'300'000);
}

// The example of RFC 7515, A.1: another implementation's signature, and another's key.
TEST(LoginToken, KnowsTheSignatureOfTheStandardsOwnExample) {
  const std::string token =
      "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9."
      "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cn"
      "VlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  const std::array<std::uint8_t, 64> key{
      3,   35,  53, 75,  43,  15, 165, 188, 131, 126, 6,   101, 119, 123, 166, 143,
      90,  179, 40, 230, 240, 84, 201, 40,  169, 15,  132, 178, 210, 80,  46,  191,
      211, 251, 90, 146, 210, 6,  71,  239, 150, 138, 180, 195, 119, 98,  61,  34,
      61,  46,  33, 114, 5,   46, 79,  8,   192, 205, 154, 245, 103, 208, 128, 163};
  const std::string_view secret(reinterpret_cast<const char*>(key.data()), key.size());
  const auto read = read_login_token(token, secret, kStores, kNow);
  EXPECT_EQ(read.error().params.at(0).value, "no sub");
  EXPECT_EQ(what(token), "wrong signature");
}

TEST(LoginToken, AnotherAlgorithmIsRefusedEvenWithAGoodSignature) {
  const std::string_view claims = R"({"sub":"c","aud":"tea","exp":1800000060,"jti":"x"})";
  for (const char* header : {R"({"alg":"none"})", R"({"alg":"HS512"})", R"({"typ":"JWT"})", "{}",
                             R"({"alg":"HS256","crit":["b64"],"b64":false})", "[]", "no JSON"}) {
    EXPECT_EQ(what(signed_token(header, claims)), "signed with another algorithm than HS256");
  }
}

TEST(LoginToken, WithoutItsSignatureNothingIsBelieved) {
  const std::string good =
      signed_token(kHeader, R"({"sub":"c","aud":"tea","exp":1800000060,"jti":"x"})");
  ASSERT_EQ(what(good), "ok");
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = bad[i] == 'A' ? 'B' : 'A';
    ASSERT_NE(what(bad), "ok") << i;
  }
  EXPECT_EQ(what(good.substr(0, good.rfind('.') + 1)), "wrong signature");
  for (const char* text : {"", ".", "..", "a.b", "a.b.c.d"}) EXPECT_NE(what(text), "ok") << text;
}

TEST(LoginToken, EachClaimIsNeededAndInItsBounds) {
  EXPECT_EQ(with_claims(R"({"aud":"tea","exp":1800000060,"jti":"x"})"), "no sub");
  EXPECT_EQ(with_claims(R"({"sub":7,"aud":"tea","exp":1800000060,"jti":"x"})"), "no sub");
  EXPECT_EQ(with_claims(R"({"sub":"c","exp":1800000060,"jti":"x"})"), "aud is no store here");
  EXPECT_EQ(with_claims(R"({"sub":"c","aud":"toys","exp":1800000060,"jti":"x"})"),
            "aud is no store here");
  EXPECT_EQ(with_claims(R"({"sub":"c","aud":"tea","exp":1800000060})"), "no jti");
  EXPECT_EQ(with_claims(R"({"sub":"c","aud":"tea","jti":"x"})"), "no exp");
  EXPECT_EQ(with_claims(R"({"sub":"c","aud":"tea","jti":"x","exp":"soon"})"), "no exp");
  EXPECT_EQ(with_claims(R"({"sub":"c","aud":"tea","jti":"x","exp":9223372036854775807})"),
            "no exp");
  EXPECT_EQ(with_claims(R"({"sub":"c","aud":"tea","jti":"x","exp":1800000000})"), "expired");
  EXPECT_EQ(with_claims(R"({"sub":"c","aud":"tea","jti":"x","exp":1800000301})"),
            "exp is too far ahead");
  EXPECT_EQ(with_claims(R"({"sub":"c","aud":"tea","jti":"x","exp":1800000060,"nbf":1800000001})"),
            "not valid yet");
  EXPECT_EQ(with_claims("[]"), "no claims");
}

}  // namespace
}  // namespace sealcart::server
