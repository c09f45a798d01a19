#include "sealcart/shipping_range.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "postal_stretches.h"
#include "table_places.h"

namespace sealcart {
namespace {

// What a table says of one country, each name with the section that decides for it.
class Country {
 public:
  Country(const ShippingTable& table, std::string_view code) {
    for (std::size_t s = 0; s < table.sections.size(); ++s) {
      const auto& places = table.sections[s].places;
      if (places.empty() && !elsewhere_) elsewhere_ = s;
      for (const TablePlace& place : places) {
        if (place.country == code) note(place, s);
      }
    }
    if (!whole_) whole_ = elsewhere_;
  }

  // Marks the sections that some served address falls in. False: some falls in none.
  bool mark(const ServedPlace& served, std::vector<bool>& hit) const {
    if (!mark_postal(served, hit)) return true;
    bool everywhere = true;
    for (const std::string_view region : regions_of(served)) {
      const auto named = by_region_.find(region);
      const auto section = named == by_region_.end() ? whole_ : named->second;
      everywhere &= section.has_value();
      if (section) hit[*section] = true;
    }
    return everywhere;
  }

 private:
  struct Postal {
    pricing::PostalSpan span;
    int closeness;
    std::size_t section;
  };

  void note(const TablePlace& place, std::size_t section) {
    if (!place.postal_from.empty()) {
      postal_.push_back({{place.postal_from, pricing::last_postal(place)},
                         pricing::postal_closeness(place),
                         section});
    } else if (place.regions.empty()) {
      if (!whole_) whole_ = section;
    } else {
      for (const std::string& region : place.regions) by_region_.emplace(region, section);
    }
  }

  // Goes through one code of every stretch. True when some served code is in no range of the table.
  bool mark_postal(const ServedPlace& served, std::vector<bool>& hit) const {
    std::vector<pricing::PostalSpan> all = spans_of(served.postal);
    for (const pricing::PostalSpan& span : spans_of(served.except_postal)) all.push_back(span);
    for (const Postal& range : postal_) all.push_back(range.span);
    bool beyond = false;
    for (const std::string& code : pricing::postal_stretches(all)) {
      if (!is_served(served, code)) continue;
      const Postal* best = nullptr;
      for (const Postal& range : postal_) {
        if (!range.span.holds(code)) continue;
        if (best == nullptr || range.closeness > best->closeness) best = &range;
      }
      if (best == nullptr) {
        beyond = true;
      } else {
        hit[best->section] = true;
      }
    }
    return beyond;
  }

  static std::vector<pricing::PostalSpan> spans_of(const std::vector<PostalRange>& ranges) {
    std::vector<pricing::PostalSpan> spans;
    spans.reserve(ranges.size());
    for (const PostalRange& range : ranges) spans.push_back({range.first, range.last});
    return spans;
  }

  static bool is_served(const ServedPlace& served, std::string_view code) {
    const auto holds = [&](const PostalRange& range) {
      return pricing::PostalSpan{range.first, range.last}.holds(code);
    };
    return (served.postal.empty() || std::ranges::any_of(served.postal, holds)) &&
           std::ranges::none_of(served.except_postal, holds);
  }

  // Those served; of a whole country the ones the table names, and one it does not.
  std::set<std::string_view> regions_of(const ServedPlace& served) const {
    if (!served.regions.empty()) return {served.regions.begin(), served.regions.end()};
    std::set<std::string_view> regions{""};
    for (const auto& [region, section] : by_region_) regions.insert(region);
    for (const std::string& other : served.except) regions.erase(other);
    return regions;
  }

  std::vector<Postal> postal_;
  std::map<std::string_view, std::optional<std::size_t>> by_region_;
  std::optional<std::size_t> whole_;
  std::optional<std::size_t> elsewhere_;
};

}  // namespace

TableReach reach_of(const ShippingTable& table, std::span<const ServedPlace> served) {
  TableReach reach;
  std::vector<bool> hit(table.sections.size());
  std::optional<Country> country;
  std::string_view code;
  for (const ServedPlace& place : served) {
    if (!country || code != place.country) country.emplace(table, place.country);
    code = place.country;
    reach.everywhere &= country->mark(place, hit);
  }
  for (std::size_t s = 0; s < hit.size(); ++s) {
    if (hit[s]) reach.sections.push_back(s);
  }
  return reach;
}

Result<ShippingRange> shipping_range(const ShippingTable& table, const TableReach& reach,
                                     const Packing& packing) {
  ShippingRange range{limits::kAmount + 1, 0, reach.everywhere};
  for (const std::size_t s : reach.sections) {
    std::int64_t amount = 0;
    bool delivered = true;
    for (const Parcel& parcel : packing.parcels) {
      TableCost cost;
      const TableAnswer answer =
          charge_parcel(table, table.sections[s], parcel, packing.subtotal, cost);
      delivered &= answer != TableAnswer::not_deliverable;
      if (answer == TableAnswer::charged) amount += cost.amount();
      if (answer == TableAnswer::overflow || amount > limits::kAmount) {
        return refuse(Error(ErrorCode::amount_overflow));
      }
    }
    range.everywhere &= delivered;
    if (!delivered) continue;
    range.least = std::min(range.least, amount);
    range.most = std::max(range.most, amount);
  }
  if (range.least > limits::kAmount) return refuse(Error(ErrorCode::shipping_method_unavailable));
  return range;
}

}  // namespace sealcart
