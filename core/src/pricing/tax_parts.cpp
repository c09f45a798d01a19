#include "tax_parts.h"

#include <algorithm>
#include <span>

#include "../rounding.h"

namespace sealcart::pricing {
namespace {

using WideSize = unsigned __int128;
using TaxWeights = std::array<WideSize, limits::kRatesPerCategory>;

std::span<const TaxPart> rates_in(const PriceInput& input, const TaxSlot& slot) {
  return {input.rates.data() + slot.first, slot.parts};
}

WideSize ppm_of(std::int32_t rate_ppm) { return static_cast<WideSize>(rate_ppm); }

// What each rate takes of a price without tax, all over one denominator, which is returned. A
// compound rate takes its part of the price with the taxes before it.
WideSize weigh(std::span<const TaxPart> rates, TaxWeights& weights) {
  WideSize den = kMillion;
  WideSize gross = kMillion;
  for (std::size_t i = 0; i < rates.size(); ++i) {
    if (rates[i].compound) continue;
    weights[i] = ppm_of(rates[i].rate_ppm);
    gross += weights[i];
  }
  for (std::size_t i = 0; i < rates.size(); ++i) {
    if (!rates[i].compound) continue;
    const WideSize weight = gross * ppm_of(rates[i].rate_ppm);
    for (WideSize& other : weights) other *= kMillion;
    weights[i] = weight;
    gross = gross * kMillion + weight;
    den *= kMillion;
  }
  return den;
}

// Rounded down, then the units missing to the rounded sum go to the largest remainders; the earlier
// among equals.
std::int64_t round_together(WideSize taxable, const TaxWeights& weights, std::size_t count,
                            WideSize divisor, Rounding mode, TaxParts& parts) {
  WideSize sum = 0;
  TaxWeights rests{};
  std::int64_t handed = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const WideSize exact = taxable * weights[i];
    sum += weights[i];
    parts[i] = static_cast<std::int64_t>(exact / divisor);
    rests[i] = exact % divisor;
    handed += parts[i];
  }
  const std::int64_t tax = divide_rounded(taxable * sum, divisor, mode);
  for (; handed < tax; ++handed) {
    std::size_t largest = 0;
    for (std::size_t i = 1; i < count; ++i) {
      if (rests[i] > rests[largest]) largest = i;
    }
    ++parts[largest];
    rests[largest] = 0;
  }
  return tax;
}

}  // namespace

TaxFactor factor_of(const PriceInput& input, const TaxSlot& slot) {
  TaxWeights weights{};
  TaxFactor factor;
  factor.den = weigh(rates_in(input, slot), weights);
  factor.num = factor.den;
  for (const WideSize weight : weights) factor.num += weight;
  return factor;
}

std::int64_t parts_of(const PriceInput& input, const TaxSlot& slot, std::int64_t taxable,
                      TaxParts& parts) {
  const auto rates = rates_in(input, slot);
  const RoundingProfile& rounding = input.rounding;
  TaxWeights weights{};
  const WideSize den = weigh(rates, weights);
  WideSize divisor = den;
  if (slot.included) {
    for (const WideSize weight : weights) divisor += weight;
  }
  const auto size = static_cast<WideSize>(taxable);
  if (rounding.several_taxes == TaxRounding::together) {
    return round_together(size, weights, rates.size(), divisor, rounding.tax, parts);
  }
  std::int64_t tax = 0;
  for (std::size_t i = 0; i < rates.size(); ++i) {
    parts[i] = divide_rounded(size * weights[i], divisor, rounding.tax);
    // Two halves of one minor unit must not become two of them.
    if (slot.included) parts[i] = std::min(parts[i], taxable - tax);
    tax += parts[i];
  }
  return tax;
}

}  // namespace sealcart::pricing
