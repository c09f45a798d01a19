// Sales tax and VAT: tax category x zone -> rate.
//
// A zone is a set of places; a destination belongs to the first zone of the store document that
// names its region, else to the first that names its country whole, else to none: the store does
// not sell there. Without a country the default zone stands in.
#pragma once

#include <string>
#include <vector>

#include "sealcart/describe.h"
#include "sealcart/limits.h"

namespace sealcart {

struct Place {
  std::string country;
  std::vector<std::string> regions;
};

struct TaxZone {
  std::string id;
  std::string name;
  std::vector<Place> places;
};

// `included`: the shelf price contains the tax (EU, GB, ...). Otherwise the tax comes on top (US,
// CA).
struct TaxRate {
  std::string id;
  std::string zone;
  std::string category;
  std::string name;
  std::int32_t rate_ppm = 0;
  bool included = false;
};

template <>
struct Describe<Place> : Fields<Place> {
  static constexpr std::string_view doc = "A country, or some of its subdivisions.";
  static constexpr std::array fields{
      field<&T::country>(bytes(2, 2), "ISO 3166-1 alpha-2"),
      field<&T::regions>(bytes(1, limits::kIdBytes),
                         "ISO 3166-2 without the country prefix; empty: the whole country")
          .items(limits::kPlacesPerZone)
          .optional(),
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
  };
};

}  // namespace sealcart
