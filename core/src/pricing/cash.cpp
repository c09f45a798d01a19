#include "sealcart/cash.h"

#include <algorithm>

namespace sealcart {
namespace {

struct Row {
  char code[4];
  std::int8_t digits;
  std::int16_t increment;  // in units of 10^-digits
};

constexpr Row kCash[] = {
#define SEALCART_CASH(code, digits, increment) {#code, digits, increment},
#include "../data/cash_rounding.inc"
#undef SEALCART_CASH
};

std::int64_t power_of_ten(std::int32_t exponent) {
  std::int64_t power = 1;
  for (; exponent > 0; --exponent) power *= 10;
  return power;
}

}  // namespace

std::int64_t cash_step(const Currency& currency, std::int32_t decimals) {
  const auto* row = std::ranges::find(kCash, currency.text(), &Row::code);
  if (row == std::end(kCash)) return power_of_ten(decimals - currency.exponent);
  return row->increment * power_of_ten(decimals - row->digits);
}

std::optional<std::int64_t> round_to_step(std::int64_t amount, std::int64_t step) {
  if (amount < -limits::kAmount || amount > limits::kAmount) return std::nullopt;
  const std::int64_t size = amount < 0 ? -amount : amount;
  const std::int64_t rest = size % step;
  const std::int64_t rounded = rest >= step - rest ? size - rest + step : size - rest;
  if (rounded > limits::kAmount) return std::nullopt;
  return amount < 0 ? -rounded : rounded;
}

Result<CashAmount> cash_amount(std::int64_t due, const Currency& currency) {
  const auto rounded = round_to_step(due, cash_step(currency));
  if (!rounded) return refuse(Error(ErrorCode::amount_overflow));
  return CashAmount{*rounded, *rounded - due};
}

}  // namespace sealcart
