// How closely a place of a rate table or a zone names a destination.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "sealcart/shipping_table.h"
#include "sealcart/tax.h"

namespace sealcart::pricing {

// Closeness: larger is more specific.
inline constexpr int kNoMatch = -1;
inline constexpr int kAnywhere = 0;
inline constexpr int kCountry = 1;
inline constexpr int kRegion = 2;
inline constexpr int kPostal = 3;

// Capitals and digits alone: "sw1a 1aa" and "SW1A1AA" are one code.
std::string plain_postal(std::string_view code);

// A place of a table, or of a zone: both are written alike.
struct PlaceView {
  std::string_view country;
  std::span<const std::string> regions;
  std::string_view postal_from;
  std::string_view postal_to;

  template <class AnyPlace>
  PlaceView(const AnyPlace& place)  // NOLINT(google-explicit-constructor)
      : country(place.country),
        regions(place.regions),
        postal_from(place.postal_from),
        postal_to(place.postal_to) {}
};

// Whether a plain code begins with `from` (no `to`), or lies between them by as many characters.
bool postal_within(std::string_view code, std::string_view from, std::string_view to);

// postal_to, or postal_from when it stands alone as a prefix.
std::string_view last_postal(const PlaceView& place);

// Closeness of a postal range to the codes in it: first by the leading characters it fixes, then by
// the length of its bounds.
int postal_closeness(const PlaceView& place);

// A destination with its postal code made plain once.
struct Whereabouts {
  std::string_view country;
  std::string_view region;
  std::string postal;
};
Whereabouts whereabouts_of(const Destination& destination);

int closeness(const PlaceView& place, const Whereabouts& where);
int closeness(const TableSection& section, const Whereabouts& where);

// The section that names the place most closely, the first among equals, and how closely.
struct Decision {
  std::size_t section = 0;
  int closeness = kNoMatch;
};
Decision decide(const ShippingTable& table, const Whereabouts& where);

}  // namespace sealcart::pricing
