// The reference table of tax rates that ships with the command line: what a merchant starts from.
//
// Inputs, no advice: a rate was read from the source it names, and is an estimate where it says so.
// One row is one rate at one place over one span of days; several rows that count on one day add up
// (federal and provincial tax). tools/cli/tax/SOURCES.md says where the rows come from.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sealcart/describe.h"
#include "sealcart/limits.h"
#include "sealcart/result.h"

namespace sealcart::tax {

// Groups of goods. Which goods fall under which is for the law of the country to say.
enum class RateKind : std::uint8_t {
  standard,
  reduced,
  reduced2,
  super_reduced,
  parking,
  press_publications,
  increased,
  special,
};

// `place`: a part of the country with rates of its own, found by its postal codes (leading
// characters "6691", or a range of them "6991-6993"). Days as 2026-12-31; counts from `starts_on`
// on and before `ends_on`.
struct TableRate {
  std::string country;
  std::string region;
  std::string place;
  std::vector<std::string> postal_codes;
  std::string market;
  RateKind kind = RateKind::standard;
  std::string name;
  std::int32_t rate_ppm = 0;
  bool included = false;
  bool compound = false;
  bool estimate = false;
  std::optional<std::string> starts_on;
  std::optional<std::string> ends_on;
  std::string source;
};

struct TableSource {
  std::string id;
  std::string name;
  std::string licence;
};

struct Table {
  std::string read_on;
  std::vector<TableSource> sources;
  std::vector<TableRate> rates;
};

// As the program was built with it.
std::string_view shipped_table();

// Refuses what the reader refuses, no such date or country, and an end that is no later day than
// the start: date fields value_not_allowed, country_unknown, store_value_conflict.
Result<Table> read_table(std::string_view text);

bool counts_on(const TableRate& rate, std::string_view day);

}  // namespace sealcart::tax

namespace sealcart {

template <>
struct Describe<tax::RateKind> {
  static constexpr std::string_view doc = "A group of goods that share a rate.";
};

template <>
struct Describe<tax::TableRate> : Fields<tax::TableRate> {
  static constexpr std::string_view doc = "One rate at one place over a span of days.";
  static constexpr std::array fields{
      field<&T::country>(bytes(2, 2), "ISO 3166-1 alpha-2"),
      field<&T::region>(bytes(0, limits::kIdBytes), "ISO 3166-2 without the country prefix")
          .optional(),
      field<&T::place>(bytes(0, limits::kNameBytes), "part of the country, by postalCodes")
          .optional(),
      field<&T::postal_codes>(bytes(1, 2 * limits::kPostalCodeBytes + 1),
                              "leading characters, or a range of them")
          .items(limits::kPlacesPerZone)
          .optional(),
      field<&T::market>(bytes(0, limits::kIdBytes), "EU: sells across borders as a member")
          .optional(),
      field<&T::kind>("which goods"),
      field<&T::name>(bytes(1, limits::kNameBytes), "what the tax is called"),
      field<&T::rate_ppm>(range(0, limits::kRatePpm), "parts per million"),
      field<&T::included>("true: shop prices contain it").optional(),
      field<&T::compound>("true: on top of the other taxes").optional(),
      field<&T::estimate>("true: not certain enough to charge unseen").optional(),
      field<&T::starts_on>(bytes(10, 10), "counts from this day on"),
      field<&T::ends_on>(bytes(10, 10), "counts before this day"),
      field<&T::source>(bytes(1, limits::kIdBytes), "id of a source"),
  };
};

template <>
struct Describe<tax::TableSource> : Fields<tax::TableSource> {
  static constexpr std::string_view doc = "Where rates were read.";
  static constexpr std::array fields{
      field<&T::id>(bytes(1, limits::kIdBytes), "named by rates"),
      field<&T::name>(bytes(1, limits::kNameBytes), "with its version"),
      field<&T::licence>(bytes(1, limits::kNameBytes), "of the data"),
  };
};

template <>
struct Describe<tax::Table> : Fields<tax::Table> {
  static constexpr std::string_view doc = "Reference rates.";
  static constexpr std::array fields{
      field<&T::read_on>(bytes(10, 10), "the day the sources were read"),
      field<&T::sources>("where rates were read").items(64),
      field<&T::rates>("by country, place, kind and time").items(limits::kTaxRates),
  };
};

}  // namespace sealcart
