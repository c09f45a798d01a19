// The arithmetic rules of EN 16931 and Peppol BIS Billing 3, over the figures an invoice states.
//
// A rule looks only at the figures it needs and holds when they are absent: whether they must be
// there is another rule's matter. Amounts are compared exactly, also where the published checks
// allow a difference of one unit (BR-CO-17, BR-S-08, BR-S-09); PEPPOL-EN16931-R040 and R120 allow
// 0.02, as they say.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sealcart/decimal.h"
#include "sealcart/describe.h"
#include "sealcart/invoice.h"
#include "sealcart/limits.h"
#include "sealcart/result.h"

namespace sealcart {

struct StatedAdjustment {
  bool charge = false;
  std::string category;
  std::optional<std::string> rate;
  std::optional<std::string> amount;
  std::optional<std::string> base;
  std::optional<std::string> percent;
};

struct StatedLine {
  std::string category;
  std::optional<std::string> rate;
  std::optional<std::string> quantity;
  std::optional<std::string> price;
  std::optional<std::string> base_quantity;
  std::optional<std::string> gross_price;
  std::optional<std::string> price_discount;
  std::vector<StatedAdjustment> adjustments;
  std::optional<std::string> net;
};

struct StatedTax {
  std::string category;
  std::optional<std::string> rate;
  std::optional<std::string> taxable;
  std::optional<std::string> tax;
};

struct StatedInvoice {
  std::string currency;
  std::int32_t decimals = 2;
  std::vector<StatedLine> lines;
  std::vector<StatedAdjustment> adjustments;
  std::vector<StatedTax> taxes;
  std::optional<std::string> line_total;
  std::optional<std::string> allowance_total;
  std::optional<std::string> charge_total;
  std::optional<std::string> net_total;
  std::optional<std::string> tax_total;
  std::optional<std::string> gross_total;
  std::optional<std::string> prepaid;
  std::optional<std::string> payable_rounding;
  std::optional<std::string> payable;
  std::string accounting_currency;
  std::optional<std::string> accounting_tax;
};

// A rule that is broken, and the first figure that breaks it: `taxes[1].tax`.
struct RuleViolation {
  std::string rule;
  std::string path;
  friend bool operator==(const RuleViolation&, const RuleViolation&) = default;
};

struct InvoiceCheck {
  std::vector<RuleViolation> violations;
};

// Every rule broken, in the order of invoice_rules(). Refused when a figure is no decimal, with the
// codes of parse_decimal and the path of the figure.
Result<InvoiceCheck> check_invoice(const StatedInvoice& invoice);

// The ids of the rules that are checked: "BR-CO-10", …, "BR-S-05", …, "PEPPOL-EN16931-R120".
std::vector<std::string> invoice_rules();

template <>
struct Describe<StatedAdjustment> : Fields<StatedAdjustment> {
  static constexpr std::string_view doc = "An allowance or charge as an invoice states it.";
  static constexpr std::array fields{
      field<&T::charge>("true: added; false: taken off").optional(),
      field<&T::category>(bytes(0, limits::kIdBytes),
                          "VAT category of the document's (BT-95, BT-102)")
          .optional(),
      field<&T::rate>(kDecimalText, "percent (BT-96, BT-103)"),
      field<&T::amount>(kDecimalText, "in the currency (BT-92, BT-99, BT-136, BT-141)"),
      field<&T::base>(kDecimalText, "what the percentage is of (BT-93, BT-100, BT-137, BT-142)"),
      field<&T::percent>(kDecimalText, "of the base (BT-94, BT-101, BT-138, BT-143)"),
  };
};

template <>
struct Describe<StatedLine> : Fields<StatedLine> {
  static constexpr std::string_view doc = "A line as an invoice states it (BG-25).";
  static constexpr std::array fields{
      field<&T::category>(bytes(0, limits::kIdBytes), "VAT category (BT-151)").optional(),
      field<&T::rate>(kDecimalText, "percent (BT-152)"),
      field<&T::quantity>(kDecimalText, "units (BT-129)"),
      field<&T::price>(kDecimalText, "net price of the base quantity (BT-146)"),
      field<&T::base_quantity>(kDecimalText, "units the price is for (BT-149); absent: 1"),
      field<&T::gross_price>(kDecimalText, "before the price discount (BT-148)"),
      field<&T::price_discount>(kDecimalText, "off the gross price (BT-147)"),
      field<&T::adjustments>("allowances and charges of the line (BG-27, BG-28)")
          .items(limits::kInvoiceAdjustments)
          .optional(),
      field<&T::net>(kDecimalText, "line net amount (BT-131)"),
  };
};

template <>
struct Describe<StatedTax> : Fields<StatedTax> {
  static constexpr std::string_view doc = "A row of the VAT breakdown as stated (BG-23).";
  static constexpr std::array fields{
      field<&T::category>(bytes(0, limits::kIdBytes), "VAT category (BT-118)").optional(),
      field<&T::rate>(kDecimalText, "percent (BT-119)"),
      field<&T::taxable>(kDecimalText, "taxable amount (BT-116)"),
      field<&T::tax>(kDecimalText, "tax amount (BT-117)"),
  };
};

template <>
struct Describe<StatedInvoice> : Fields<StatedInvoice> {
  static constexpr std::string_view doc = "The figures an invoice states.";
  static constexpr std::array fields{
      field<&T::currency>(bytes(0, 3), "ISO 4217 (BT-5)").optional(),
      field<&T::decimals>(range(0, limits::kInvoiceDecimals), "of a tax amount").optional(),
      field<&T::lines>("what is invoiced").items(limits::kLines).optional(),
      field<&T::adjustments>("allowances and charges of the document (BG-20, BG-21)")
          .items(limits::kInvoiceAdjustments)
          .optional(),
      field<&T::taxes>("the VAT breakdown").items(limits::kInvoiceTaxRows).optional(),
      field<&T::line_total>(kDecimalText, "sum of line net amounts (BT-106)"),
      field<&T::allowance_total>(kDecimalText, "of the document (BT-107)"),
      field<&T::charge_total>(kDecimalText, "of the document (BT-108)"),
      field<&T::net_total>(kDecimalText, "without VAT (BT-109)"),
      field<&T::tax_total>(kDecimalText, "VAT (BT-110)"),
      field<&T::gross_total>(kDecimalText, "with VAT (BT-112)"),
      field<&T::prepaid>(kDecimalText, "paid before (BT-113)"),
      field<&T::payable_rounding>(kDecimalText, "rounding (BT-114)"),
      field<&T::payable>(kDecimalText, "due for payment (BT-115)"),
      field<&T::accounting_currency>(bytes(0, 3), "of the second VAT total (BT-6)").optional(),
      field<&T::accounting_tax>(kDecimalText, "VAT in the accounting currency (BT-111)"),
  };
};

template <>
struct Describe<RuleViolation> : Fields<RuleViolation> {
  static constexpr std::string_view doc = "A rule that is broken.";
  static constexpr std::array fields{
      field<&T::rule>(bytes(1, limits::kIdBytes), "its id"),
      field<&T::path>(bytes(0, limits::kNameBytes), "the first figure that breaks it"),
  };
};

template <>
struct Describe<InvoiceCheck> : Fields<InvoiceCheck> {
  static constexpr std::string_view doc = "What is wrong with the figures of an invoice.";
  static constexpr std::array fields{
      field<&T::violations>("empty: every rule holds").items(limits::kInvoiceTaxRows),
  };
};

}  // namespace sealcart
