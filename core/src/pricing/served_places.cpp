#include <algorithm>
#include <map>
#include <set>

#include "sealcart/shipping_range.h"
#include "table_places.h"

namespace sealcart {
namespace {

// One country, zone by zone: what is named so far, and what of it the method serves.
class CountryShares {
 public:
  explicit CountryShares(std::string_view country) : country_(country) {}

  void add(const TaxZone& zone, bool served) {
    std::vector<std::string> regions;
    std::vector<PostalRange> postal;
    bool whole = false;
    for (const Place& place : zone.places) {
      if (place.country != country_) continue;
      if (!place.postal_from.empty()) {
        postal.push_back({place.postal_from, std::string(pricing::last_postal(place))});
      } else if (place.regions.empty()) {
        whole = true;
      }
      for (const std::string& region : place.regions) {
        if (!regions_.contains(region)) regions.push_back(region);
      }
    }
    if (served && !postal.empty()) {
      served_.push_back({country_, {}, {regions_.begin(), regions_.end()}, postal, postal_});
    }
    if (served && !regions.empty()) take_regions(regions);
    regions_.insert(regions.begin(), regions.end());
    postal_.insert(postal_.end(), postal.begin(), postal.end());
    if (whole && !rest_) rest_ = served;
  }

  std::vector<ServedPlace> finish() {
    if (rest_.value_or(false)) {
      served_.push_back({country_, {}, {regions_.begin(), regions_.end()}, {}, postal_});
    }
    return std::move(served_);
  }

 private:
  // Zones of regions alone, one after the other, are one place.
  void take_regions(const std::vector<std::string>& regions) {
    const bool joins = !served_.empty() && !served_.back().regions.empty() &&
                       served_.back().except_postal.size() == postal_.size();
    if (!joins) served_.push_back({country_, {}, {}, {}, postal_});
    auto& all = served_.back().regions;
    all.insert(all.end(), regions.begin(), regions.end());
  }

  std::string country_;
  std::set<std::string> regions_;  // named so far
  std::vector<PostalRange> postal_;
  std::vector<ServedPlace> served_;
  std::optional<bool> rest_;  // whether the zone of all other addresses is served
};

}  // namespace

std::vector<ServedPlace> served_places(const Store& store, const ShippingMethod& method) {
  std::map<std::string_view, CountryShares> countries;
  const std::vector<TaxZone>& zones = store.document().zones;
  for (std::size_t z = 0; z < zones.size(); ++z) {
    std::set<std::string_view> named;
    for (const Place& place : zones[z].places) named.insert(place.country);
    for (const std::string_view country : named) {
      countries.try_emplace(country, country)
          .first->second.add(zones[z], store.method_serves(method, z));
    }
  }
  std::vector<ServedPlace> all;
  for (auto& [country, shares] : countries) {
    for (ServedPlace& place : shares.finish()) all.push_back(std::move(place));
  }
  return all;
}

}  // namespace sealcart
