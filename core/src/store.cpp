#include "sealcart/store.h"

#include <algorithm>
#include <set>

#include "path.h"

namespace sealcart {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// Checks one document; each step returns the first thing wrong in its part.
class Checker {
 public:
  explicit Checker(const StoreDocument& document) : doc_(document) {
    for (const TaxZone& zone : doc_.zones) zones_.insert(zone.id);
    categories_.insert(doc_.tax_categories.begin(), doc_.tax_categories.end());
  }

  Status run() const {
    for (auto step : {&Checker::ids, &Checker::zones, &Checker::rates, &Checker::promotions,
                      &Checker::methods, &Checker::fees}) {
      if (Status status = (this->*step)(); !status) return status;
    }
    return {};
  }

 private:
  static Status unknown(std::string_view path, std::string_view id) {
    return refuse(Error(ErrorCode::store_reference_unknown, path).with("id", id));
  }
  static Status conflict(std::string_view path, const char* what) {
    return refuse(Error(ErrorCode::store_value_conflict, path).with("what", what));
  }
  template <class T>
  static Status unique(std::string_view list, const std::vector<T>& entries) {
    std::set<std::string_view> ids;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (!ids.insert(entries[i].id).second) {
        return refuse(
            Error(ErrorCode::store_duplicate_id, at(list, i) + ".id").with("id", entries[i].id));
      }
    }
    return {};
  }

  Status ids() const {
    if (Status s = unique("zones", doc_.zones); !s) return s;
    if (Status s = unique("taxRates", doc_.tax_rates); !s) return s;
    if (Status s = unique("promotions", doc_.promotions); !s) return s;
    if (Status s = unique("shippingMethods", doc_.shipping_methods); !s) return s;
    return unique("fees", doc_.fees);
  }

  Status zones() const {
    if (!zones_.contains(doc_.default_zone)) return unknown("defaultZone", doc_.default_zone);
    for (std::size_t z = 0; z < doc_.zones.size(); ++z) {
      const auto& places = doc_.zones[z].places;
      for (std::size_t p = 0; p < places.size(); ++p) {
        if (!is_country(places[p].country)) {
          return refuse(Error(ErrorCode::country_unknown,
                              at("zones", z) + "." + at("places", p) + ".country"));
        }
      }
    }
    return {};
  }

  Status rates() const {
    std::set<std::pair<std::string_view, std::string_view>> seen;
    for (std::size_t r = 0; r < doc_.tax_rates.size(); ++r) {
      const TaxRate& rate = doc_.tax_rates[r];
      const std::string path = at("taxRates", r);
      if (!zones_.contains(rate.zone)) return unknown(path + ".zone", rate.zone);
      if (!categories_.contains(rate.category)) return unknown(path + ".category", rate.category);
      if (!seen.emplace(rate.zone, rate.category).second) {
        return conflict(path, "a category has two rates in one zone");
      }
    }
    return {};
  }

  Status promotions() const {
    std::set<std::string> codes;
    for (std::size_t p = 0; p < doc_.promotions.size(); ++p) {
      const Promotion& promotion = doc_.promotions[p];
      const std::string path = at("promotions", p);
      const bool percent = promotion.kind == PromotionKind::percent;
      if (percent ? promotion.rate_ppm == 0 || promotion.amount != 0
                  : promotion.amount == 0 || promotion.rate_ppm != 0) {
        return conflict(path, "percent needs ratePpm alone, fixed needs amount alone");
      }
      const bool line = promotion.target == PromotionTarget::line;
      if (line && promotion.min_subtotal != 0) {
        return conflict(path + ".minSubtotal", "a line promotion has no least subtotal");
      }
      if (!line && !(promotion.skus.empty() && promotion.categories.empty())) {
        return conflict(path, "an order promotion names no lines");
      }
      if (!promotion.code.empty() && !codes.insert(lower(promotion.code)).second) {
        return refuse(
            Error(ErrorCode::store_duplicate_id, path + ".code").with("id", promotion.code));
      }
    }
    return {};
  }

  Status methods() const {
    for (std::size_t m = 0; m < doc_.shipping_methods.size(); ++m) {
      const ShippingMethod& method = doc_.shipping_methods[m];
      const std::string path = at("shippingMethods", m);
      if (!categories_.contains(method.tax_category)) {
        return unknown(path + ".taxCategory", method.tax_category);
      }
      for (std::size_t z = 0; z < method.zones.size(); ++z) {
        if (!zones_.contains(method.zones[z])) {
          return unknown(path + "." + at("zones", z), method.zones[z]);
        }
      }
      if (method.min_days > method.max_days) {
        return conflict(path + ".minDays", "the least days exceed the most");
      }
    }
    return {};
  }

  Status fees() const {
    for (std::size_t f = 0; f < doc_.fees.size(); ++f) {
      if (!categories_.contains(doc_.fees[f].tax_category)) {
        return unknown(at("fees", f) + ".taxCategory", doc_.fees[f].tax_category);
      }
    }
    return {};
  }

  const StoreDocument& doc_;
  std::set<std::string_view> zones_;
  std::set<std::string_view> categories_;
};

}  // namespace

Result<Store> Store::check(StoreDocument document) {
  const auto currency = find_currency(document.currency);
  if (!currency) return refuse(Error(ErrorCode::currency_unknown, "currency"));
  if (Status status = Checker(document).run(); !status) return refuse(std::move(status.error()));
  return Store(std::move(document), *currency);
}

std::optional<std::size_t> Store::zone_of(const Destination& destination) const {
  std::optional<std::size_t> whole_country;
  for (std::size_t z = 0; z < document_.zones.size(); ++z) {
    const TaxZone& zone = document_.zones[z];
    if (destination.country.empty()) {
      if (zone.id == document_.default_zone) return z;
      continue;
    }
    for (const Place& place : zone.places) {
      if (place.country != destination.country) continue;
      if (place.regions.empty()) {
        if (!whole_country) whole_country = z;
      } else if (std::find(place.regions.begin(), place.regions.end(), destination.region) !=
                 place.regions.end()) {
        return z;
      }
    }
  }
  return whole_country;
}

std::optional<std::size_t> Store::rate_of(std::size_t zone, std::string_view category) const {
  for (std::size_t r = 0; r < document_.tax_rates.size(); ++r) {
    const TaxRate& rate = document_.tax_rates[r];
    if (rate.zone == document_.zones[zone].id && rate.category == category) return r;
  }
  return std::nullopt;
}

bool Store::method_serves(const ShippingMethod& method, std::size_t zone) const {
  const auto& zones = method.zones;
  return std::find(zones.begin(), zones.end(), document_.zones[zone].id) != zones.end();
}

std::optional<std::size_t> Store::promotion_with_code(std::string_view code) const {
  const std::string wanted = lower(code);
  for (std::size_t p = 0; p < document_.promotions.size(); ++p) {
    const std::string& own = document_.promotions[p].code;
    if (!own.empty() && lower(own) == wanted) return p;
  }
  return std::nullopt;
}

}  // namespace sealcart
