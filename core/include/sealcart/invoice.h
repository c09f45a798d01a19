// The arithmetic of an invoice, to the last unit: lines, allowances and charges, taxes -> totals.
//
// Two rules are known for where amounts are rounded; both round half away from zero.
//   line     EN 16931 (BR-CO-10 to BR-CO-17): each amount of a line or an allowance is rounded to
//            the currency; sums are not rounded again; tax once for each category and rate.
//   precise  nothing is rounded on the way; each figure of the result is rounded once, from exact
//            sums. The printed figures may then miss their sum by a unit (GOBL calls it so too).
//
// Where EN 16931 has a term its number stands in brackets (BT-131). Amounts, quantities, prices and
// percentages are decimals as text, see decimal.h; "19" as a rate is 19 %.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sealcart/decimal.h"
#include "sealcart/describe.h"
#include "sealcart/limits.h"
#include "sealcart/result.h"

namespace sealcart {

enum class InvoiceRounding : std::uint8_t { line, precise };
enum class InvoiceTaxEffect : std::uint8_t { added, retained, informative };

// A tax on an amount. `scheme` is the tax ("VAT", "IRPF"), `category` its treatment ("S", "E").
struct InvoiceTax {
  std::string scheme;
  std::string category;
  std::optional<std::string> rate;
  std::optional<std::string> surcharge;
  InvoiceTaxEffect effect = InvoiceTaxEffect::added;
};

// An allowance (off) or a charge (on top), of a line or of the document.
struct InvoiceAdjustment {
  bool charge = false;
  std::optional<std::string> amount;
  std::optional<std::string> percent;
  std::optional<std::string> base;
  std::vector<InvoiceTax> taxes;
};

struct InvoiceLine {
  std::string quantity;
  std::string price;
  std::optional<std::string> base_quantity;
  std::vector<InvoiceAdjustment> adjustments;
  std::vector<InvoiceTax> taxes;
};

struct Invoice {
  std::string currency;
  std::optional<std::int32_t> decimals;
  InvoiceRounding rounding = InvoiceRounding::line;
  std::optional<std::string> prices_include;
  std::vector<InvoiceLine> lines;
  std::vector<InvoiceAdjustment> adjustments;
  std::optional<std::string> prepaid;
  std::optional<std::string> payable_rounding;
};

struct InvoiceLineTotal {
  std::string subtotal;
  std::string total;
};

struct InvoiceTaxTotal {
  std::string scheme;
  std::string category;
  std::optional<std::string> rate;
  std::optional<std::string> surcharge_rate;
  InvoiceTaxEffect effect = InvoiceTaxEffect::added;
  std::string taxable;
  std::string tax;
  std::string surcharge;
};

struct InvoiceTotals {
  std::vector<InvoiceLineTotal> lines;
  std::vector<InvoiceTaxTotal> taxes;
  std::string line_total;
  std::string allowance_total;
  std::string charge_total;
  std::string included_tax_total;
  std::string net_total;
  std::string tax_total;
  std::string gross_total;
  std::string retained_total;
  std::string payable;
};

// The totals, or why there are none, with the path of the figure at fault:
//   amount_invalid, text_too_long, number_out_of_range  a figure is no decimal or too large a one
//   currency_unknown     not of ISO 4217
//   field_missing        an adjustment has neither amount nor percent
//   field_unknown        an adjustment of a line has taxes of its own
//   value_not_allowed    prices can include a tax only when it is one that is added
//   store_duplicate_id   one scheme twice on one amount
//   list_too_long        more than limits::kInvoiceTaxRows different taxes
//   amount_overflow      a total beyond limits::kAmount units, or exact only beyond 128 bits
Result<InvoiceTotals> compute_invoice(const Invoice& invoice, Rounding mode = Rounding::half_up);

template <>
struct Describe<InvoiceRounding> {
  static constexpr std::string_view doc =
      "Where amounts are rounded: line by line as EN 16931 has it, or each total once.";
};

template <>
struct Describe<InvoiceTaxEffect> {
  static constexpr std::string_view doc =
      "A tax is added to the net amount, or retained: kept back by the buyer, who pays it to the "
      "state; or informative: told, but in no total.";
};

template <>
struct Describe<InvoiceTax> : Fields<InvoiceTax> {
  static constexpr std::string_view doc = "A tax on an amount of an invoice.";
  static constexpr std::array fields{
      field<&T::scheme>(bytes(1, limits::kIdBytes), "which tax, such as VAT"),
      field<&T::category>(bytes(0, limits::kIdBytes), "its treatment, such as S (BT-151)")
          .optional(),
      field<&T::rate>(kDecimalText, "percent, 0 to 1000 (BT-152); absent: no tax is due"),
      field<&T::surcharge>(kDecimalText,
                           "percent of the same amount, shown apart, never inside prices"),
      field<&T::effect>("what it does to the totals").optional(),
  };
};

template <>
struct Describe<InvoiceAdjustment> : Fields<InvoiceAdjustment> {
  static constexpr std::string_view doc =
      "An allowance or a charge; an amount given wins over a percentage.";
  static constexpr std::array fields{
      field<&T::charge>("true: added; false: taken off").optional(),
      field<&T::amount>(kDecimalText, "in the currency (BT-92, BT-99, BT-136, BT-141)"),
      field<&T::percent>(kDecimalText, "of the base, 0 to 1000"),
      field<&T::base>(kDecimalText,
                      "absent: quantity times price; of the document: the line total"),
      field<&T::taxes>("what it is taxed with; of the document only, a line has its own")
          .items(limits::kInvoiceTaxes)
          .optional(),
  };
};

template <>
struct Describe<InvoiceLine> : Fields<InvoiceLine> {
  static constexpr std::string_view doc = "What is invoiced (BG-25).";
  static constexpr std::array fields{
      field<&T::quantity>(kDecimalText, "units, below 0 for a return (BT-129)"),
      field<&T::price>(kDecimalText, "of the base quantity (BT-146)"),
      field<&T::base_quantity>(kDecimalText, "units the price is for, above 0 (BT-149); absent: 1"),
      field<&T::adjustments>("allowances and charges of the line (BG-27, BG-28)")
          .items(limits::kInvoiceAdjustments)
          .optional(),
      field<&T::taxes>("each scheme once").items(limits::kInvoiceTaxes).optional(),
  };
};

template <>
struct Describe<Invoice> : Fields<Invoice> {
  static constexpr std::string_view doc = "The figures an invoice is computed from.";
  static constexpr std::array fields{
      field<&T::currency>(bytes(3, 3), "ISO 4217 (BT-5)"),
      field<&T::decimals>(range(0, limits::kInvoiceDecimals),
                          "of every amount; absent: those of the currency"),
      field<&T::rounding>("where amounts are rounded").optional(),
      field<&T::prices_include>(bytes(1, limits::kIdBytes),
                                "scheme of the tax that prices and adjustments contain"),
      field<&T::lines>("what is invoiced").items(limits::kLines),
      field<&T::adjustments>("allowances and charges of the document (BG-20, BG-21)")
          .items(limits::kInvoiceAdjustments)
          .optional(),
      field<&T::prepaid>(kDecimalText, "paid before (BT-113)"),
      field<&T::payable_rounding>(kDecimalText, "added to what is due, to round it (BT-114)"),
  };
};

template <>
struct Describe<InvoiceLineTotal> : Fields<InvoiceLineTotal> {
  static constexpr std::string_view doc = "The amounts of one line.";
  static constexpr std::array fields{
      field<&T::subtotal>(kDecimalText, "quantity times price"),
      field<&T::total>(kDecimalText,
                       "after its allowances and charges (BT-131); with the tax that "
                       "prices include"),
  };
};

template <>
struct Describe<InvoiceTaxTotal> : Fields<InvoiceTaxTotal> {
  static constexpr std::string_view doc = "A row of the tax summary (BG-23).";
  static constexpr std::array fields{
      field<&T::scheme>(bytes(1, limits::kIdBytes), "which tax"),
      field<&T::category>(bytes(0, limits::kIdBytes), "its treatment (BT-118)"),
      field<&T::rate>(kDecimalText, "percent (BT-119)"),
      field<&T::surcharge_rate>(kDecimalText, "percent on top"),
      field<&T::effect>("what it does to the totals"),
      field<&T::taxable>(kDecimalText, "sum the rate is applied to (BT-116)"),
      field<&T::tax>(kDecimalText, "without the surcharge (BT-117)"),
      field<&T::surcharge>(kDecimalText, "the surcharge"),
  };
};

template <>
struct Describe<InvoiceTotals> : Fields<InvoiceTotals> {
  static constexpr std::string_view doc = "What an invoice comes to.";
  static constexpr std::array fields{
      field<&T::lines>("in the order of the invoice").items(limits::kLines),
      field<&T::taxes>("in the order they are first named").items(limits::kInvoiceTaxRows),
      field<&T::line_total>(kDecimalText, "sum of the lines (BT-106)"),
      field<&T::allowance_total>(kDecimalText, "of the document (BT-107)"),
      field<&T::charge_total>(kDecimalText, "of the document (BT-108)"),
      field<&T::included_tax_total>(kDecimalText, "tax inside the prices"),
      field<&T::net_total>(kDecimalText, "without tax (BT-109)"),
      field<&T::tax_total>(kDecimalText, "taxes not retained, with surcharges (BT-110)"),
      field<&T::gross_total>(kDecimalText, "with tax (BT-112)"),
      field<&T::retained_total>(kDecimalText, "taxes the buyer keeps back"),
      field<&T::payable>(kDecimalText, "gross, less retained and prepaid, rounded (BT-115)"),
  };
};

}  // namespace sealcart
