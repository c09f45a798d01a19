#include "support/gobl_rows.h"

#include <map>

#include "support/figure_differences.h"

namespace sealcart {
namespace {

// "10%" is ten percent.
std::optional<std::string> percent_at(const Row& row) {
  std::optional<std::string> percent = figure_at(row, "percent");
  if (percent && percent->ends_with('%')) percent->pop_back();
  return percent;
}

// A rate of GOBL: the treatment is told by its key, and by the country when it is another.
std::string gobl_category(const Row& tax) {
  const std::string country = text_at(tax, "country");
  return text_at(tax, "key") + (country.empty() ? "" : "@" + country);
}

// What each tax does to the totals, by its code.
using Effects = std::map<std::string, InvoiceTaxEffect>;

Effects gobl_effects(const Row& row) {
  Effects effects;
  for (const Row& category : list_at(object_at(row, "tax_totals"), "categories")) {
    InvoiceTaxEffect& effect = effects[text_at(category, "code")];
    if (category.value("retained", false)) effect = InvoiceTaxEffect::retained;
    if (category.value("informative", false)) effect = InvoiceTaxEffect::informative;
  }
  return effects;
}

std::optional<std::string> surcharge_of(const Row& tax) {
  if (!tax.contains("surcharge")) return std::nullopt;
  if (tax["surcharge"].is_object()) return percent_at(tax["surcharge"]);
  std::string percent = text_at(tax, "surcharge");
  if (percent.ends_with('%')) percent.pop_back();
  return percent;
}

std::vector<InvoiceTax> gobl_taxes(const Row& row, Effects& effects) {
  std::vector<InvoiceTax> taxes;
  for (const Row& tax : list_at(row, "taxes")) {
    const std::string scheme = text_at(tax, "cat");
    taxes.push_back(
        {scheme, gobl_category(tax), percent_at(tax), surcharge_of(tax), effects[scheme]});
  }
  return taxes;
}

// A percentage makes the amount; the one printed beside it is rounded.
InvoiceAdjustment gobl_adjustment(const Row& row, bool charge) {
  InvoiceAdjustment adjustment;
  adjustment.charge = charge;
  adjustment.percent = percent_at(row);
  adjustment.base = figure_at(row, "base");
  if (!adjustment.percent) adjustment.amount = figure_at(row, "amount");
  return adjustment;
}

void add_breakdown(Sums& sums, const std::string& name, const std::string& base,
                   const std::string& amount, const std::string& surcharge) {
  sums[name + " base"] += number(base);
  sums[name + " amount"] += number(amount);
  sums[name + " surcharge"] += number(surcharge.empty() ? "0" : surcharge);
}

Sums gobl_breakdown(const InvoiceTotals& totals) {
  Sums sums;
  for (const InvoiceTaxTotal& tax : totals.taxes) {
    add_breakdown(sums, tax.scheme + " " + tax.category + "@" + rate_text(tax.rate), tax.taxable,
                  tax.tax, tax.surcharge);
  }
  return sums;
}

Sums gobl_breakdown(const Row& row) {
  Sums sums;
  for (const Row& category : list_at(object_at(row, "tax_totals"), "categories")) {
    for (const Row& rate : list_at(category, "rates")) {
      const std::string name =
          text_at(category, "code") + " " + gobl_category(rate) + "@" + rate_text(percent_at(rate));
      add_breakdown(sums, name, text_at(rate, "base"), text_at(rate, "amount"),
                    text_at(object_at(rate, "surcharge"), "amount"));
    }
  }
  return sums;
}

}  // namespace

Invoice gobl_invoice(const Row& row) {
  Effects effects = gobl_effects(row);
  Invoice invoice;
  invoice.currency = text_at(row, "currency");
  invoice.rounding =
      text_at(row, "rounding_rule") == "precise" ? InvoiceRounding::precise : InvoiceRounding::line;
  invoice.prices_include = figure_at(row, "prices_include");
  for (const Row& line : list_at(row, "lines")) {
    InvoiceLine& out = invoice.lines.emplace_back();
    out.quantity = text_at(line, "qty");
    out.price = text_at(line, "price");
    for (const Row& it : list_at(line, "discounts")) {
      out.adjustments.push_back(gobl_adjustment(it, false));
    }
    for (const Row& it : list_at(line, "charges")) {
      out.adjustments.push_back(gobl_adjustment(it, true));
    }
    out.taxes = gobl_taxes(line, effects);
  }
  for (const char* kind : {"discounts", "charges"}) {
    for (const Row& it : list_at(row, kind)) {
      invoice.adjustments.push_back(gobl_adjustment(it, std::string(kind) == "charges"));
      invoice.adjustments.back().taxes = gobl_taxes(it, effects);
    }
  }
  invoice.payable_rounding = figure_at(row["totals"], "rounding");
  return invoice;
}

bool gobl_breakdown_contradicts_itself(const Row& row) {
  const auto currency = find_currency(text_at(row, "currency"));
  const Fraction unit(Decimal{1, currency ? currency->exponent : 0});
  for (const Row& category : list_at(object_at(row, "tax_totals"), "categories")) {
    Fraction gap = number(text_at(category, "amount")), slack;
    for (const Row& rate : list_at(category, "rates")) {
      gap -= number(text_at(rate, "amount"));
      slack += unit;
    }
    if ((gap - slack).sign() > 0 || (gap + slack).sign() < 0) return true;
  }
  return false;
}

std::string gobl_differences(const Row& row, const InvoiceTotals& totals) {
  Differences found;
  const Row lines = list_at(row, "lines");
  for (std::size_t i = 0; i < lines.size(); ++i) {
    found.figure(lines[i], "sum", totals.lines[i].subtotal);
    found.figure(lines[i], "total", totals.lines[i].total);
  }
  if (!gobl_breakdown_contradicts_itself(row)) {
    found.sums(gobl_breakdown(totals), gobl_breakdown(row));
  }
  const Row& stated = row["totals"];
  found.figure(stated, "sum", totals.line_total);
  found.figure(stated, "discount", totals.allowance_total);
  found.figure(stated, "charge", totals.charge_total);
  found.figure(stated, "tax_included", totals.included_tax_total);
  found.figure(stated, "total", totals.net_total);
  found.figure(stated, "tax", totals.tax_total);
  found.figure(stated, "total_with_tax", totals.gross_total);
  found.figure(stated, "retained_tax", totals.retained_total);
  found.figure(stated, "payable", totals.payable);
  return found.told();
}

}  // namespace sealcart
