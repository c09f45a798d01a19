#include "sealcart/shipping_range.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

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
    if (!mark_postal(served.country, hit)) return true;
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
    const TablePlace* place;
    std::size_t section;
  };

  void note(const TablePlace& place, std::size_t section) {
    if (!place.postal_from.empty()) {
      postal_.push_back({&place, section});
      length_ = std::max(length_, place.postal_from.size());
      for (const char c : place.postal_from + place.postal_to) letters_ |= c > '9';
    } else if (place.regions.empty()) {
      if (!whole_) whole_ = section;
    } else {
      for (const std::string& region : place.regions) by_region_.emplace(region, section);
    }
  }

  // Goes through one code of every stretch within which no range begins or ends: all codes of a
  // stretch fall in the same section. True when some code is in no range.
  bool mark_postal(std::string_view country, std::vector<bool>& hit) const {
    std::set<std::string> codes{padded("")};
    for (const Postal& range : postal_) {
      codes.insert(padded(range.place->postal_from));
      if (const auto next = after(pricing::last_postal(*range.place))) codes.insert(padded(*next));
    }
    bool beyond = false;
    for (const std::string& code : codes) {
      const pricing::Whereabouts where{country, {}, code};
      pricing::Decision best;
      for (const Postal& range : postal_) {
        const int close = pricing::closeness(*range.place, where);
        if (close > best.closeness) best = {range.section, close};
      }
      if (best.closeness == pricing::kNoMatch) {
        beyond = true;
      } else {
        hit[best.section] = true;
      }
    }
    return beyond;
  }

  std::string padded(std::string_view code) const {
    std::string full(code);
    full.resize(length_, '0');
    return full;
  }

  // The next code of that length; nothing after 99 or ZZ. Letters come after digits.
  std::optional<std::string> after(std::string_view code) const {
    const char most = letters_ ? 'Z' : '9';
    std::string next(code);
    for (std::size_t i = next.size(); i-- > 0;) {
      if (next[i] < most) {
        next[i] = next[i] == '9' ? 'A' : static_cast<char>(next[i] + 1);
        return next;
      }
      next[i] = '0';
    }
    return std::nullopt;
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
  std::size_t length_ = 0;  // of the longest bound
  bool letters_ = false;    // some bound has one
  std::map<std::string_view, std::optional<std::size_t>> by_region_;
  std::optional<std::size_t> whole_;
  std::optional<std::size_t> elsewhere_;
};

}  // namespace

TableReach reach_of(const ShippingTable& table, std::span<const ServedPlace> served) {
  TableReach reach;
  std::vector<bool> hit(table.sections.size());
  for (const ServedPlace& place : served) {
    reach.everywhere &= Country(table, place.country).mark(place, hit);
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
