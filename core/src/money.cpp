#include "sealcart/money.h"

#include <algorithm>

#include "rate.h"
#include "rounding.h"
#include "sealcart/limits.h"

namespace sealcart {
namespace {

using Wide = __int128;

struct Row {
  char code[4];
  std::int8_t exponent;
};

constexpr Row kCurrencies[] = {
#define SEALCART_CURRENCY(code, exponent) {#code, exponent},
#include "../data/currencies.inc"
#undef SEALCART_CURRENCY
};

}  // namespace

std::optional<Currency> find_currency(std::string_view code) {
  const auto* row = std::ranges::lower_bound(kCurrencies, code, {}, &Row::code);
  if (row == std::end(kCurrencies) || code != row->code) return std::nullopt;
  Currency currency;
  std::ranges::copy(row->code, currency.code);
  currency.exponent = row->exponent;
  return currency;
}

std::optional<std::int64_t> mul_div(std::int64_t a, std::int64_t b, std::int64_t c, Rounding mode) {
  const Wide product = Wide{a} * b;
  const bool negative = product < 0;
  const Wide size = negative ? -product : product;
  Wide quotient = size / c;
  const auto rest = static_cast<unsigned __int128>(size % c);
  const auto whole = static_cast<unsigned __int128>(c);
  if (rounds_away(rest, whole, (quotient & 1) != 0, mode)) ++quotient;
  if (quotient > limits::kAmount) return std::nullopt;
  const auto result = static_cast<std::int64_t>(quotient);
  return negative ? -result : result;
}

std::int64_t divide_rounded(unsigned __int128 dividend, unsigned __int128 divisor, Rounding mode) {
  const unsigned __int128 quotient = dividend / divisor;
  const bool away = rounds_away(dividend % divisor, divisor, (quotient & 1) != 0, mode);
  return static_cast<std::int64_t>(quotient) + (away ? 1 : 0);
}

std::int64_t rated_wide(std::int64_t amount, std::int32_t ppm, std::int64_t divisor) {
  const Wide dividend = Wide{amount} * ppm;
  const bool negative = dividend < 0;
  const Wide size = negative ? -dividend : dividend;
  const auto rounded = static_cast<std::int64_t>((size * 2 + divisor) / (Wide{divisor} * 2));
  return negative ? -rounded : rounded;
}

std::int64_t portion(std::int64_t amount, std::int32_t ppm) { return percent_of(amount, ppm); }

std::int64_t included_portion(std::int64_t amount, std::int32_t ppm) {
  return part_within(amount, ppm);
}

}  // namespace sealcart
