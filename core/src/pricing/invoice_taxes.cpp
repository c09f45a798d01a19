#include "invoice_taxes.h"

#include <algorithm>

#include "../path.h"

namespace sealcart::pricing {

Fraction InvoiceGrid::settle(const Fraction& amount) const {
  if (!by_line()) return amount;
  const auto rounded = amount.rounded(decimals, mode);
  return rounded ? Fraction(*rounded) : Fraction::gone();
}

Result<std::size_t> TaxSummary::row_of(const InvoiceTax& tax) {
  TaxRow row;
  row.stated = &tax;
  FigureReader read;
  if (tax.rate) row.rate = read.percent(*tax.rate, "rate");
  if (tax.surcharge) row.surcharge_rate = read.percent(*tax.surcharge, "surcharge");
  if (!read.status()) return refuse(read.status().error());
  row.included = invoice_.prices_include == tax.scheme;
  if (row.included && tax.effect != InvoiceTaxEffect::added) {
    return refuse(Error(ErrorCode::value_not_allowed, "effect").with("allowed", "added"));
  }
  const auto same = [&row](const TaxRow& other) {
    return other.stated->scheme == row.stated->scheme &&
           other.stated->category == row.stated->category &&
           other.stated->effect == row.stated->effect && other.rate == row.rate &&
           other.surcharge_rate == row.surcharge_rate;
  };
  const auto known = std::ranges::find_if(rows_, same);
  if (known != rows_.end()) return static_cast<std::size_t>(known - rows_.begin());
  if (rows_.size() == limits::kInvoiceTaxRows) {
    return refuse(Error(ErrorCode::list_too_long)
                      .with("max", static_cast<std::int64_t>(limits::kInvoiceTaxRows)));
  }
  rows_.push_back(row);
  return rows_.size() - 1;
}

Result<TaxSummary::Rows> TaxSummary::rows_of(const std::vector<InvoiceTax>& taxes) {
  Rows rows;
  for (std::size_t i = 0; i < taxes.size(); ++i) {
    const std::string& scheme = taxes[i].scheme;
    const auto earlier = std::span(taxes).first(i);
    if (std::ranges::find(earlier, scheme, &InvoiceTax::scheme) != earlier.end()) {
      return refuse(Error(ErrorCode::store_duplicate_id, at("taxes", i)).with("id", scheme));
    }
    Result<std::size_t> row = row_of(taxes[i]);
    if (!row) return refuse(std::move(row).error().inside(at("taxes", i)));
    rows.push_back(*row);
  }
  return rows;
}

// By line, the tax is taken out of the sum of the row, and an amount bears by how much the tax of
// the sum has grown with it: so the parts always add up to the sums.
Fraction TaxSummary::without_tax(TaxRow& row, const Fraction& amount) {
  const Fraction whole = Fraction(1) + row.rate;
  if (!grid_.by_line()) return amount / whole;
  row.with_tax += amount;
  const Fraction net = row.with_tax - grid_.settle(row.with_tax * row.rate / whole);
  return net - row.taxable;
}

void TaxSummary::add(const Fraction& amount, std::span<const std::size_t> rows) {
  Fraction net = amount;
  for (const std::size_t i : rows) {
    if (rows_[i].included) net = without_tax(rows_[i], amount);
  }
  for (const std::size_t i : rows) rows_[i].taxable += net;
}

void TaxSummary::finish() {
  for (TaxRow& row : rows_) {
    row.surcharge = grid_.settle(row.taxable * row.surcharge_rate);
    const bool taken_out = row.included && grid_.by_line();
    row.tax = taken_out ? row.with_tax - row.taxable : grid_.settle(row.taxable * row.rate);
  }
}

}  // namespace sealcart::pricing
