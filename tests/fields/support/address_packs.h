// The address packs, loaded once, and what a check says of an address.
#pragma once

#include <string>

#include "packs.h"
#include "said.h"
#include "sealcart/validate/address.h"

namespace sealcart {

struct AddressPacks {
  std::string address_bytes = pack_bytes("address");
  std::string region_bytes = pack_bytes("regions");
  std::string place_bytes = pack_bytes("places-HK");
  std::string china_bytes = pack_bytes("places-CN");
  AddressTable countries = *AddressTable::read(address_bytes);
  RegionTable regions = *RegionTable::read(region_bytes);
  PlaceTable hong_kong = *PlaceTable::read(place_bytes);
  PlaceTable china = *PlaceTable::read(china_bytes);

  AddressTables tables(std::string_view country) const {
    return {countries, &regions, country == "CN" ? &china : &hong_kong};
  }
};

inline const AddressPacks& address_packs() {
  static const AddressPacks loaded;
  return loaded;
}

inline AddressCountry country_of_pack(std::string_view code) {
  return address_packs().countries.country(code);
}

// Named as in the cases of libaddressinput.
inline constexpr AddressPaths kAddressPaths{
    .country = "country",
    .name = "recipient",
    .organization = "organization",
    .line1 = "street",
    .line2 = "street2",
    .district = "dependent_locality",
    .city = "locality",
    .region = "admin_area",
    .postal_code = "postal_code",
    .sorting_code = "sorting_code",
};

inline Findings findings_of(const PostalAddress& address) {
  Findings out;
  check_address(address, kAddressPaths, address_packs().tables(address.country), out);
  return out;
}

// "postal_code: postal_code_invalid country=DE"; several joined by "; ".
inline std::string address_said(const PostalAddress& address) {
  std::string text;
  const Findings findings = findings_of(address);
  for (const Finding& finding : findings.all()) {
    Findings one;
    one.error(finding.path, finding.code) = finding;
    if (!text.empty()) text += "; ";
    text += std::string(finding.path) + ": " + said(one);
  }
  return text;
}

}  // namespace sealcart
