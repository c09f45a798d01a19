// The decimals of one object, read by name.
#pragma once

#include <string>
#include <string_view>

#include "sealcart/decimal.h"

namespace sealcart::pricing {

// The first figure that can't be read is kept, with its name as the path; the others are 0.
class FigureReader {
 public:
  Fraction operator()(const std::string& text, std::string_view name);
  // 0 to limits::kInvoicePercent, as parts of one.
  Fraction percent(const std::string& text, std::string_view name);
  Fraction above_zero(const std::string& text, std::string_view name);
  const Status& status() const { return status_; }

 private:
  void fail(Error error);
  Status status_;
};

}  // namespace sealcart::pricing
