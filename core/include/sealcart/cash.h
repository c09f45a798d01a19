// Cash rounding: coins do not reach every minor unit, so an amount paid in cash is rounded to what
// can be handed over. The difference is its own signed amount; it is neither discount nor tax.
//
// Rule: the exact amount to the nearest multiple of the step, once, halves away from zero; never
// first to minor units and then to the step (0.245 with a step of 0.50 is 0.00, not 0.50). Steps:
// Unicode CLDR 48.2 currencyData, `_cashDigits` and `_cashRounding` (UTS 35, part 3), for the 16
// currencies whose cash differs from their other amounts; elsewhere the step is one minor unit.
#pragma once

#include <optional>

#include "sealcart/describe.h"
#include "sealcart/limits.h"
#include "sealcart/money.h"
#include "sealcart/result.h"

namespace sealcart {

// The smallest cash amount of a currency, in units of 10^-decimals: CHF 5 with 2 decimals (0.05),
// HUF 500 (5 forint). Where CLDR gives none, the minor unit. `decimals`: the currency's exponent
// up to 9, for amounts that are finer than the minor unit.
std::int64_t cash_step(const Currency& currency, std::int32_t decimals);
inline std::int64_t cash_step(const Currency& currency) {
  return cash_step(currency, currency.exponent);
}

// The multiple of `step` (> 0) nearest to `amount`, halves away from zero. Nothing when it leaves
// ±kAmount.
std::optional<std::int64_t> round_to_step(std::int64_t amount, std::int64_t step);

// amount = amount due + difference.
struct CashAmount {
  std::int64_t amount = 0;
  std::int64_t difference = 0;
};

// What is paid in cash for an amount due in minor units; negative ones are paid out.
// amount_overflow when the rounded amount leaves ±kAmount.
Result<CashAmount> cash_amount(std::int64_t due, const Currency& currency);

template <>
struct Describe<CashAmount> : Fields<CashAmount> {
  static constexpr std::string_view doc = "An amount due as it is paid in cash, in minor units.";
  static constexpr std::array fields{
      field<&T::amount>(range(-limits::kAmount, limits::kAmount), "to hand over"),
      field<&T::difference>(range(-limits::kAmount, limits::kAmount),
                            "what rounding added; below 0: took off"),
  };
};

}  // namespace sealcart
