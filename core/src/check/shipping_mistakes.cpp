#include "mistakes.h"

namespace sealcart::checking {
namespace {

void table_mistakes(Mistakes& found, const ShippingTable& table, std::string_view path) {
  for (TableFinding& finding : table_findings(table)) {
    if (finding.refused) found.errors.push_back(std::move(finding.error).inside(path));
  }
}

void method_mistakes(Mistakes& found, const ShippingMethod& method, const std::string& path) {
  found.want_category(path + ".taxCategory", method.tax_category);
  for (std::size_t z = 0; z < method.zones.size(); ++z) {
    found.want_zone(path + "." + at("zones", z), method.zones[z]);
  }
  if (method.min_days > method.max_days) found.conflict(path + ".minDays", rule::least_days);
  if (method.table) table_mistakes(found, *method.table, path + ".table");
  if (method.delivery) found.take_in(delivery_mistakes(*method.delivery), path + ".delivery");
  if (!method.pickup.empty()) found.take_in(pickup_mistakes(method.pickup), path + ".pickup");
}

}  // namespace

void shipping_mistakes(Mistakes& found) {
  const auto& methods = found.document.shipping_methods;
  for (std::size_t m = 0; m < methods.size(); ++m) {
    method_mistakes(found, methods[m], at("shippingMethods", m));
  }
  const auto& fees = found.document.fees;
  for (std::size_t f = 0; f < fees.size(); ++f) {
    found.want_category(at("fees", f) + ".taxCategory", fees[f].tax_category);
  }
}

}  // namespace sealcart::checking
