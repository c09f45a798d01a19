#include <algorithm>

#include "warnings.h"

namespace sealcart::checking {

void catalog_mistakes(const StoreDocument& document, const CatalogSlice& slice,
                      std::vector<Error>& errors) {
  if (Status loaded = Catalog().load(slice, document.currency); !loaded) {
    errors.push_back(std::move(loaded.error()));
  }
  for (std::size_t p = 0; p < slice.products.size(); ++p) {
    const auto& variants = slice.products[p].variants;
    for (std::size_t v = 0; v < variants.size(); ++v) {
      const std::string& category = variants[v].tax_category;
      if (std::ranges::count(document.tax_categories, category) > 0) continue;
      const std::string path = at("products", p) + "." + at("variants", v) + ".taxCategory";
      errors.push_back(Error(ErrorCode::store_reference_unknown, path).with("id", category));
    }
  }
}

}  // namespace sealcart::checking
