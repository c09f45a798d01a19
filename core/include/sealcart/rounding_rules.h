// How a store rounds: once, at a named place, in a named direction.
//
// A preset is what a platform does, so that a shop that moves keeps its invoices; single answers
// may differ from it. `house`: each line once, halves away from zero, largest remainder.
//
// preset          discounts        taxes                 who gets the odd unit of an allocation
// house           line, half up    line, half up         largest remainder, larger weight first
// syliusItems     unit, half up    line, half up         largest remainder, the earlier line first
// syliusUnits     unit, half up    unit, half up         largest remainder, the earlier line first
// vendure         line, half down  line, half up         largest remainder, the earlier line first;
//                                                        lines weigh with their tax
// vendureGross    line, half down  line, half down       the same
// wooNet          line, half down  line, half up         WooCommerce's for percent
// wooGross        line, half down  line, half down       WooCommerce's for percent
// commercetools   line, half even  line, half even       largest remainder, the earlier line first
// solidus         line, half up    line, half up, apart  Solidus'
// spree           line, half up    line, half up, apart  largest remainder, the earlier line first
// saleor          unit, half up    line, half up         Saleor's
// medusa          line, half up    line, half up, apart  largest remainder, the earlier line first
// en16931         line, half up    order, half up        largest remainder, larger weight first
//
// vendure and wooNet are for prices without tax, vendureGross and wooGross for prices that include
// it: both platforms round the net of such a price up.
//
// Sources: the places named in the project's own list of peer cases; EN 16931-1:2017, BR-CO-10 to
// BR-CO-17. Two of Sylius' and Solidus' own splits differ from the largest remainder; they are the
// allocation policies of these names.
#pragma once

#include <optional>

#include "sealcart/allocation.h"
#include "sealcart/describe.h"
#include "sealcart/money.h"

namespace sealcart {

enum class RoundingPreset : std::uint8_t {
  house,
  sylius_items,
  sylius_units,
  vendure,
  vendure_gross,
  woo_net,
  woo_gross,
  commercetools,
  solidus,
  spree,
  saleor,
  medusa,
  en16931,
};

// unit: a unit is rounded, then multiplied. line: a line at once. order: all lines of one rate at
// once, and the lines share the result.
enum class RoundingScope : std::uint8_t { unit, line, order };

// Several taxes on one base. together: their sum is rounded once, and they share it by largest
// remainder. apart: each is rounded.
enum class TaxRounding : std::uint8_t { together, apart };

// What a line weighs when a discount of the order is split: what it costs, or that with the taxes
// that come on top.
enum class LineWeight : std::uint8_t { price, gross };

// As it stands in a store document.
struct RoundingRules {
  RoundingPreset preset = RoundingPreset::house;
  std::optional<Rounding> price_mode;
  std::optional<Rounding> discount_mode;
  std::optional<Rounding> tax_mode;
  std::optional<RoundingScope> discount_scope;
  std::optional<RoundingScope> tax_scope;
  std::optional<TaxRounding> several_taxes;
  std::optional<AllocationPolicy> allocation;
  std::optional<Ties> ties;
  std::optional<ZeroWeights> zero_weights;
  std::optional<LineWeight> line_weight;
};

// All answers, none open. `price`: prices that are made by a division, as when a gross price is
// computed anew for another country.
struct RoundingProfile {
  Rounding price = Rounding::half_up;
  Rounding discount = Rounding::half_up;
  Rounding tax = Rounding::half_up;
  RoundingScope discount_scope = RoundingScope::line;
  RoundingScope tax_scope = RoundingScope::line;
  TaxRounding several_taxes = TaxRounding::together;
  AllocationPolicy allocation = AllocationPolicy::largest_remainder;
  Ties ties = Ties::weight;
  ZeroWeights zero_weights = ZeroWeights::keep;
  LineWeight line_weight = LineWeight::price;
};

RoundingProfile profile_of(const RoundingRules& rules);

template <>
struct Describe<Rounding> {
  static constexpr std::string_view doc =
      "Where exactly half a minor unit goes: away from zero, to the even neighbour, to zero.";
};

template <>
struct Describe<Ties> {
  static constexpr std::string_view doc =
      "Equal remainders: the larger weight first, then the line id; or the earlier line.";
};

template <>
struct Describe<RoundingPreset> {
  static constexpr std::string_view doc = "Whose rounding: our own, a platform's, a standard's.";
};

template <>
struct Describe<RoundingScope> {
  static constexpr std::string_view doc = "What is rounded at once.";
};

template <>
struct Describe<TaxRounding> {
  static constexpr std::string_view doc = "Several taxes on one base: rounded together, or apart.";
};

template <>
struct Describe<LineWeight> {
  static constexpr std::string_view doc =
      "What a line weighs when a discount is split: its price, or that with the tax on top.";
};

template <>
struct Describe<RoundingRules> : Fields<RoundingRules> {
  static constexpr std::string_view doc = "How a store rounds; absent answers are the preset's.";
  static constexpr std::array fields{
      field<&T::preset>("whose rounding").optional(),
      field<&T::price_mode>("halves of prices that are computed"),
      field<&T::discount_mode>("halves of discounts"),
      field<&T::tax_mode>("halves of taxes"),
      field<&T::discount_scope>("unit or line: what a percentage is taken of at once"),
      field<&T::tax_scope>("unit, line or order: what a tax is taken of at once"),
      field<&T::several_taxes>("several taxes on one base"),
      field<&T::allocation>("how an order discount is split over the lines"),
      field<&T::ties>("who gets the odd unit among equals"),
      field<&T::zero_weights>("what happens to a discount when nothing costs anything"),
      field<&T::line_weight>("what lines weigh when an order discount is split"),
  };
};

}  // namespace sealcart
