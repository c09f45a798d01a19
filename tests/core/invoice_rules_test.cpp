// What the rules say of single figures; the official cases are replayed in invoice_replay_test.cpp.
#include "sealcart/invoice_rules.h"

#include <gtest/gtest.h>

#include "support/told.h"

namespace sealcart {
namespace {

TEST(InvoiceRules, NameTheFirstFigureThatBreaksThem) {
  StatedInvoice invoice;
  invoice.lines.resize(2);
  invoice.lines[1].category = "AE";
  invoice.lines[1].rate = "7";
  invoice.lines[1].net = "10";
  invoice.line_total = "9.99";
  invoice.adjustments = {{false, "", std::nullopt, "1", std::nullopt, "10"}};
  EXPECT_EQ(check_invoice(invoice)->violations,
            (std::vector<RuleViolation>{{"BR-CO-10", "lineTotal"},
                                        {"BR-CO-11", "allowanceTotal"},
                                        {"BR-AE-05", "lines[1].rate"},
                                        {"PEPPOL-EN16931-R041", "adjustments[0]"}}));
}

TEST(InvoiceRules, KnowWhichRatesACategoryMayHave) {
  const auto broken = [](const char* category, std::optional<std::string> rate) {
    StatedInvoice invoice;
    invoice.lines.resize(1);
    invoice.lines[0].category = category;
    invoice.lines[0].rate = std::move(rate);
    return !check_invoice(invoice)->violations.empty();
  };
  EXPECT_FALSE(broken("S", "0.01"));
  EXPECT_TRUE(broken("S", "0.00"));
  EXPECT_FALSE(broken("L", "0"));
  EXPECT_TRUE(broken("M", "-1"));
  EXPECT_FALSE(broken("K", "0.0"));
  EXPECT_TRUE(broken("K", std::nullopt));
  EXPECT_FALSE(broken("O", std::nullopt));
  EXPECT_TRUE(broken("O", "0"));
}

TEST(InvoiceRules, RefuseFiguresThatAreNone) {
  StatedInvoice invoice;
  invoice.lines.resize(1);
  invoice.lines[0].adjustments.resize(1);
  invoice.lines[0].adjustments[0].base = "ten";
  EXPECT_EQ(told(check_invoice(invoice)), "amount_invalid at lines[0].adjustments[0].base");
  invoice.lines.clear();
  invoice.accounting_tax = "1e2";
  EXPECT_EQ(told(check_invoice(invoice)), "amount_invalid at accountingTax");
  invoice.decimals = 5;
  EXPECT_EQ(told(check_invoice(invoice)), "number_out_of_range at decimals min=0 max=4");
}

TEST(InvoiceRules, AreFortyFiveOfCategoriesEightOfTotalsAndSevenOfPeppol) {
  const std::vector<std::string> rules = invoice_rules();
  EXPECT_EQ(rules.size(), 60u);
  EXPECT_EQ(rules.front(), "BR-CO-10");
  EXPECT_EQ(rules.back(), "PEPPOL-EN16931-R121");
}

}  // namespace
}  // namespace sealcart
