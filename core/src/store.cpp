#include "sealcart/store.h"

#include <algorithm>

#include "ascii.h"
#include "check/mistakes.h"
#include "pricing/table_places.h"
#include "sealcart/shipping_range.h"

namespace sealcart {

Result<Store> Store::check(StoreDocument document) {
  std::vector<Error> mistakes = checking::store_mistakes(document);
  if (!mistakes.empty()) return refuse(std::move(mistakes.front()));
  const Currency currency = *find_currency(document.currency);
  Store store(std::move(document), currency);
  for (const ShippingMethod& method : store.document_.shipping_methods) {
    TableReach& reach = store.reaches_.emplace_back();
    if (method.table) reach = reach_of(*method.table, served_places(store, method));
  }
  return store;
}

std::optional<std::size_t> Store::zone_of(const Destination& destination) const {
  const pricing::Whereabouts where = pricing::whereabouts_of(destination);
  std::optional<std::size_t> whole_country;
  for (std::size_t z = 0; z < document_.zones.size(); ++z) {
    const TaxZone& zone = document_.zones[z];
    if (destination.country.empty()) {
      if (zone.id == document_.default_zone) return z;
      continue;
    }
    for (const Place& place : zone.places) {
      const int close = pricing::closeness(place, where);
      if (close >= pricing::kRegion) return z;
      if (close == pricing::kCountry && !whole_country) whole_country = z;
    }
  }
  return whole_country;
}

std::vector<std::size_t> Store::rates_of(std::size_t zone, std::string_view category,
                                         Timestamp now) const {
  std::vector<std::size_t> found;
  for (std::size_t r = 0; r < document_.tax_rates.size(); ++r) {
    const TaxRate& rate = document_.tax_rates[r];
    if (rate.zone != document_.zones[zone].id || rate.category != category) continue;
    const bool counts =
        (!rate.starts_at || !(now < *rate.starts_at)) && (!rate.ends_at || now < *rate.ends_at);
    if (counts) found.push_back(r);
  }
  return found;
}

bool Store::method_serves(const ShippingMethod& method, std::size_t zone) const {
  const auto& zones = method.zones;
  return std::find(zones.begin(), zones.end(), document_.zones[zone].id) != zones.end();
}

std::optional<std::size_t> Store::promotion_with_code(std::string_view code) const {
  const std::string wanted = lower_ascii(code);
  for (std::size_t p = 0; p < document_.promotions.size(); ++p) {
    const std::string& own = document_.promotions[p].code;
    if (!own.empty() && lower_ascii(own) == wanted) return p;
  }
  return std::nullopt;
}

}  // namespace sealcart
