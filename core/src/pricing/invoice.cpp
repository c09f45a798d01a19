#include "sealcart/invoice.h"

#include "../path.h"
#include "invoice_taxes.h"

namespace sealcart {
namespace {

using pricing::FigureReader;
using pricing::InvoiceGrid;
using pricing::TaxRow;
using pricing::TaxSummary;

class Calculation {
 public:
  Calculation(const Invoice& invoice, const InvoiceGrid& grid)
      : invoice_(invoice), grid_(grid), taxes_(invoice, grid) {}

  Result<InvoiceTotals> run() {
    for (std::size_t i = 0; i < invoice_.lines.size(); ++i) {
      if (Status read = add_line(invoice_.lines[i]); !read) {
        return refuse(std::move(read).error().inside(at("lines", i)));
      }
    }
    for (std::size_t i = 0; i < invoice_.adjustments.size(); ++i) {
      if (Status read = add_adjustment(invoice_.adjustments[i]); !read) {
        return refuse(std::move(read).error().inside(at("adjustments", i)));
      }
    }
    FigureReader read;
    if (invoice_.prepaid) prepaid_ = read(*invoice_.prepaid, "prepaid");
    if (invoice_.payable_rounding) rounding_ = read(*invoice_.payable_rounding, "payableRounding");
    if (!read.status()) return refuse(read.status().error());
    taxes_.finish();
    return totals();
  }

 private:
  Result<Fraction> amount_of(const InvoiceAdjustment& adjustment, const Fraction& base) const;
  Status add_line(const InvoiceLine& line);
  Status add_adjustment(const InvoiceAdjustment& adjustment);
  Result<InvoiceTotals> totals();
  std::string text(const Fraction& amount);
  InvoiceTaxTotal tax_total(const TaxRow& row);

  const Invoice& invoice_;
  InvoiceGrid grid_;
  TaxSummary taxes_;
  InvoiceTotals out_;
  Fraction line_total_, allowance_total_, charge_total_, prepaid_, rounding_;
  bool overflow_ = false;
};

// Without the sign of its kind.
Result<Fraction> Calculation::amount_of(const InvoiceAdjustment& adjustment,
                                        const Fraction& base) const {
  FigureReader read;
  Fraction amount;
  if (adjustment.amount) {
    amount = read(*adjustment.amount, "amount");
  } else if (adjustment.percent) {
    const Fraction own = adjustment.base ? read(*adjustment.base, "base") : base;
    amount = read.percent(*adjustment.percent, "percent") * own;
  } else {
    return refuse(Error(ErrorCode::field_missing, "amount"));
  }
  if (!read.status()) return refuse(read.status().error());
  return grid_.settle(amount);
}

Status Calculation::add_line(const InvoiceLine& line) {
  FigureReader read;
  const Fraction quantity = read(line.quantity, "quantity");
  const Fraction price = read(line.price, "price");
  const Fraction units =
      line.base_quantity ? read.above_zero(*line.base_quantity, "baseQuantity") : Fraction(1);
  if (!read.status()) return read.status();
  const Fraction subtotal = grid_.settle(quantity * price / units);
  Fraction total = subtotal;
  for (std::size_t i = 0; i < line.adjustments.size(); ++i) {
    Result<Fraction> amount = amount_of(line.adjustments[i], subtotal);
    if (amount && !line.adjustments[i].taxes.empty()) {
      amount = refuse(Error(ErrorCode::field_unknown, "taxes"));
    }
    if (!amount) return refuse(std::move(amount).error().inside(at("adjustments", i)));
    total += line.adjustments[i].charge ? *amount : -*amount;
  }
  Result<TaxSummary::Rows> rows = taxes_.rows_of(line.taxes);
  if (!rows) return refuse(std::move(rows).error());
  taxes_.add(total, *rows);
  line_total_ += total;
  out_.lines.push_back({text(subtotal), text(total)});
  return {};
}

Status Calculation::add_adjustment(const InvoiceAdjustment& adjustment) {
  const Result<Fraction> amount = amount_of(adjustment, line_total_);
  if (!amount) return refuse(amount.error());
  Result<TaxSummary::Rows> rows = taxes_.rows_of(adjustment.taxes);
  if (!rows) return refuse(std::move(rows).error());
  taxes_.add(adjustment.charge ? *amount : -*amount, *rows);
  (adjustment.charge ? charge_total_ : allowance_total_) += *amount;
  return {};
}

std::string Calculation::text(const Fraction& amount) {
  const auto rounded = amount.rounded(grid_.decimals, grid_.mode);
  overflow_ = overflow_ || !rounded;
  return rounded ? to_text(*rounded) : std::string();
}

InvoiceTaxTotal Calculation::tax_total(const TaxRow& row) {
  const InvoiceTax& tax = *row.stated;
  return {tax.scheme, tax.category,      tax.rate,      tax.surcharge,
          tax.effect, text(row.taxable), text(row.tax), text(row.surcharge)};
}

Result<InvoiceTotals> Calculation::totals() {
  Fraction included, added, retained;
  for (const TaxRow& row : taxes_.rows()) {
    const Fraction tax = row.tax + row.surcharge;
    if (row.stated->effect == InvoiceTaxEffect::added) added += tax;
    if (row.stated->effect == InvoiceTaxEffect::retained) retained += tax;
    if (row.included) included += row.tax;
    out_.taxes.push_back(tax_total(row));
  }
  const Fraction net = line_total_ - allowance_total_ + charge_total_ - included;
  const Fraction gross = net + added;
  out_.line_total = text(line_total_);
  out_.allowance_total = text(allowance_total_);
  out_.charge_total = text(charge_total_);
  out_.included_tax_total = text(included);
  out_.net_total = text(net);
  out_.tax_total = text(added);
  out_.gross_total = text(gross);
  out_.retained_total = text(retained);
  out_.payable = text(gross - retained - grid_.settle(prepaid_) + grid_.settle(rounding_));
  if (overflow_) return refuse(ErrorCode::amount_overflow);
  return std::move(out_);
}

}  // namespace

Result<InvoiceTotals> compute_invoice(const Invoice& invoice, Rounding mode) {
  const std::optional<Currency> currency = find_currency(invoice.currency);
  if (!currency) return refuse(Error(ErrorCode::currency_unknown, "currency"));
  const std::int32_t decimals = invoice.decimals.value_or(currency->exponent);
  if (decimals < 0 || decimals > limits::kInvoiceDecimals) {
    return refuse(Error(ErrorCode::number_out_of_range, "decimals")
                      .with("min", std::int64_t{0})
                      .with("max", std::int64_t{limits::kInvoiceDecimals}));
  }
  return Calculation(invoice, {invoice.rounding, decimals, mode}).run();
}

}  // namespace sealcart
