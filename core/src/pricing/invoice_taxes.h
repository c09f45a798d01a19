// The tax summary of an invoice while it is made, and where its amounts are rounded.
#pragma once

#include <span>
#include <vector>

#include "invoice_figures.h"
#include "sealcart/invoice.h"

namespace sealcart::pricing {

// Where amounts of the invoice may lie: on its currency's grid, or anywhere until the end.
struct InvoiceGrid {
  InvoiceRounding rounding = InvoiceRounding::line;
  std::int32_t decimals = 2;
  Rounding mode = Rounding::half_up;

  bool by_line() const { return rounding == InvoiceRounding::line; }
  // An amount as it goes on into sums.
  Fraction settle(const Fraction& amount) const;
};

// One tax, category and rate. `stated` is the first mention; rates are parts of one.
struct TaxRow {
  const InvoiceTax* stated = nullptr;
  Fraction rate;
  Fraction surcharge_rate;
  bool included = false;  // in the prices
  Fraction with_tax;      // by line and included: the sum the tax is taken out of
  Fraction taxable;
  Fraction tax;
  Fraction surcharge;
};

class TaxSummary {
 public:
  using Rows = std::vector<std::size_t>;

  TaxSummary(const Invoice& invoice, const InvoiceGrid& grid) : invoice_(invoice), grid_(grid) {}

  // The rows of an amount with these taxes; new ones are added.
  Result<Rows> rows_of(const std::vector<InvoiceTax>& taxes);
  // Adds a signed amount to its rows, without the tax it includes.
  void add(const Fraction& amount, std::span<const std::size_t> rows);
  // Once all amounts are in.
  void finish();
  const std::vector<TaxRow>& rows() const { return rows_; }

 private:
  Result<std::size_t> row_of(const InvoiceTax& tax);
  Fraction without_tax(TaxRow& row, const Fraction& amount);

  const Invoice& invoice_;
  InvoiceGrid grid_;
  std::vector<TaxRow> rows_;
};

}  // namespace sealcart::pricing
