#include <algorithm>
#include <set>

#include "sealcart/shipping_range.h"
#include "warnings.h"

namespace sealcart::checking {
namespace {

bool serves(const ShippingMethod& method, const TaxZone& zone) {
  return std::ranges::count(method.zones, zone.id) > 0;
}

void undelivered_zones(Warnings& out) {
  const StoreDocument& doc = out.document;
  if (doc.shipping_methods.empty()) {
    return out.tell(Warning::nothing_delivered, "shippingMethods");
  }
  std::set<std::string_view> served;
  for (const ShippingMethod& method : doc.shipping_methods) {
    served.insert(method.zones.begin(), method.zones.end());
  }
  for (std::size_t z = 0; z < doc.zones.size(); ++z) {
    if (served.contains(doc.zones[z].id)) continue;
    out.tell(Warning::zone_not_delivered, at("zones", z), {{"zone", doc.zones[z].id}});
  }
}

void table_gaps(Warnings& out, const ShippingTable& table, const std::string& path) {
  for (TableFinding& finding : table_findings(table)) {
    if (finding.refused) continue;
    const Error error = std::move(finding.error).inside(path);
    out.tell(Warning::table_gap, error.path, {{"what", error.params.front().value}});
  }
}

void unused_sections(Warnings& out, const Store& store, const ShippingMethod& method,
                     const std::string& path) {
  const TableReach reach = reach_of(*method.table, served_places(store, method));
  for (std::size_t s = 0; s < method.table->sections.size(); ++s) {
    if (std::ranges::binary_search(reach.sections, s)) continue;
    out.tell(Warning::table_section_unused, path + "." + at("sections", s));
  }
  if (!reach.everywhere) out.tell(Warning::table_places_missing, path);
}

}  // namespace

void shipping_warnings(Warnings& out, const Reached& reached, const Store* store) {
  const StoreDocument& doc = out.document;
  undelivered_zones(out);
  for (std::size_t m = 0; m < doc.shipping_methods.size(); ++m) {
    const ShippingMethod& method = doc.shipping_methods[m];
    const std::string path = at("shippingMethods", m);
    bool reaches = false;
    for (std::size_t z = 0; z < doc.zones.size(); ++z) {
      reaches = reaches || (reached[z] && serves(method, doc.zones[z]));
    }
    if (!reaches) out.tell(Warning::method_unreachable, path + ".zones");
    if (!method.table) continue;
    table_gaps(out, *method.table, path + ".table");
    if (store != nullptr && reaches) unused_sections(out, *store, method, path + ".table");
  }
  for (std::size_t f = 0; f < doc.fees.size(); ++f) {
    if (doc.fees[f].amount == 0 && doc.fees[f].rate_ppm == 0) {
      out.tell(Warning::fee_of_nothing, at("fees", f));
    }
  }
}

}  // namespace sealcart::checking
