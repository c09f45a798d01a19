// E-mail addresses: as a browser's own field judges them, and what a slip of the fingers means.
#include "sealcart/validate/email.h"

#include <gtest/gtest.h>

#include "support/case_rows.h"
#include "support/said.h"

namespace sealcart {
namespace {

std::string email_says(std::string_view text) {
  Findings findings;
  check_email("email", text, findings);
  return said(findings);
}

void check_browser_row(const nlohmann::json& row) {
  const auto input = row["input"].get<std::string>();
  const bool list = row["multiple"].get<bool>();
  const std::string clean = sanitised_email(input, list);
  EXPECT_EQ(clean, row["sanitised"].get<std::string>());
  EXPECT_EQ(list ? is_email_list(clean) : is_email(clean), row["expected"].get<bool>()) << input;
}

// isemail's rows: accept what is plain and HTML's, refuse what neither RFC nor HTML takes. For all
// others the policy is HTML's and RFC 5321's length, with blanks around left aside.
void check_isemail_row(const nlohmann::json& row) {
  const auto input = row["input"].get<std::string>();
  const bool by_html = row["html5_ok"].get<bool>();
  const bool must_accept = by_html && row["plain_ok"].get<bool>();
  const bool must_refuse = !by_html && !row["rfc5322_ok"].get<bool>();
  if (must_accept || must_refuse) {
    EXPECT_EQ(is_email(input), must_accept) << row;
    Findings findings;
    check_email("email", input, findings);
    EXPECT_EQ(findings.has_errors(), must_refuse) << row;
  } else if (!input.starts_with(' ') && !input.ends_with(' ')) {
    EXPECT_EQ(is_email(input), by_html && input.size() <= limits::kEmailBytes) << row;
  }
}

int check_email_rows(const std::vector<nlohmann::json>& rows) {
  int count = 0;
  for (const auto& row : rows) {
    const auto suite = row["suite"].get<std::string>();
    if (suite == "validator.js") continue;  // stricter, a third opinion
    suite == "html-input-type-email" ? check_browser_row(row) : check_isemail_row(row);
    ++count;
  }
  return count;
}

TEST(EmailCases, ShippedOnesAllAgree) {
  EXPECT_EQ(check_email_rows(shipped_rows("email_cases.jsonl")), 122);
}

TEST(EmailCases, BesideTheRepositoryAllAgree) {
  RecordProperty("cases", check_email_rows(shared_rows("email/cases.jsonl")));
}

TEST(Email, EndsAtTheLengthsOfTheStandards) {
  const std::string label(63, 'a');
  EXPECT_TRUE(is_email("a@" + label));
  EXPECT_FALSE(is_email("a@a" + label));
  const std::string local(limits::kEmailBytes - 2, 'a');
  EXPECT_EQ(email_says(local + "@b"), "");
  EXPECT_EQ(email_says("a" + local + "@b"), "text_too_long max=254");
}

TEST(Email, RefusesALineBreakInside) {
  EXPECT_EQ(email_says("a@b.example\nBcc: x@y.example"), "email_invalid");
  EXPECT_EQ(email_says("a@b.example\r\n"), "email_invalid -> a@b.example");
  EXPECT_EQ(email_says("\ta@b.example "), "");
}

TEST(Email, MendsBlanksThatSlippedIn) {
  EXPECT_EQ(email_says("ana @ example.com"), "email_invalid -> ana@example.com");
  EXPECT_EQ(email_says("ana example.com"), "email_invalid");
}

TEST(Email, AsksWhenADomainIsOneSlipOffAKnownOne) {
  EXPECT_EQ(email_says("Ana@gmial.com"),
            "email_typo suggestion=Ana@gmail.com -> Ana@gmail.com (warning)");
  for (const char* slip : {"gmai.com", "ggmail.com", "gmaik.com", "GMALI.COM", "gmailcom"}) {
    EXPECT_NE(email_says(std::string("a@") + slip).find("-> a@gmail.com"), std::string::npos)
        << slip;
  }
  EXPECT_EQ(email_says("a@shop.example.con"),
            "email_typo suggestion=a@shop.example.com -> a@shop.example.com (warning)");
}

TEST(Email, NeverDoubtsAKnownDomainOrTwoSlips) {
  for (const char* good :
       {"gmail.com", "Mail.com", "ymail.com", "hotmail.it", "hotmail.fr", "yahoo.fr", "live.de",
        "gmia.co", "gmaxxl.com", "example.co", "example.cm"}) {
    EXPECT_EQ(email_says(std::string("a@") + good), "") << good;
  }
}

}  // namespace
}  // namespace sealcart
