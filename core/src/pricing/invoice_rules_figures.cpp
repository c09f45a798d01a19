// The figures the rules look at.
#include <initializer_list>
#include <utility>

#include "../path.h"
#include "invoice_figures.h"
#include "invoice_rules.h"

namespace sealcart::pricing {
namespace {

struct Named {
  const std::optional<std::string>& figure;
  std::string_view name;
};

Status read_all(std::initializer_list<Named> figures) {
  FigureReader read;
  for (const Named& it : figures) {
    if (it.figure) read(*it.figure, it.name);
  }
  return read.status();
}

Status read(const StatedAdjustment& it) {
  return read_all(
      {{it.rate, "rate"}, {it.amount, "amount"}, {it.base, "base"}, {it.percent, "percent"}});
}

Status read(const StatedTax& it) {
  return read_all({{it.rate, "rate"}, {it.taxable, "taxable"}, {it.tax, "tax"}});
}

template <class Object>
Status read_each(const std::vector<Object>& objects, std::string_view name);

Status read(const StatedLine& it) {
  Status figures = read_all({{it.rate, "rate"},
                             {it.quantity, "quantity"},
                             {it.price, "price"},
                             {it.base_quantity, "baseQuantity"},
                             {it.gross_price, "grossPrice"},
                             {it.price_discount, "priceDiscount"},
                             {it.net, "net"}});
  return figures ? read_each(it.adjustments, "adjustments") : figures;
}

template <class Object>
Status read_each(const std::vector<Object>& objects, std::string_view name) {
  for (std::size_t i = 0; i < objects.size(); ++i) {
    if (Status figures = read(objects[i]); !figures) {
      return refuse(std::move(figures).error().inside(at(name, i)));
    }
  }
  return {};
}

Status read_totals(const StatedInvoice& it) {
  return read_all({{it.line_total, "lineTotal"},
                   {it.allowance_total, "allowanceTotal"},
                   {it.charge_total, "chargeTotal"},
                   {it.net_total, "netTotal"},
                   {it.tax_total, "taxTotal"},
                   {it.gross_total, "grossTotal"},
                   {it.prepaid, "prepaid"},
                   {it.payable_rounding, "payableRounding"},
                   {it.payable, "payable"},
                   {it.accounting_tax, "accountingTax"}});
}

}  // namespace

Status read_figures(const StatedInvoice& invoice) {
  if (invoice.decimals < 0 || invoice.decimals > limits::kInvoiceDecimals) {
    return refuse(Error(ErrorCode::number_out_of_range, "decimals")
                      .with("min", std::int64_t{0})
                      .with("max", std::int64_t{limits::kInvoiceDecimals}));
  }
  Status figures = read_each(invoice.lines, "lines");
  if (figures) figures = read_each(invoice.adjustments, "adjustments");
  if (figures) figures = read_each(invoice.taxes, "taxes");
  if (figures) figures = read_totals(invoice);
  return figures;
}

std::optional<Fraction> stated(const std::optional<std::string>& figure) {
  if (!figure) return std::nullopt;
  const Result<Fraction> value = parse_fraction(*figure);
  return value ? std::optional(*value) : std::nullopt;
}

Fraction stated_or_zero(const std::optional<std::string>& figure) {
  return stated(figure).value_or(Fraction());
}

Breach equals(const std::optional<std::string>& figure, const Fraction& sum,
              std::string_view path) {
  const auto value = stated(figure);
  if (!value || *value == sum) return std::nullopt;
  return std::string(path);
}

std::optional<Fraction> tax_of(const StatedTax& row, std::int32_t decimals) {
  const auto taxable = stated(row.taxable);
  const auto rate = stated(row.rate);
  if (!taxable || !rate) return std::nullopt;
  const auto tax = (*taxable * *rate / Fraction(100)).rounded(decimals);
  return tax ? Fraction(*tax) : Fraction::gone();
}

}  // namespace sealcart::pricing
