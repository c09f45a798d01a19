// Postal addresses of every country: which fields there are, in which order, which are required,
// what postal codes look like and whether one lies in its region. Facts are those of Google's
// libaddressinput (core/data/SOURCES.md).
//
// Three packs, each needed only for what it does: address.txt for all of this but regions,
// regions.txt for the regions of 50 countries, places-XX.txt for the places in the regions of one
// country. All tables keep views into the caller's bytes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sealcart/address.h"
#include "sealcart/finding.h"
#include "sealcart/result.h"

namespace sealcart {

enum class AddressField : std::uint8_t {
  country,
  name,
  organization,
  street,  // line 1 and, where there is one, line 2
  district,
  city,
  region,
  postal_code,
  sorting_code,  // such as CEDEX in French territories
};

// As typed. The same form holds the paths of the fields in a form.
struct PostalAddress {
  std::string_view country{};  // ISO 3166-1 alpha-2, capitals
  std::string_view name{};
  std::string_view organization{};
  std::string_view line1{};
  std::string_view line2{};
  std::string_view district{};
  std::string_view city{};
  std::string_view region{};  // code, ISO 3166-2 code without the country, or a name
  std::string_view postal_code{};
  std::string_view sorting_code{};

  std::string_view get(AddressField field) const;  // line 1 for the street
};
using AddressPaths = PostalAddress;

// Views into `address`.
PostalAddress postal_address(const Address& address);

// One country, as the pack has it; tools/generate/address-tables.mjs tells the signs.
struct AddressCountry {
  std::string_view code;
  std::string_view format;
  std::string_view required;  // letters of fields
  std::string_view asked;     // not required by all sources
  std::string_view upper;     // written in capitals on a parcel
  std::string_view postal_pattern;
  std::string_view examples;  // of postal codes, parted by commas
  std::string_view labels;
  std::string_view latin_format;

  bool has(AddressField field) const;
};

class AddressTable {
 public:
  // pack_invalid {pack} for bytes that are not a table.
  static Result<AddressTable> read(std::string_view pack);

  bool knows(std::string_view country) const;
  // What holds for a country that is not in the table: street and city.
  AddressCountry country(std::string_view code) const;
  std::vector<std::string_view> countries() const;  // codes, sorted

 private:
  AddressTable() = default;

  AddressCountry others_;                  // what holds for all other countries
  std::vector<AddressCountry> countries_;  // sorted by code
};

struct Region {
  std::string_view code;    // ISO 3166-2 without the country, or one of the post; may be empty
  std::string_view name;    // in the country's own writing
  std::string_view latin;   // empty where `name` is in Latin letters, or none is known
  std::string_view others;  // more names it is known by, parted by ~
  std::string_view postal_prefix;   // a pattern; empty: not known
  std::string_view postal_pattern;  // where it is not the country's
  std::string_view required;        // where it is not the country's

  std::string_view latin_name() const { return latin.empty() ? name : latin; }
};

class RegionTable {
 public:
  static Result<RegionTable> read(std::string_view pack);

  bool has(std::string_view country) const { return !lines_of(country).empty(); }
  // In the order of the source; empty for a country without a list.
  std::vector<Region> of(std::string_view country) const;
  // By code or any name, without regard to case, accents, blanks and punctuation. The first one
  // that fits, codes before names; one with an empty name when there is none.
  Region find(std::string_view country, std::string_view text) const;
  // The name most like `text`, when a slip or two, or an end not yet typed, part them; or empty.
  std::string_view nearest(std::string_view country, std::string_view text) const;

 private:
  RegionTable() = default;
  std::string_view lines_of(std::string_view country) const;
  void index(std::string_view country, std::string_view line);
  // The line of a region by its code as it stands there, empty when there is none.
  std::string_view line_of(std::string_view country, std::string_view code) const;

  // A code is asked for at every key stroke, a name now and then.
  struct CodeRow {
    std::uint64_t key;
    std::string_view line;
  };
  std::vector<std::string_view> blocks_;  // of a country each, its code first
  std::vector<CodeRow> codes_;            // sorted
};

struct Locality {
  std::string_view name;
  std::string_view latin;      // as of a region
  std::string_view districts;  // lines of the table
};

// The places of one country's regions, and the districts of some of them.
class PlaceTable {
 public:
  static Result<PlaceTable> read(std::string_view pack);

  std::string_view country() const { return country_; }
  // Empty for a region without a list.
  std::vector<Locality> of(const Region& region) const;
  std::vector<Locality> districts_of(const Locality& place) const;

 private:
  PlaceTable() = default;

  std::string_view country_;
  std::vector<std::string_view> blocks_;  // of a region each, its name first
};
// By name, as a region is found; nullptr when there is none.
const Locality* find_locality(const std::vector<Locality>& places, std::string_view text);
std::string_view nearest_place(const std::vector<Locality>& places, std::string_view text);

// True for a code of the country, however its letters are written, and for any code of a country
// without a pattern. Digits of the Arabic scripts and full-width signs count as their ASCII ones.
bool is_postal_code(std::string_view text, const AddressCountry& country);

// As the post writes it: "sw1a1aa" is "SW1A 1AA", "D-10115" is "10115". Without the white space
// around it and otherwise unchanged when it can't be made a code of the country.
std::string format_postal_code(std::string_view text, const AddressCountry& country);

// True where the region's beginnings of postal codes are not known.
bool is_postal_code_of_region(std::string_view text, const Region& region);

enum class AddressScript : std::uint8_t { local, latin };

enum class AddressNeed : std::uint8_t {
  optional,
  asked,  // a warning when it is empty
  required,
};

// One field of a form or a label. `label` is the key of its text: "state", "prefecture", "zip".
struct AddressPart {
  AddressField field;
  AddressNeed need;
  std::uint8_t line;  // from 0; several fields of a line have the same
  std::string_view label;
};

// The fields of an address but its country, in the country's order. Latin: as it is written to be
// read abroad, which differs in East Asia only.
std::vector<AddressPart> address_layout(const AddressCountry& country,
                                        AddressScript script = AddressScript::local);

// The lines of a label, without the country; empty lines are left out. What the post wants in
// capitals is written so.
std::vector<std::string> format_address(const PostalAddress& address, const AddressCountry& country,
                                        AddressScript script = AddressScript::local);

// The tables that are loaded; regions are not checked without theirs, places without both.
struct AddressTables {
  const AddressTable& countries;
  const RegionTable* regions = nullptr;
  const PlaceTable* places = nullptr;  // of any one country
};

// Errors: field_required; country_unknown; text_too_long {max}; character_not_allowed {character};
// postal_code_invalid {country}, with what was likely meant; region_unknown {country}, with the
// nearest name. Warnings: field_required for what is only asked for; postal_code_region_mismatch
// {code, region}; city_unknown {region}, with the nearest name, of a city or (in a city) a
// district, for their lists age; field_unused {country}. Who receives is not checked here: see
// check_name.
void check_address(const PostalAddress& address, const AddressPaths& paths,
                   const AddressTables& tables, Findings& out);

}  // namespace sealcart
