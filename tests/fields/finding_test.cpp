#include "sealcart/finding.h"

#include <gtest/gtest.h>

namespace sealcart {
namespace {

TEST(Finding, CarriesFiguresAndASuggestion) {
  Findings findings;
  findings.warning("email", ErrorCode::email_typo).with("suggestion", "a@b.al").suggest("a@b.al");
  ASSERT_EQ(findings.all().size(), 1u);
  const Finding& told = findings.all()[0];
  EXPECT_EQ(told.path, "email");
  EXPECT_EQ(told.severity, Severity::warning);
  EXPECT_EQ(told.suggestion, "a@b.al");
  EXPECT_EQ(told.params, (std::vector<ErrorParam>{{"suggestion", "a@b.al"}}));
}

TEST(Finding, OnlyErrorsStopAnOrder) {
  Findings findings;
  findings.warning("email", ErrorCode::email_typo);
  EXPECT_FALSE(findings.has_errors());
  findings.error("email", ErrorCode::email_invalid);
  EXPECT_TRUE(findings.has_errors());
}

TEST(Finding, AListNeverGrowsPastItsLimit) {
  Findings findings;
  for (std::size_t i = 0; i <= limits::kFindings; ++i) {
    findings.error("note", ErrorCode::text_too_long);
  }
  EXPECT_EQ(findings.all().size(), limits::kFindings);
}

}  // namespace
}  // namespace sealcart
