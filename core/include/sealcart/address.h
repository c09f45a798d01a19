// Where a parcel goes: as much as prices need (Destination), and as much as a parcel needs
// (Address).
#pragma once

#include <string>

#include "sealcart/describe.h"
#include "sealcart/limits.h"
#include "sealcart/result.h"

namespace sealcart {

// Enough to find tax and shipping. Empty country: not known yet, the store's default zone is meant.
struct Destination {
  std::string country;      // ISO 3166-1 alpha-2, capitals
  std::string region;       // ISO 3166-2 subdivision without the country prefix; may be empty
  std::string postal_code;  // as written; may be empty
  friend bool operator==(const Destination&, const Destination&) = default;
};

struct Address {
  std::string name;
  std::string line1;
  std::string line2;
  std::string city;
  std::string region;
  std::string postal_code;
  std::string country;
  std::string phone;
  friend bool operator==(const Address&, const Address&) = default;
};

// True for a code that ISO 3166-1 assigns (2024).
bool is_country(std::string_view code);

// The part of an address that decides tax and shipping.
Destination destination_of(const Address& address);

template <>
struct Describe<Destination> : Fields<Destination> {
  static constexpr std::string_view doc = "Enough of an address to find tax and shipping.";
  static constexpr std::array fields{
      field<&T::country>(bytes(0, 2), "ISO 3166-1 alpha-2; empty: not known"),
      field<&T::region>(bytes(0, limits::kNameBytes),
                        "ISO 3166-2 subdivision without the country prefix")
          .optional(),
      field<&T::postal_code>(bytes(0, limits::kPostalCodeBytes), "as written").optional(),
  };
};

template <>
struct Describe<Address> : Fields<Address> {
  static constexpr std::string_view doc = "A postal address.";
  static constexpr std::array fields{
      field<&T::name>(bytes(0, limits::kNameBytes), "who receives"),
      field<&T::line1>(bytes(0, limits::kAddressLineBytes), "street and number"),
      field<&T::line2>(bytes(0, limits::kAddressLineBytes), "flat, floor, company").optional(),
      field<&T::city>(bytes(0, limits::kNameBytes), "town"),
      field<&T::region>(bytes(0, limits::kNameBytes), "ISO 3166-2 subdivision").optional(),
      field<&T::postal_code>(bytes(0, limits::kPostalCodeBytes), "as written").optional(),
      field<&T::country>(bytes(0, 2), "ISO 3166-1 alpha-2"),
      field<&T::phone>(bytes(0, limits::kNameBytes), "for the courier").optional(),
  };
};

}  // namespace sealcart
