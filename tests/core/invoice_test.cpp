// Invoices by hand: each rule of the arithmetic at the place where another would give other
// figures.
#include "sealcart/invoice.h"

#include <gtest/gtest.h>

#include "sealcart/invoice_rules.h"
#include "support/random.h"
#include "support/told.h"

namespace sealcart {
namespace {

// The totals as JSON without the lists, or the refusal.
Result<InvoiceTotals> computed(std::string_view text) {
  const Result<Invoice> invoice = read_json<Invoice>(text, limits::kStateJsonBytes);
  if (!invoice) return refuse(invoice.error());
  return compute_invoice(*invoice);
}

std::string refusal(std::string_view text) { return told(computed(text)); }

InvoiceTax vat(const char* rate) {
  return {"VAT", "S", rate, std::nullopt, InvoiceTaxEffect::added};
}

Invoice euros(InvoiceRounding rounding = InvoiceRounding::line) {
  Invoice invoice;
  invoice.currency = "EUR";
  invoice.rounding = rounding;
  return invoice;
}

void add_line(Invoice& invoice, const char* quantity, const char* price, const char* rate) {
  InvoiceLine& line = invoice.lines.emplace_back();
  line.quantity = quantity;
  line.price = price;
  line.taxes = {vat(rate)};
}

TEST(Invoice, TaxIsRoundedOnceForEachRate) {
  Invoice invoice = euros();
  for (int i = 0; i < 3; ++i) add_line(invoice, "1", "0.03", "19.00");
  add_line(invoice, "1", "10", "7");
  add_line(invoice, "1", "0.01", "19");
  const InvoiceTotals totals = *compute_invoice(invoice);
  ASSERT_EQ(totals.taxes.size(), 2u);
  EXPECT_EQ(totals.taxes[0].taxable, "0.10");
  EXPECT_EQ(totals.taxes[0].tax, "0.02");  // line by line: 4 * 0.01 at most, or 0
  EXPECT_EQ(totals.taxes[0].rate, "19.00");
  EXPECT_EQ(totals.taxes[1].tax, "0.70");
  EXPECT_EQ(totals.gross_total, "10.82");
}

TEST(Invoice, HalvesGoAwayFromZeroOnCreditToo) {
  Invoice invoice = euros();
  add_line(invoice, "-1", "0.50", "1");
  EXPECT_EQ(compute_invoice(invoice)->taxes[0].tax, "-0.01");
  EXPECT_EQ(compute_invoice(invoice, Rounding::half_even)->taxes[0].tax, "0.00");
  add_line(invoice, "-3", "0.335", "0");
  EXPECT_EQ(compute_invoice(invoice)->lines[1].total, "-1.01");
}

TEST(Invoice, LinesAreRoundedByLineAndNotWhenPrecise) {
  for (const auto& [rounding, total] :
       {std::pair{InvoiceRounding::line, "0.02"}, std::pair{InvoiceRounding::precise, "0.01"}}) {
    Invoice invoice = euros(rounding);
    add_line(invoice, "1", "0.005", "0");
    add_line(invoice, "1", "0.005", "0");
    EXPECT_EQ(compute_invoice(invoice)->line_total, total);
  }
}

TEST(Invoice, APriceMayBeForManyUnits) {
  Invoice invoice = euros();
  add_line(invoice, "7", "10", "0");
  invoice.lines[0].base_quantity = "3";
  EXPECT_EQ(compute_invoice(invoice)->line_total, "23.33");
}

TEST(Invoice, AllowancesAndChargesAreAmountsOrPercentages) {
  Invoice invoice = euros();
  add_line(invoice, "2", "99.99", "20");
  invoice.lines[0].adjustments = {{false, std::nullopt, "12.5", std::nullopt, {}},
                                  {true, "1.50", std::nullopt, std::nullopt, {}},
                                  {true, std::nullopt, "10", "5", {}}};
  invoice.adjustments = {{false, std::nullopt, "10", std::nullopt, {vat("20")}},
                         {true, "4.90", "99", "1", {vat("20")}}};
  invoice.prepaid = "100";
  invoice.payable_rounding = "0.03";
  const InvoiceTotals totals = *compute_invoice(invoice);
  EXPECT_EQ(totals.lines[0].subtotal, "199.98");
  EXPECT_EQ(totals.lines[0].total, "176.98");  // - 25.00 + 1.50 + 0.50
  EXPECT_EQ(totals.allowance_total, "17.70");
  EXPECT_EQ(totals.charge_total, "4.90");
  EXPECT_EQ(totals.net_total, "164.18");
  EXPECT_EQ(totals.tax_total, "32.84");
  EXPECT_EQ(totals.gross_total, "197.02");
  EXPECT_EQ(totals.payable, "97.05");
}

TEST(Invoice, IncludedTaxIsTakenOutOfTheSumSoThatThePartsAddUp) {
  Invoice invoice = euros();
  invoice.prices_include = "VAT";
  for (int i = 0; i < 12; ++i) {
    add_line(invoice, "1", "125", "21");
    invoice.lines.back().taxes.push_back(
        {"IRPF", "", "15", std::nullopt, InvoiceTaxEffect::retained});
  }
  const InvoiceTotals totals = *compute_invoice(invoice);
  EXPECT_EQ(totals.line_total, "1500.00");
  EXPECT_EQ(totals.included_tax_total, "260.33");
  EXPECT_EQ(totals.net_total, "1239.67");
  EXPECT_EQ(totals.gross_total, "1500.00");
  EXPECT_EQ(totals.retained_total, "185.95");
  EXPECT_EQ(totals.payable, "1314.05");
}

// The equivalence surcharge of Spain: 21 % inside the price, 5.2 % of the net amount on top.
TEST(Invoice, ASurchargeComesOnTopOfPricesThatIncludeTax) {
  Invoice invoice = euros(InvoiceRounding::precise);
  invoice.prices_include = "VAT";
  add_line(invoice, "10", "10.00", "21.0");
  invoice.lines[0].taxes[0].surcharge = "5.2";
  add_line(invoice, "1", "10.00", "21.0");
  for (const auto& [rounding, tax] :
       {std::pair{InvoiceRounding::precise, "23.39"}, std::pair{InvoiceRounding::line, "23.40"}}) {
    invoice.rounding = rounding;
    const InvoiceTotals totals = *compute_invoice(invoice);
    EXPECT_EQ(totals.taxes[0].taxable, "82.64");
    EXPECT_EQ(totals.taxes[0].tax, "17.36");
    EXPECT_EQ(totals.taxes[0].surcharge, "4.30");
    EXPECT_EQ(totals.taxes[1].tax, "1.74");
    EXPECT_EQ(totals.tax_total, tax);
    EXPECT_EQ(totals.gross_total, "114.30");
  }
}

TEST(Invoice, AnInformativeTaxIsToldAndCountsNowhere) {
  Invoice invoice = euros();
  add_line(invoice, "40", "150", "19");
  invoice.lines[0].taxes.push_back({"ISS", "", "5", {}, InvoiceTaxEffect::informative});
  invoice.lines[0].taxes.push_back({"INSS", "", "11", {}, InvoiceTaxEffect::retained});
  const InvoiceTotals totals = *compute_invoice(invoice);
  EXPECT_EQ(totals.taxes[1].tax, "300.00");
  EXPECT_EQ(totals.tax_total, "1140.00");
  EXPECT_EQ(totals.retained_total, "660.00");
  EXPECT_EQ(totals.payable, "6480.00");
}

TEST(Invoice, HasTheDecimalsOfItsCurrency) {
  Invoice invoice = euros();
  add_line(invoice, "1", "10.4567", "10");
  invoice.currency = "JPY";
  EXPECT_EQ(compute_invoice(invoice)->gross_total, "11");
  invoice.currency = "BHD";
  EXPECT_EQ(compute_invoice(invoice)->gross_total, "11.503");
  invoice.decimals = 1;
  EXPECT_EQ(compute_invoice(invoice)->gross_total, "11.6");
}

TEST(Invoice, WithoutLinesIsNothing) { EXPECT_EQ(compute_invoice(euros())->payable, "0.00"); }

TEST(Invoice, IsReadFromJsonAndWrittenInOneForm) {
  const Result<InvoiceTotals> totals =
      computed(R"({"currency":"EUR","lines":[{"quantity":"1","price":"10",)"
               R"("taxes":[{"scheme":"VAT","category":"S","rate":"20"}]}]})");
  ASSERT_EQ(told(totals), "ok");
  EXPECT_EQ(json(*totals),
            R"({"lines":[{"subtotal":"10.00","total":"10.00"}],"taxes":[{"scheme":"VAT",)"
            R"("category":"S","rate":"20","effect":"added","taxable":"10.00","tax":"2.00",)"
            R"("surcharge":"0.00"}],"lineTotal":"10.00","allowanceTotal":"0.00",)"
            R"("chargeTotal":"0.00","includedTaxTotal":"0.00","netTotal":"10.00",)"
            R"("taxTotal":"2.00","grossTotal":"12.00","retainedTotal":"0.00","payable":"12.00"})");
}

TEST(Invoice, RefusesWhatItCannotCompute) {
  const auto with_line = [](const std::string& line) {
    return refusal(R"({"currency":"EUR","pricesInclude":"VAT","lines":[{"quantity":"1",)" + line +
                   "}]}");
  };
  EXPECT_EQ(refusal(R"({"currency":"EUX","lines":[]})"), "currency_unknown at currency");
  EXPECT_EQ(with_line(R"("price":"1,5")"), "amount_invalid at lines[0].price");
  EXPECT_EQ(with_line(R"("price":"1","baseQuantity":"0")"),
            "number_out_of_range at lines[0].baseQuantity min=0.000000000001 "
            "max=9007199254740991");
  EXPECT_EQ(with_line(R"("price":"1","adjustments":[{"charge":true}])"),
            "field_missing at lines[0].adjustments[0].amount");
  EXPECT_EQ(with_line(R"("price":"1","adjustments":[{"amount":"1","taxes":[{"scheme":"VAT"}]}])"),
            "field_unknown at lines[0].adjustments[0].taxes");
  EXPECT_EQ(with_line(R"("price":"1","taxes":[{"scheme":"VAT","rate":"1000.01"}])"),
            "number_out_of_range at lines[0].taxes[0].rate min=0 max=1000");
  EXPECT_EQ(with_line(R"("price":"1","taxes":[{"scheme":"VAT","rate":"-1"}])"),
            "number_out_of_range at lines[0].taxes[0].rate min=0 max=1000");
  EXPECT_EQ(with_line(R"("price":"1","taxes":[{"scheme":"VAT","effect":"retained"}])"),
            "value_not_allowed at lines[0].taxes[0].effect allowed=added");
  EXPECT_EQ(with_line(R"("price":"1","taxes":[{"scheme":"VAT"},{"scheme":"VAT"}])"),
            "store_duplicate_id at lines[0].taxes[1] id=VAT");
  EXPECT_EQ(with_line(R"("price":"90071992547409.92")"),
            "number_out_of_range at lines[0].price min=-9007199254740991 max=9007199254740991");
  EXPECT_EQ(refusal(R"({"currency":"EUR","lines":[],"prepaid":"x"})"), "amount_invalid at prepaid");
  EXPECT_EQ(refusal(R"({"currency":"EUR","decimals":5,"lines":[]})"),
            "number_out_of_range at decimals min=0 max=4");
  Invoice invoice = euros();
  invoice.decimals = -1;
  EXPECT_EQ(told(compute_invoice(invoice)), "number_out_of_range at decimals min=0 max=4");
}

TEST(Invoice, ReachesTheLargestAmountAndRefusesOnePast) {
  Invoice invoice = euros();
  add_line(invoice, "1", "90071992547409.91", "0");
  EXPECT_EQ(compute_invoice(invoice)->payable, "90071992547409.91");
  add_line(invoice, "1", "0.01", "0");
  EXPECT_EQ(told(compute_invoice(invoice)), "amount_overflow");
  invoice.lines[1].quantity = "-1";
  EXPECT_EQ(compute_invoice(invoice)->payable, "90071992547409.90");
}

TEST(Invoice, TellsAtMost256DifferentTaxes) {
  Invoice invoice = euros();
  for (std::size_t i = 0; i < limits::kInvoiceTaxRows; ++i) {
    add_line(invoice, "1", "1", std::to_string(i).c_str());
  }
  EXPECT_EQ(compute_invoice(invoice)->taxes.size(), 256u);
  add_line(invoice, "1", "1", "256");
  EXPECT_EQ(told(compute_invoice(invoice)), "list_too_long at lines[256].taxes[0] max=256");
}

TEST(Invoice, ReadsAsManyPartsAsItsLimitsSay) {
  const auto repeated = [](std::string_view part, std::size_t times) {
    std::string list = "[";
    for (std::size_t i = 0; i < times; ++i) list += (i > 0 ? "," : "") + std::string(part);
    return list + "]";
  };
  const auto with_lines = [](const std::string& lines) {
    return refusal(R"({"currency":"EUR","lines":)" + lines + "}");
  };
  const std::string line = R"({"quantity":"1","price":"1"})";
  EXPECT_EQ(with_lines(repeated(line, limits::kLines)), "ok");
  EXPECT_EQ(with_lines(repeated(line, limits::kLines + 1)), "list_too_long at lines max=1000");
  const auto with_off = [&](std::size_t times) {
    const std::string off = repeated(R"({"amount":"1"})", times);
    return with_lines(R"([{"quantity":"1","price":"1","adjustments":)" + off + "}]");
  };
  EXPECT_EQ(with_off(limits::kInvoiceAdjustments), "ok");
  EXPECT_EQ(with_off(limits::kInvoiceAdjustments + 1),
            "list_too_long at lines[0].adjustments max=64");
}

// What a rule of EN 16931 says of a computed invoice must be what the computation did.
TEST(Invoice, ComputedByLineBreaksNoRule) {
  Random random(20265);
  const std::array<const char*, 4> rates{"25", "19.00", "7", "5.5"};
  for (int i = 0; i < rounds(2'000); ++i) {
    Invoice invoice = euros();
    StatedInvoice stated;
    stated.currency = "EUR";
    for (std::size_t n = 1 + random.below(8); n > 0; --n) {
      const std::string quantity = to_text({random.between(-500, 5'000), 2});
      const std::string price = to_text({random.of_bits(30), 4});
      const char* rate = random.pick(rates);
      add_line(invoice, quantity.c_str(), price.c_str(), rate);
      stated.lines.push_back({"S", rate, quantity, price, {}, {}, {}, {}, {}});
    }
    const char* rate = random.pick(rates);
    const std::string off = to_text({random.of_bits(20), 2});
    invoice.adjustments = {{false, off, std::nullopt, std::nullopt, {vat(rate)}}};
    stated.adjustments = {{false, "S", rate, off, std::nullopt, std::nullopt}};
    const Result<InvoiceTotals> totals = compute_invoice(invoice);
    ASSERT_EQ(told(totals), "ok");
    for (std::size_t n = 0; n < stated.lines.size(); ++n) {
      stated.lines[n].net = totals->lines[n].total;
    }
    for (const InvoiceTaxTotal& tax : totals->taxes) {
      stated.taxes.push_back({tax.category, tax.rate, tax.taxable, tax.tax});
    }
    stated.line_total = totals->line_total;
    stated.allowance_total = totals->allowance_total;
    stated.charge_total = totals->charge_total;
    stated.net_total = totals->net_total;
    stated.tax_total = totals->tax_total;
    stated.gross_total = totals->gross_total;
    stated.payable = totals->payable;
    ASSERT_EQ(check_invoice(stated)->violations, std::vector<RuleViolation>{});
  }
}

}  // namespace
}  // namespace sealcart
