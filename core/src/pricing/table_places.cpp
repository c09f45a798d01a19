#include "table_places.h"

#include <algorithm>

namespace sealcart::pricing {
std::string plain_postal(std::string_view code) {
  std::string plain;
  for (const char c : code) {
    if (c == ' ' || c == '-') continue;
    plain += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return plain;
}

Whereabouts whereabouts_of(const Destination& destination) {
  return {destination.country, destination.region, plain_postal(destination.postal_code)};
}

bool postal_within(std::string_view code, std::string_view from, std::string_view to) {
  if (code.size() < from.size()) return false;
  const std::string_view start = code.substr(0, from.size());
  return from <= start && start <= (to.empty() ? from : to);
}

std::string_view last_postal(const PlaceView& place) {
  return place.postal_to.empty() ? place.postal_from : place.postal_to;
}

int postal_closeness(const PlaceView& place) {
  const std::string_view first = place.postal_from;
  const std::string_view last = last_postal(place);
  const std::size_t length = std::min(first.size(), last.size());
  std::size_t fixed = 0;
  while (fixed < length && first[fixed] == last[fixed]) ++fixed;
  return kPostal + static_cast<int>(fixed * (limits::kPostalCodeBytes + 1) + length);
}

int closeness(const PlaceView& place, const Whereabouts& where) {
  if (place.country != where.country) return kNoMatch;
  if (!place.postal_from.empty()) {
    const bool inside = postal_within(where.postal, place.postal_from, place.postal_to);
    return inside ? postal_closeness(place) : kNoMatch;
  }
  if (place.regions.empty()) return kCountry;
  const bool named = std::ranges::find(place.regions, where.region) != place.regions.end();
  return named ? kRegion : kNoMatch;
}

int closeness(const TableSection& section, const Whereabouts& where) {
  if (section.places.empty()) return kAnywhere;
  int best = kNoMatch;
  for (const TablePlace& place : section.places) best = std::max(best, closeness(place, where));
  return best;
}

Decision decide(const ShippingTable& table, const Whereabouts& where) {
  Decision best;
  for (std::size_t s = 0; s < table.sections.size(); ++s) {
    const int close = closeness(table.sections[s], where);
    if (close > best.closeness) best = {s, close};
  }
  return best;
}

}  // namespace sealcart::pricing
