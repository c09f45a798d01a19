// Sales tax and VAT: tax category x zone -> rate.
//
// A zone is a set of places; a destination belongs to the first zone of the store document that
// names its region or its postal code, else to the first that names its country whole, else to
// none: the store does not sell there. Without a country the default zone stands in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sealcart/describe.h"
#include "sealcart/limits.h"
#include "sealcart/time.h"

namespace sealcart {

struct Place {
  std::string country;
  std::vector<std::string> regions;
  std::string postal_from = {};
  std::string postal_to = {};
};

struct TaxZone {
  std::string id;
  std::string name;
  std::vector<Place> places;
};

// `included`: the shelf price contains the tax (EU, GB, ...). Otherwise the tax comes on top (US,
// CA). A category may have several rates in a zone: each is taken of the price without tax;
// `compound`: of that price with the other taxes on it, in the order of the store document. A rate
// counts from `starts_at` on and before `ends_at`.
struct TaxRate {
  std::string id;
  std::string zone;
  std::string category;
  std::string name;
  std::int32_t rate_ppm = 0;
  bool included = false;
  bool compound = false;
  bool estimate = false;
  std::optional<Timestamp> starts_at;
  std::optional<Timestamp> ends_at;
};

// What listed prices that include a tax mean elsewhere. keep: the shopper pays the listed price,
// whatever tax is in it there. reprice: the shopper pays the price without the tax of the default
// zone, and with the tax of the destination.
enum class GrossPrices : std::uint8_t { keep, reprice };

// `reverse_charge_zones`: shoppers with a VAT id pay no tax there; they account for it themselves
// (Directive 2006/112/EC, articles 138 and 194 to 196).
struct TaxPolicy {
  GrossPrices gross_prices = GrossPrices::keep;
  std::vector<std::string> reverse_charge_zones;
};

// Why no tax is due although the place has one.
enum class TaxRelief : std::uint8_t { none, exempt, reverse_charge };

template <>
struct Describe<Place> : Fields<Place> {
  static constexpr std::string_view doc = "A country, or some of its subdivisions.";
  static constexpr std::array fields{
      field<&T::country>(bytes(2, 2), "ISO 3166-1 alpha-2"),
      field<&T::regions>(bytes(1, limits::kIdBytes),
                         "ISO 3166-2 without the country prefix; empty: the whole country")
          .items(limits::kPlacesPerZone)
          .optional(),
      field<&T::postal_from>(bytes(0, limits::kPostalCodeBytes),
                             "first postal code, or the prefix of all; compared as in rate tables")
          .optional(),
      field<&T::postal_to>(bytes(0, limits::kPostalCodeBytes), "last postal code").optional(),
  };
};

template <>
struct Describe<TaxZone> : Fields<TaxZone> {
  static constexpr std::string_view doc = "Places that share tax rates and shipping methods.";
  static constexpr std::array fields{
      field<&T::id>(bytes(1, limits::kIdBytes), "stable"),
      field<&T::name>(bytes(0, limits::kNameBytes), "shown").optional(),
      field<&T::places>("where").items(limits::kPlacesPerZone),
  };
};

template <>
struct Describe<TaxRate> : Fields<TaxRate> {
  static constexpr std::string_view doc = "The tax of one category in one zone.";
  static constexpr std::array fields{
      field<&T::id>(bytes(1, limits::kIdBytes), "stable, named in explanations"),
      field<&T::zone>(bytes(1, limits::kIdBytes), "id of a zone"),
      field<&T::category>(bytes(1, limits::kIdBytes), "a tax category"),
      field<&T::name>(bytes(1, limits::kNameBytes), "shown, such as VAT 20 %"),
      field<&T::rate_ppm>(range(0, limits::kRatePpm), "parts per million"),
      field<&T::included>("true: the price contains the tax").optional(),
      field<&T::compound>("true: on top of the other taxes").optional(),
      field<&T::estimate>("true: shown as an estimate, not certified").optional(),
      field<&T::starts_at>("counts from this moment on"),
      field<&T::ends_at>("counts before this moment"),
  };
};

template <>
struct Describe<GrossPrices> {
  static constexpr std::string_view doc =
      "What listed prices with tax mean in a zone of other rates: kept, or computed anew.";
};

template <>
struct Describe<TaxPolicy> : Fields<TaxPolicy> {
  static constexpr std::string_view doc = "How taxes cross borders.";
  static constexpr std::array fields{
      field<&T::gross_prices>("listed prices with tax in other zones").optional(),
      field<&T::reverse_charge_zones>(bytes(1, limits::kIdBytes),
                                      "shoppers with a VAT id pay no tax there")
          .items(limits::kZones)
          .optional(),
  };
};

template <>
struct Describe<TaxRelief> {
  static constexpr std::string_view doc = "Why no tax is due.";
};

}  // namespace sealcart
