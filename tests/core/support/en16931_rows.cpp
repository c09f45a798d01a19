#include "support/en16931_rows.h"

#include "support/figure_differences.h"

namespace sealcart {
namespace {

bool is_charge(const Row& row) { return row.contains("charge") && row["charge"].get<bool>(); }

std::vector<InvoiceTax> vat_of(const Row& row) {
  if (!row.contains("cat")) return {};
  return {{"VAT", text_at(row, "cat"), figure_at(row, "rate"), {}, InvoiceTaxEffect::added}};
}

InvoiceAdjustment en16931_adjustment(const Row& row) {
  InvoiceAdjustment adjustment;
  adjustment.charge = is_charge(row);
  adjustment.amount = figure_at(row, "amount");
  return adjustment;
}

void stated_adjustments(const Row& row, std::vector<StatedAdjustment>& out) {
  for (const Row& it : list_at(row, "ac")) {
    out.push_back({is_charge(it), text_at(it, "cat"), figure_at(it, "rate"),
                   figure_at(it, "amount"), figure_at(it, "base"), figure_at(it, "percent")});
  }
}

}  // namespace

Invoice en16931_invoice(const Row& row) {
  Invoice invoice;
  invoice.currency = text_at(row, "currency");
  invoice.decimals = row["check"].value("decimals", 2);
  for (const Row& line : list_at(row, "lines")) {
    InvoiceLine& out = invoice.lines.emplace_back();
    out.quantity = text_at(line, "qty");
    out.price = text_at(line, "price");
    out.base_quantity = figure_at(line, "base_qty");
    for (const Row& ac : list_at(line, "ac")) out.adjustments.push_back(en16931_adjustment(ac));
    out.taxes = vat_of(line);
  }
  for (const Row& ac : list_at(row, "ac")) {
    invoice.adjustments.push_back(en16931_adjustment(ac));
    invoice.adjustments.back().taxes = vat_of(ac);
  }
  invoice.prepaid = figure_at(row["totals"], "prepaid");
  invoice.payable_rounding = figure_at(row["totals"], "rounding");
  return invoice;
}

StatedInvoice stated_invoice(const Row& row) {
  StatedInvoice invoice;
  invoice.currency = text_at(row, "currency");
  for (const Row& line : list_at(row, "lines")) {
    StatedLine& out = invoice.lines.emplace_back();
    out.category = text_at(line, "cat");
    out.rate = figure_at(line, "rate");
    out.quantity = figure_at(line, "qty");
    out.price = figure_at(line, "price");
    out.base_quantity = figure_at(line, "base_qty");
    out.gross_price = figure_at(line, "price_gross");
    out.price_discount = figure_at(line, "price_discount");
    out.net = figure_at(line, "net");
    stated_adjustments(line, out.adjustments);
  }
  stated_adjustments(row, invoice.adjustments);
  for (const Row& it : list_at(row, "tax")) {
    invoice.taxes.push_back({text_at(it, "cat"), figure_at(it, "rate"), figure_at(it, "taxable"),
                             figure_at(it, "tax")});
  }
  const Row totals = object_at(row, "totals");
  invoice.line_total = figure_at(totals, "lines");
  invoice.allowance_total = figure_at(totals, "allowances");
  invoice.charge_total = figure_at(totals, "charges");
  invoice.net_total = figure_at(totals, "net");
  invoice.tax_total = figure_at(totals, "tax");
  invoice.gross_total = figure_at(totals, "gross");
  invoice.prepaid = figure_at(totals, "prepaid");
  invoice.payable_rounding = figure_at(totals, "rounding");
  invoice.payable = figure_at(totals, "payable");
  const Row accounting = object_at(row, "tax_accounting");
  invoice.accounting_currency = text_at(accounting, "currency");
  invoice.accounting_tax = figure_at(accounting, "amount");
  return invoice;
}

std::string en16931_differences(const Row& row, const InvoiceTotals& totals) {
  Differences found;
  const Row lines = list_at(row, "lines");
  for (std::size_t i = 0; i < lines.size(); ++i) {
    found.figure(lines[i], "net", totals.lines[i].total);
  }
  Sums ours, theirs;
  for (const InvoiceTaxTotal& tax : totals.taxes) {
    const std::string name = tax.category + "@" + rate_text(tax.rate);
    ours[name + " taxable"] += number(tax.taxable);
    ours[name + " tax"] += number(tax.tax);
  }
  for (const Row& tax : list_at(row, "tax")) {
    const std::string name = text_at(tax, "cat") + "@" + rate_text(figure_at(tax, "rate"));
    theirs[name + " taxable"] += number(text_at(tax, "taxable"));
    theirs[name + " tax"] += number(text_at(tax, "tax"));
  }
  found.sums(ours, theirs);
  const Row& stated = row["totals"];
  found.figure(stated, "lines", totals.line_total);
  found.figure(stated, "allowances", totals.allowance_total);
  found.figure(stated, "charges", totals.charge_total);
  found.figure(stated, "net", totals.net_total);
  found.figure(stated, "tax", totals.tax_total);
  found.figure(stated, "gross", totals.gross_total);
  found.figure(stated, "payable", totals.payable);
  return found.told();
}

}  // namespace sealcart
