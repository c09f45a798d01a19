// Printed figures against computed ones, by value: "net is 10.01, not 10; ".
#pragma once

#include <map>
#include <string>

#include "sealcart/decimal.h"
#include "support/invoice_rows.h"

namespace sealcart {

// The sum of what is told apart under one name: rows of one category and rate.
using Sums = std::map<std::string, Fraction>;

inline Fraction number(const std::string& text) {
  return parse_fraction(text).value_or(Fraction::gone());
}

inline std::string rate_text(const std::optional<std::string>& rate) {
  const Result<Decimal> decimal = parse_decimal(rate.value_or("0"));
  return decimal ? to_text(*decimal) : "?";
}

class Differences {
 public:
  void compare(const std::string& name, const Fraction& ours, const Fraction& theirs) {
    if (!(ours == theirs)) told_ += name + " is " + text(ours) + ", not " + text(theirs) + "; ";
  }
  void figure(const Row& row, const char* key, const std::string& ours) {
    if (const auto theirs = figure_at(row, key)) compare(key, number(ours), number(*theirs));
  }
  void sums(Sums ours, Sums theirs) {
    for (const auto& [name, sum] : theirs) compare(name, ours[name], sum);
    for (const auto& [name, sum] : ours) compare(name, sum, theirs[name]);
  }
  std::string told() const { return told_; }

 private:
  static std::string text(const Fraction& value) {
    const auto rounded = value.rounded(4);
    return rounded ? to_text(*rounded) : "nothing";
  }
  std::string told_;
};

}  // namespace sealcart
