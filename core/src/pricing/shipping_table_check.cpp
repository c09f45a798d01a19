// What is wrong with a rate table: every mistake, each with the path of its entry.
#include <algorithm>
#include <map>
#include <set>

#include "../check/postal_mistake.h"
#include "../path.h"
#include "sealcart/shipping_range.h"
#include "table_places.h"

namespace sealcart {
namespace {

using pricing::last_postal;

bool share_a_code(const TablePlace& a, const TablePlace& b) {
  const std::size_t count = std::min(a.postal_from.size(), b.postal_from.size());
  return std::string_view(a.postal_from).substr(0, count) <= last_postal(b).substr(0, count) &&
         std::string_view(b.postal_from).substr(0, count) <= last_postal(a).substr(0, count);
}

class Inspector {
 public:
  explicit Inspector(const ShippingTable& table) : table_(table) {}

  std::vector<TableFinding> run() {
    if (table_.sections.empty()) mistake("sections", "a table needs a section");
    for (std::size_t s = 0; s < table_.sections.size(); ++s) {
      const TableSection& section = table_.sections[s];
      const std::string path = at("sections", s);
      for (std::size_t p = 0; p < section.places.size(); ++p) {
        place(section.places[p], path + "." + at("places", p));
      }
      collisions(s);
      if (section.rows.empty()) mistake(path + ".rows", "a section needs a row");
      for (std::size_t r = 0; r < section.rows.size(); ++r) {
        row(section, r, path + "." + at("rows", r));
      }
      if (section.maximum && *section.maximum < section.minimum) {
        mistake(path + ".maximum", "lower than the minimum");
      }
    }
    unreachable_sections();
    return std::move(findings_);
  }

 private:
  void tell(std::string_view path, std::string_view what, bool refused) {
    findings_.push_back({Error(ErrorCode::store_value_conflict, path).with("what", what), refused});
  }
  void mistake(std::string_view path, std::string_view what) { tell(path, what, true); }
  void gap(std::string_view path, std::int64_t first, std::int64_t last) {
    std::string what = "no row covers " + std::to_string(first);
    if (last > first) what += " to " + std::to_string(last);
    tell(path, what + ": not delivered", false);
  }

  void place(const TablePlace& place, const std::string& path) {
    if (!is_country(place.country)) {
      findings_.push_back({Error(ErrorCode::country_unknown, path + ".country")});
    }
    if (const auto wrong = checking::postal_mistake(place)) {
      mistake(path + std::string(wrong->field), wrong->what);
    }
  }

  // Places that another section names just as closely: only the order would decide between them.
  void collisions(std::size_t s) {
    const auto& places = table_.sections[s].places;
    for (std::size_t p = 0; p < places.size(); ++p) {
      const auto other =
          places[p].postal_from.empty() ? same_region(places[p], s) : same_code(places[p], s);
      if (other == s) continue;
      mistake(at("sections", s) + "." + at("places", p),
              "overlaps a place of " + at("sections", other));
    }
    for (const TablePlace& place : places) {
      if (!place.postal_from.empty()) postal_.push_back({&place, s});
    }
  }

  // The first section that names this country or one of these regions; s: no other.
  std::size_t same_region(const TablePlace& place, std::size_t s) {
    if (place.regions.empty())
      return named_.emplace(std::pair<std::string_view, std::string_view>(place.country, ""), s)
          .first->second;
    std::size_t first = s;
    for (const std::string& region : place.regions) {
      const auto [known, added] =
          named_.emplace(std::pair<std::string_view, std::string_view>(place.country, region), s);
      first = std::min(first, known->second);
    }
    return first;
  }

  std::size_t same_code(const TablePlace& place, std::size_t s) const {
    const int close = pricing::postal_closeness(place);
    for (const auto& [earlier, section] : postal_) {
      if (earlier->country == place.country && pricing::postal_closeness(*earlier) == close &&
          share_a_code(*earlier, place)) {
        return section;
      }
    }
    return s;
  }

  void row(const TableSection& section, std::size_t r, const std::string& path) {
    const TableRow& own = section.rows[r];
    if ((own.step == 0) != (own.step_amount == 0)) {
      mistake(path + ".step", "step and stepAmount go together");
    }
    const bool from = table_.edge == TableEdge::from;
    if (own.other_end && (from ? *own.other_end < own.bound : *own.other_end > own.bound)) {
      mistake(path + ".otherEnd", "lies on the wrong side of the bound");
    }
    if (r > 0 && own.bound <= section.rows[r - 1].bound) {
      const bool same = own.bound == section.rows[r - 1].bound;
      mistake(path + ".bound", same ? "the row before has this bound: never used"
                                    : "rows must rise: lower than the bound of the row before");
      return;
    }
    const RowSpan span = span_of(table_.edge, section.rows, r);
    if (table_.measure == TableMeasure::subtotal && section.free_from &&
        span.least >= *section.free_from) {
      mistake(path, "never used: delivery is free from freeFrom on");
    }
    seam(section, r, span.least, path);
  }

  // Where the row before ends and this one begins. A parcel holds at least one unit.
  void seam(const TableSection& section, std::size_t r, std::int64_t least,
            const std::string& path) {
    const std::int64_t first = table_.measure == TableMeasure::quantity ? 1 : 0;
    const std::int64_t expected =
        r == 0 ? first : span_of(table_.edge, section.rows, r - 1).most + 1;
    if (least > expected) gap(path, expected, least - 1);
    if (r > 0 && least < expected) mistake(path, "overlaps the row before");
  }

  void unreachable_sections() {
    std::vector<ServedPlace> world(1);  // the first: a country no place names
    std::set<std::string_view> countries;
    for (const TableSection& section : table_.sections) {
      for (const TablePlace& place : section.places) {
        if (countries.insert(place.country).second) world.push_back({place.country, {}, {}});
      }
    }
    const TableReach reach = reach_of(table_, world);
    for (std::size_t s = 0; s < table_.sections.size(); ++s) {
      if (std::ranges::binary_search(reach.sections, s)) continue;
      mistake(at("sections", s), "never used: other sections name each of its places");
    }
  }

  const ShippingTable& table_;
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> named_;
  std::vector<std::pair<const TablePlace*, std::size_t>> postal_;
  std::vector<TableFinding> findings_;
};

}  // namespace

std::vector<TableFinding> table_findings(const ShippingTable& table) {
  return Inspector(table).run();
}

}  // namespace sealcart
