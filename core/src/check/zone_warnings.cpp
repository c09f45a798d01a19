#include <map>

#include "warnings.h"

namespace sealcart::checking {
namespace {

// Who has which place, zone by zone in the order in which Store::zone_of asks them.
class PlaceOwners {
 public:
  explicit PlaceOwners(Warnings& out) : out_(out), reached_(out.document.zones.size()) {}

  Reached run() {
    const auto& zones = out_.document.zones;
    for (zone_ = 0; zone_ < zones.size(); ++zone_) {
      for (std::size_t p = 0; p < zones[zone_].places.size(); ++p) {
        take(zones[zone_].places[p], at("zones", zone_) + "." + at("places", p));
      }
      if (!reached_[zone_]) out_.tell(Warning::zone_unreachable, at("zones", zone_));
    }
    return std::move(reached_);
  }

 private:
  void take(const Place& place, const std::string& path) {
    if (!place.postal_from.empty()) return take_codes(place, path);
    if (place.regions.empty()) return take_region(place.country, "", path);
    for (std::size_t r = 0; r < place.regions.size(); ++r) {
      take_region(place.country, place.regions[r], path + "." + at("regions", r));
    }
  }

  void take_region(std::string_view country, std::string_view region, const std::string& path) {
    const auto [known, added] = regions_.emplace(std::pair(country, region), zone_);
    reached_[zone_] = reached_[zone_] || added;
    if (added) return;
    std::string place(country);
    if (!region.empty()) place += "-" + std::string(region);
    tell(path, std::move(place), known->second);
  }

  void take_codes(const Place& place, const std::string& path) {
    for (const auto& [earlier, zone] : codes_[place.country]) {
      if (!contains(*earlier, place)) continue;
      return tell(path, place.country + " " + place.postal_from, zone);
    }
    codes_[place.country].emplace_back(&place, zone_);
    reached_[zone_] = true;
  }

  static std::string_view last_of(const Place& place) {
    return place.postal_to.empty() ? place.postal_from : place.postal_to;
  }
  static bool contains(const Place& outer, const Place& inner) {
    const std::size_t length = outer.postal_from.size();
    return length <= inner.postal_from.size() &&
           outer.postal_from <= std::string_view(inner.postal_from).substr(0, length) &&
           last_of(inner).substr(0, length) <= last_of(outer);
  }

  void tell(const std::string& path, std::string place, std::size_t zone) {
    out_.tell(Warning::place_taken, path,
              {{"place", std::move(place)}, {"zone", out_.document.zones[zone].id}});
  }

  Warnings& out_;
  Reached reached_;
  std::size_t zone_ = 0;
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> regions_;
  std::map<std::string_view, std::vector<std::pair<const Place*, std::size_t>>> codes_;
};

}  // namespace

Reached zone_warnings(Warnings& out) { return PlaceOwners(out).run(); }

}  // namespace sealcart::checking
