#include <map>
#include <set>

#include "sealcart/shipping_range.h"

namespace sealcart {
namespace {

// What the zones of a store say of one country.
struct Shares {
  std::map<std::string_view, std::size_t> regions;  // the zone that has it
  std::optional<std::size_t> rest;                  // the zone of all other regions
};

std::map<std::string_view, Shares> shares_of(const StoreDocument& document) {
  std::map<std::string_view, Shares> countries;
  for (std::size_t z = 0; z < document.zones.size(); ++z) {
    for (const Place& place : document.zones[z].places) {
      Shares& shares = countries[place.country];
      for (const std::string& region : place.regions) shares.regions.emplace(region, z);
      if (place.regions.empty() && !shares.rest) shares.rest = z;
    }
  }
  return countries;
}

}  // namespace

std::vector<ServedPlace> served_places(const Store& store, const ShippingMethod& method) {
  std::vector<ServedPlace> served;
  for (const auto& [country, shares] : shares_of(store.document())) {
    ServedPlace named{std::string(country), {}, {}};
    ServedPlace rest = named;
    for (const auto& [region, zone] : shares.regions) {
      rest.except.emplace_back(region);
      if (store.method_serves(method, zone)) named.regions.emplace_back(region);
    }
    if (!named.regions.empty()) served.push_back(std::move(named));
    if (shares.rest && store.method_serves(method, *shares.rest)) served.push_back(std::move(rest));
  }
  return served;
}

}  // namespace sealcart
