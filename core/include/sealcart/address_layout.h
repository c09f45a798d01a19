// How a form asks for an address of a country, as a document for pages.
#pragma once

#include <string>
#include <vector>

#include "sealcart/describe.h"
#include "sealcart/limits.h"
#include "sealcart/validate/address.h"

namespace sealcart {

struct LayoutPart {
  std::string field;
  AddressNeed need = AddressNeed::optional;
  std::int32_t line = 0;
  std::string label;
};

struct RegionChoice {
  std::string value;
  std::string name;
  std::string latin_name;
};

struct AddressLayout {
  std::string country;
  std::vector<LayoutPart> parts;
  std::vector<RegionChoice> regions;
  std::string postal_example;
};

// Of the fields an Address has, in the country's order. Regions where `regions` is given.
AddressLayout layout_of(std::string_view country, const AddressTable& table,
                        const RegionTable* regions);

template <>
struct Describe<AddressNeed> {
  static constexpr std::string_view doc = "Whether addresses of a country need a field.";
};

template <>
struct Describe<LayoutPart> : Fields<LayoutPart> {
  static constexpr std::string_view doc = "A field of an address form.";
  static constexpr std::array fields{
      field<&T::field>(bytes(1, limits::kIdBytes), "name of the field in Address"),
      field<&T::need>("asked: a warning when it is empty"),
      field<&T::line>(range(0, 32), "from 0; fields of one line have the same"),
      field<&T::label>(bytes(1, limits::kIdBytes), "key of the label catalogue"),
  };
};

template <>
struct Describe<RegionChoice> : Fields<RegionChoice> {
  static constexpr std::string_view doc = "A region to choose.";
  static constexpr std::array fields{
      field<&T::value>(bytes(1, limits::kNameBytes),
                       "ISO 3166-2 code without the country, or name"),
      field<&T::name>(bytes(1, limits::kNameBytes), "in the country's own writing"),
      field<&T::latin_name>(bytes(0, limits::kNameBytes), "in Latin letters, where that differs"),
  };
};

template <>
struct Describe<AddressLayout> : Fields<AddressLayout> {
  static constexpr std::string_view doc = "How a form asks for an address of a country.";
  static constexpr std::array fields{
      field<&T::country>(bytes(0, 2), "ISO 3166-1"),
      field<&T::parts>("in the country's order").items(16),
      field<&T::regions>("to choose from; empty: typed, or not asked").items(limits::kFieldChoices),
      field<&T::postal_example>(bytes(0, limits::kNameBytes),
                                "a postal code; empty: none is known"),
  };
};

}  // namespace sealcart
