#include "mistakes.h"

namespace sealcart::checking {
namespace {

template <class T>
void unique_ids(Mistakes& found, std::string_view list, const std::vector<T>& entries) {
  std::set<std::string_view> ids;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (!ids.insert(entries[i].id).second) {
      found.duplicate(at(list, i) + ".id", entries[i].id);
    }
  }
}

void all_ids(Mistakes& found) {
  const StoreDocument& doc = found.document;
  unique_ids(found, "zones", doc.zones);
  unique_ids(found, "taxRates", doc.tax_rates);
  unique_ids(found, "promotions", doc.promotions);
  unique_ids(found, "shippingMethods", doc.shipping_methods);
  unique_ids(found, "fees", doc.fees);
}

}  // namespace

Mistakes::Mistakes(const StoreDocument& of) : document(of) {
  for (const TaxZone& zone : of.zones) zones_.insert(zone.id);
  categories_.insert(of.tax_categories.begin(), of.tax_categories.end());
  for (const ShippingMethod& method : of.shipping_methods) methods_.insert(method.id);
}

std::vector<Error> store_mistakes(const StoreDocument& document) {
  Mistakes found(document);
  if (!find_currency(document.currency)) found.add(ErrorCode::currency_unknown, "currency");
  all_ids(found);
  zone_mistakes(found);
  tax_mistakes(found);
  promotion_mistakes(found);
  shipping_mistakes(found);
  return std::move(found.errors);
}

}  // namespace sealcart::checking
