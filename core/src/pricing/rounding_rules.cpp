#include "sealcart/rounding_rules.h"

namespace sealcart {
namespace {

RoundingProfile preset_profile(RoundingPreset preset) {
  constexpr auto kUp = Rounding::half_up;
  constexpr auto kDown = Rounding::half_down;
  constexpr auto kEven = Rounding::half_even;
  constexpr auto kUnit = RoundingScope::unit;
  constexpr auto kLine = RoundingScope::line;
  constexpr auto kTogether = TaxRounding::together;
  constexpr auto kApart = TaxRounding::apart;
  constexpr auto kLargest = AllocationPolicy::largest_remainder;
  constexpr auto kEarlier = Ties::position;
  constexpr auto kEqual = ZeroWeights::equal;
  switch (preset) {
    case RoundingPreset::house:
      break;
    case RoundingPreset::sylius_items:
      return {kUp, kUp, kUp, kUnit, kLine, kTogether, kLargest, kEarlier};
    case RoundingPreset::sylius_units:
      return {kUp, kUp, kUp, kUnit, kUnit, kTogether, kLargest, kEarlier};
    case RoundingPreset::vendure:
      return {kUp,       kDown,    kUp,      kLine,  kLine,
              kTogether, kLargest, kEarlier, kEqual, LineWeight::gross};
    case RoundingPreset::vendure_gross:
      return {kUp,       kDown,    kDown,    kLine,  kLine,
              kTogether, kLargest, kEarlier, kEqual, LineWeight::gross};
    case RoundingPreset::woo_net:
      return {kUp, kDown, kUp, kLine, kLine, kApart, AllocationPolicy::woo_percent, kEarlier};
    case RoundingPreset::woo_gross:
      return {kUp, kDown, kDown, kLine, kLine, kApart, AllocationPolicy::woo_percent, kEarlier};
    case RoundingPreset::commercetools:
      return {kEven, kEven, kEven, kLine, kLine, kTogether, kLargest, kEarlier};
    case RoundingPreset::solidus:
      return {kUp, kUp, kUp, kLine, kLine, kApart, AllocationPolicy::solidus, kEarlier};
    case RoundingPreset::spree:
    case RoundingPreset::medusa:
      return {kUp, kUp, kUp, kLine, kLine, kApart, kLargest, kEarlier};
    case RoundingPreset::saleor:
      return {kUp, kUp, kUp, kUnit, kLine, kTogether, AllocationPolicy::saleor, kEarlier};
    case RoundingPreset::en16931:
      return {kUp, kUp, kUp, kLine, RoundingScope::order, kTogether, kLargest, Ties::weight};
  }
  return {};
}

}  // namespace

RoundingProfile profile_of(const RoundingRules& rules) {
  RoundingProfile profile = preset_profile(rules.preset);
  profile.price = rules.price_mode.value_or(profile.price);
  profile.discount = rules.discount_mode.value_or(profile.discount);
  profile.tax = rules.tax_mode.value_or(profile.tax);
  profile.discount_scope = rules.discount_scope.value_or(profile.discount_scope);
  profile.tax_scope = rules.tax_scope.value_or(profile.tax_scope);
  profile.several_taxes = rules.several_taxes.value_or(profile.several_taxes);
  profile.allocation = rules.allocation.value_or(profile.allocation);
  profile.ties = rules.ties.value_or(profile.ties);
  profile.zero_weights = rules.zero_weights.value_or(profile.zero_weights);
  profile.line_weight = rules.line_weight.value_or(profile.line_weight);
  return profile;
}

}  // namespace sealcart
