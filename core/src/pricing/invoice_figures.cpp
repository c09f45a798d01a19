#include "invoice_figures.h"

#include <utility>

#include "sealcart/invoice.h"

namespace sealcart::pricing {

void FigureReader::fail(Error error) {
  if (status_) status_ = refuse(std::move(error));
}

Fraction FigureReader::operator()(const std::string& text, std::string_view name) {
  Result<Fraction> figure = parse_fraction(text);
  if (figure) return *figure;
  fail(std::move(figure).error().inside(name));
  return {};
}

Fraction FigureReader::percent(const std::string& text, std::string_view name) {
  const Fraction percent = (*this)(text, name);
  if (percent.sign() < 0 || (percent - Fraction(limits::kInvoicePercent)).sign() > 0) {
    fail(Error(ErrorCode::number_out_of_range, name)
             .with("min", std::int64_t{0})
             .with("max", limits::kInvoicePercent));
  }
  return percent / Fraction(100);
}

Fraction FigureReader::above_zero(const std::string& text, std::string_view name) {
  const Fraction figure = (*this)(text, name);
  if (figure.sign() <= 0) {
    fail(Error(ErrorCode::number_out_of_range, name)
             .with("min", to_text(Decimal{1, limits::kDecimalPlaces}))
             .with("max", limits::kAmount));
  }
  return figure;
}

}  // namespace sealcart::pricing
