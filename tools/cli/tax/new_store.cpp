#include "tax/new_store.h"

#include <algorithm>
#include <set>

#include "sealcart/calendar.h"
#include "sealcart/format.h"

namespace sealcart::tax {
namespace {

constexpr std::string_view kStandard = "standard";
constexpr std::string_view kReduced = "reduced";

std::string in_id(std::string_view text) {
  std::string id;
  for (const char c : text) {
    id += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == ' ' ? '-' : c;
  }
  return id;
}

std::optional<Timestamp> midnight(const std::optional<std::string>& day) {
  if (!day) return std::nullopt;
  const std::int64_t number = *parse_date(*day);
  if (number < 0) return std::nullopt;  // before what a document can name: always
  return Timestamp{number * kMsPerDay};
}

// A country, a region of it or a place in it, with all its rates.
struct Area {
  const TableRate* named = nullptr;
  std::vector<const TableRate*> rates;

  std::string id() const {
    std::string id = in_id(named->country);
    if (!named->region.empty()) id += "-" + in_id(named->region);
    if (!named->place.empty()) id += "-" + in_id(named->postal_codes.front());
    return id;
  }
  std::vector<const TableRate*> of_kind(RateKind kind) const {
    std::vector<const TableRate*> found;
    std::ranges::copy_if(rates, std::back_inserter(found),
                         [kind](const TableRate* rate) { return rate->kind == kind; });
    return found;
  }
};

bool same_area(const TableRate& a, const TableRate& b) {
  return a.country == b.country && a.region == b.region && a.place == b.place;
}

class Skeleton {
 public:
  Skeleton(const Table& table, const NewStore& wanted, std::string_view day)
      : table_(table), wanted_(wanted), day_(day) {}

  StoreDocument make() {
    collect();
    doc_.id = wanted_.id;
    doc_.name = wanted_.name;
    doc_.currency = wanted_.currency;
    doc_.rounding = wanted_.rounding;
    doc_.tax_categories = {std::string(kStandard)};
    if (has_reduced()) doc_.tax_categories.emplace_back(kReduced);
    doc_.default_zone = in_id(wanted_.country);
    if (!wanted_.region.empty()) doc_.default_zone += "-" + in_id(wanted_.region);
    for (const Area& area : areas_) add_zone(area);
    add_country(wanted_.country);
    for (const Area& area : areas_) add_rates(area);
    add_shipping();
    return std::move(doc_);
  }

 private:
  // Areas of the home country first, then of the other members of its market.
  void collect() {
    std::string home_market;
    for (const TableRate& rate : table_.rates) {
      if (rate.country != wanted_.country) continue;
      add(rate);
      home_market = rate.market;
    }
    included_ = !areas_.empty() && areas_.front().named->included;
    if (home_market.empty()) return;
    for (const TableRate& rate : table_.rates) {
      if (rate.market == home_market && rate.country != wanted_.country) add(rate);
    }
  }

  void add(const TableRate& rate) {
    if (rate.ends_on && *rate.ends_on <= day_) return;
    auto area = std::ranges::find_if(
        areas_, [&](const Area& known) { return same_area(*known.named, rate); });
    if (area == areas_.end()) area = areas_.insert(area, Area{&rate, {}});
    area->rates.push_back(&rate);
  }

  bool has_reduced() const {
    return std::ranges::any_of(
        areas_, [](const Area& area) { return !area.of_kind(RateKind::reduced).empty(); });
  }

  void add_zone(const Area& area) {
    TaxZone zone{area.id(), area.named->country, {}};
    if (!area.named->region.empty()) zone.name += " " + area.named->region;
    if (!area.named->place.empty()) zone.name = area.named->place;
    if (area.named->postal_codes.empty()) {
      Place place{area.named->country, {}, {}, {}};
      if (!area.named->region.empty()) place.regions = {area.named->region};
      zone.places = {place};
    }
    for (const std::string& codes : area.named->postal_codes) {
      const std::size_t dash = codes.find('-');
      zone.places.push_back({area.named->country,
                             {},
                             codes.substr(0, dash),
                             dash == codes.npos ? std::string() : codes.substr(dash + 1)});
    }
    doc_.zones.push_back(std::move(zone));
  }

  // The country as a whole, when the table knows its regions alone or nothing of it.
  void add_country(const std::string& country) {
    const bool known = std::ranges::any_of(
        doc_.zones, [&](const TaxZone& zone) { return zone.id == in_id(country); });
    if (!known) doc_.zones.push_back({in_id(country), country, {{country, {}, {}, {}}}});
  }

  void add_rates(const Area& area) {
    const auto standard = area.of_kind(RateKind::standard);
    for (const TableRate* rate : standard) add_rate(area, kStandard, *rate, rate->estimate);
    if (doc_.tax_categories.size() == 1) return;
    if (const auto own = area.of_kind(RateKind::reduced); !own.empty()) {
      for (const TableRate* rate : own) add_rate(area, kReduced, *rate, rate->estimate);
      return;
    }
    const bool taxed =
        std::ranges::any_of(standard, [](const TableRate* rate) { return rate->rate_ppm > 0; });
    const auto country = reduced_of(area.named->country);
    if (area.named->place.empty() || country.empty() || !taxed) {
      for (const TableRate* rate : standard) add_rate(area, kReduced, *rate, rate->estimate);
    } else {
      for (const TableRate* rate : country) add_rate(area, kReduced, *rate, true);
    }
  }

  std::vector<const TableRate*> reduced_of(const std::string& country) const {
    for (const Area& area : areas_) {
      if (area.named->country == country && area.named->place.empty()) {
        return area.of_kind(RateKind::reduced);
      }
    }
    return {};
  }

  void add_rate(const Area& area, std::string_view category, const TableRate& from, bool estimate) {
    if (from.rate_ppm == 0) return;
    TaxRate rate;
    rate.zone = area.id();
    rate.category = category;
    rate.id = rate.zone + "-" + rate.category + "-" + in_id(from.name);
    if (from.starts_on && day_ < *from.starts_on) rate.id += "-" + *from.starts_on;
    rate.name = from.name + " " + format_percent(from.rate_ppm) + " %";
    rate.rate_ppm = from.rate_ppm;
    rate.included = included_;
    rate.compound = from.compound;
    rate.estimate = estimate;
    rate.starts_at = midnight(from.starts_on);
    rate.ends_at = midnight(from.ends_on);
    doc_.tax_rates.push_back(std::move(rate));
  }

  void add_shipping() {
    ShippingMethod method;
    method.id = "standard";
    method.name = "Standard delivery";
    for (const TaxZone& zone : doc_.zones) method.zones.push_back(zone.id);
    method.tax_category = kStandard;
    method.min_days = 2;
    method.max_days = 5;
    doc_.shipping_methods.push_back(std::move(method));
  }

  const Table& table_;
  const NewStore& wanted_;
  const std::string_view day_;
  bool included_ = false;
  std::vector<Area> areas_;
  StoreDocument doc_;
};

}  // namespace

Result<StoreDocument> new_store(const Table& table, const NewStore& wanted, std::string_view day) {
  if (!is_country(wanted.country)) {
    return refuse(Error(ErrorCode::country_unknown, "country"));
  }
  StoreDocument document = Skeleton(table, wanted, day).make();
  Result<Store> store = Store::check(document);
  if (!store) return refuse(std::move(store.error()));
  return document;
}

}  // namespace sealcart::tax
