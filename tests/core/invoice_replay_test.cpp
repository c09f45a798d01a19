// Printed invoices recomputed to the last unit, and the official cases of the rules of EN 16931.
//
// Each row says by `check` whether its source is consistent with the arithmetic of the norm; what
// is marked exact must come out exactly. tests/data/SOURCES.md tells where the rows are from.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>

#include "support/en16931_rows.h"
#include "support/gobl_rows.h"
#include "support/told.h"

namespace sealcart {
namespace {

std::string name_of(const Row& row) {
  return row["src"].is_array() ? row["src"][0].get<std::string>() : text_at(row, "src");
}

// What became of the rows of one file.
struct Count {
  int exact = 0;
  int differ = 0;          // and are marked so
  int not_computable = 0;  // the source lacks figures
  void print(const char* what) const {
    std::printf("%s: %d rows replayed, %d exact, %d differ as marked, %d not computable\n", what,
                exact + differ, exact, differ, not_computable);
  }
};

TEST(InvoiceReplay, InvoicesOfEn16931AreExact) {
  Count count;
  for (const Row& row : invoice_rows("en16931.jsonl")) {
    SCOPED_TRACE(name_of(row));
    const std::string verdict = text_at(row["check"], "full");
    if (verdict == "n/a") {  // lines without prices, or no lines: profiles MINIMUM and BASIC WL
      ++count.not_computable;
      continue;
    }
    const Result<InvoiceTotals> totals = compute_invoice(en16931_invoice(row));
    ASSERT_EQ(told(totals), "ok");
    const std::string differences = en16931_differences(row, *totals);
    EXPECT_EQ(differences.empty(), verdict == "exact") << differences;
    ++(differences.empty() ? count.exact : count.differ);
  }
  count.print("en16931");
  EXPECT_GE(count.exact, 20);
}

// The totals of an invoice from its printed line amounts, whatever the lines were made of.
TEST(InvoiceReplay, TotalsOfEn16931FollowFromPrintedLines) {
  Count count;
  for (const Row& row : invoice_rows("en16931.jsonl")) {
    SCOPED_TRACE(name_of(row));
    if (text_at(row["check"], "header") != "exact") {
      ++count.not_computable;
      continue;
    }
    Invoice invoice = en16931_invoice(row);
    const Row lines = list_at(row, "lines");
    for (std::size_t i = 0; i < lines.size(); ++i) {
      invoice.lines[i].quantity = "1";
      invoice.lines[i].price = text_at(lines[i], "net");
      invoice.lines[i].base_quantity.reset();
      invoice.lines[i].adjustments.clear();
    }
    const Result<InvoiceTotals> totals = compute_invoice(invoice);
    ASSERT_EQ(told(totals), "ok");
    EXPECT_EQ(en16931_differences(row, *totals), "");
    ++count.exact;
  }
  count.print("en16931 from printed lines");
  EXPECT_GE(count.exact, 20);
}

TEST(InvoiceReplay, InvoicesOfGoblAreExact) {
  Count count;
  int contradictions = 0;
  for (const Row& row : invoice_rows("gobl.jsonl")) {
    SCOPED_TRACE(name_of(row));
    const Result<InvoiceTotals> totals = compute_invoice(gobl_invoice(row));
    ASSERT_EQ(told(totals), "ok");
    contradictions += gobl_breakdown_contradicts_itself(row);
    const std::string differences = gobl_differences(row, *totals);
    if (text_at(row["check"], "own") == "exact") {
      EXPECT_EQ(differences, "");
    }
    ++(differences.empty() ? count.exact : count.differ);
  }
  count.print("gobl");
  std::printf("gobl: %d of them with a breakdown that contradicts its own total\n", contradictions);
  EXPECT_GE(count.exact, 30);
}

// An invoice that is computable breaks none of the rules on sums; those of Peppol and on rates are
// for invoices that claim them.
TEST(InvoiceReplay, ExactInvoicesBreakNoRuleOnTotals) {
  int checked = 0;
  for (const Row& row : invoice_rows("en16931.jsonl")) {
    if (text_at(row["check"], "full") != "exact") continue;
    SCOPED_TRACE(name_of(row));
    StatedInvoice invoice = stated_invoice(row);
    invoice.decimals = row["check"].value("decimals", 2);
    const Result<InvoiceCheck> check = check_invoice(invoice);
    ASSERT_EQ(told(check), "ok");
    for (const RuleViolation& violation : check->violations) {
      EXPECT_FALSE(violation.rule.starts_with("BR-CO-")) << violation.rule << violation.path;
      EXPECT_FALSE(violation.rule.ends_with("-08")) << violation.rule << violation.path;
      EXPECT_FALSE(violation.rule.ends_with("-09")) << violation.rule << violation.path;
    }
    ++checked;
  }
  EXPECT_GE(checked, 20);
}

TEST(InvoiceRules, JudgeTheOfficialCasesAsTheirAuthors) {
  const std::vector<std::string> rules = invoice_rules();
  Count count;
  for (const Row& row : invoice_rows("rule_cases.jsonl")) {
    SCOPED_TRACE(name_of(row));
    const std::string rule = text_at(row, "rule");
    if (std::ranges::find(rules, rule) == rules.end()) {
      std::printf("not arithmetic: %s\n", rule.c_str());
      ++count.not_computable;
      continue;
    }
    const Result<InvoiceCheck> check = check_invoice(stated_invoice(row["fragment"]));
    ASSERT_EQ(told(check), "ok");
    const bool broken =
        std::ranges::find(check->violations, rule, &RuleViolation::rule) != check->violations.end();
    EXPECT_EQ(broken ? "invalid" : "valid", text_at(row, "expect")) << row["fragment"].dump();
    ++count.exact;
  }
  count.print("rule cases");
  EXPECT_GE(count.exact, 60);
}

}  // namespace
}  // namespace sealcart
