#include "sealcart/catalog.h"

#include <algorithm>
#include <set>

#include "path.h"

namespace sealcart {
namespace {

Status check_options(const Product& product) {
  std::set<std::string_view> names;
  for (std::size_t o = 0; o < product.options.size(); ++o) {
    if (!names.insert(product.options[o].name).second) {
      return refuse(Error(ErrorCode::catalog_options_mismatch, at("options", o) + ".name"));
    }
  }
  for (std::size_t t = 0; t < product.customizations.size(); ++t) {
    if (!names.insert(product.customizations[t].name).second) {
      return refuse(Error(ErrorCode::store_duplicate_id, at("customizations", t) + ".name")
                        .with("id", product.customizations[t].name));
    }
  }
  std::set<std::vector<std::string>> combinations;
  for (std::size_t v = 0; v < product.variants.size(); ++v) {
    const Variant& variant = product.variants[v];
    const auto mismatch = [&] {
      return refuse(Error(ErrorCode::catalog_options_mismatch, at("variants", v) + ".options"));
    };
    if (variant.options.size() != product.options.size()) return mismatch();
    for (std::size_t o = 0; o < product.options.size(); ++o) {
      const auto& values = product.options[o].values;
      if (std::find(values.begin(), values.end(), variant.options[o]) == values.end())
        return mismatch();
    }
    if (!combinations.insert(variant.options).second) return mismatch();
    if (variant.min_quantity > variant.max_quantity) {
      return refuse(Error(ErrorCode::store_value_conflict, at("variants", v) + ".minQuantity")
                        .with("what", "the least quantity exceeds the largest"));
    }
  }
  if (product.variants.empty())
    return refuse(Error(ErrorCode::catalog_options_mismatch, "variants"));
  return {};
}

}  // namespace

Status Catalog::load(CatalogSlice slice, std::string_view currency) {
  if (slice.currency != currency) {
    return refuse(Error(ErrorCode::currency_mismatch, "currency")
                      .with("given", slice.currency)
                      .with("expected", currency));
  }
  std::set<std::string_view> replaced;
  for (std::size_t p = 0; p < slice.products.size(); ++p) {
    const std::string& id = slice.products[p].id;
    if (!replaced.insert(id).second) {
      return refuse(Error(ErrorCode::store_duplicate_id, at("products", p) + ".id").with("id", id));
    }
  }
  std::set<std::string_view> skus;
  for (std::size_t p = 0; p < slice.products.size(); ++p) {
    const Product& product = slice.products[p];
    if (Status fits = check_options(product); !fits) {
      return refuse(std::move(fits.error()).inside(at("products", p)));
    }
    for (std::size_t v = 0; v < product.variants.size(); ++v) {
      const std::string& sku = product.variants[v].sku;
      const auto known = by_sku_.find(sku);
      const bool elsewhere = known != by_sku_.end() && !replaced.contains(known->second.product);
      if (!skus.insert(sku).second || elsewhere) {
        return refuse(Error(ErrorCode::catalog_duplicate_sku,
                            at("products", p) + "." + at("variants", v) + ".sku")
                          .with("sku", sku));
      }
    }
  }
  for (const Product& product : slice.products) {
    if (const auto old = products_.find(product.id); old != products_.end()) {
      for (const Variant& variant : old->second.variants) let_go(old->second, variant);
    }
  }
  for (const std::string& sku : slice.gone) drop(sku);
  for (Product& product : slice.products) {
    for (std::size_t v = 0; v < product.variants.size(); ++v) {
      const std::string& sku = product.variants[v].sku;
      by_sku_[sku] = {product.id, v};
      gone_.erase(sku);
    }
    std::string id = product.id;
    products_.insert_or_assign(std::move(id), std::move(product));
  }
  ++revision_;
  return {};
}

void Catalog::let_go(const Product& product, const Variant& variant) {
  gone_[variant.sku] = {product.id, product.title, product.image, variant.options};
  by_sku_.erase(variant.sku);
}

// A SKU the server no longer sells, with its product when that has no other.
void Catalog::drop(std::string_view sku) {
  const auto found = by_sku_.find(sku);
  if (found == by_sku_.end()) {
    gone_.try_emplace(std::string(sku));
    return;
  }
  const auto [owner, position] = found->second;
  const auto product_at = products_.find(owner);
  std::vector<Variant>& variants = product_at->second.variants;
  let_go(product_at->second, variants[position]);
  variants.erase(variants.begin() + static_cast<std::ptrdiff_t>(position));
  for (std::size_t v = position; v < variants.size(); ++v) by_sku_[variants[v].sku].variant = v;
  if (variants.empty()) products_.erase(product_at);
}

const GoneVariant* Catalog::gone(std::string_view sku) const {
  static const GoneVariant kNeverSeen;
  const auto found = gone_.find(sku);
  if (found != gone_.end()) return &found->second;
  return closed_ && !find(sku) ? &kNeverSeen : nullptr;
}

std::optional<Catalog::Entry> Catalog::find(std::string_view sku) const {
  const auto found = by_sku_.find(sku);
  if (found == by_sku_.end()) return std::nullopt;
  const Product* owner = product(found->second.product);
  return Entry{owner, &owner->variants[found->second.variant]};
}

const Product* Catalog::product(std::string_view id) const {
  const auto found = products_.find(id);
  return found == products_.end() ? nullptr : &found->second;
}

Result<Catalog::Entry> Catalog::choose(std::string_view product_id,
                                       const std::vector<OptionChoice>& choices) const {
  const Product* found = product(product_id);
  if (found == nullptr) {
    return refuse(Error(ErrorCode::product_unknown, "product").with("product", product_id));
  }
  std::vector<std::string> wanted;
  for (const ProductOption& option : found->options) {
    const auto choice = std::find_if(choices.begin(), choices.end(),
                                     [&](const OptionChoice& c) { return c.name == option.name; });
    if (choice == choices.end()) {
      return refuse(Error(ErrorCode::option_missing, "options").with("option", option.name));
    }
    wanted.push_back(choice->value);
  }
  for (std::size_t c = 0; c < choices.size(); ++c) {
    const auto unknown = [&](const std::string& what) {
      return refuse(Error(ErrorCode::option_unknown, at("options", c)).with("option", what));
    };
    const auto option =
        std::find_if(found->options.begin(), found->options.end(),
                     [&](const ProductOption& o) { return o.name == choices[c].name; });
    if (option == found->options.end()) return unknown(choices[c].name);
    const auto& values = option->values;
    if (std::find(values.begin(), values.end(), choices[c].value) == values.end()) {
      return unknown(choices[c].value);
    }
  }
  for (const Variant& variant : found->variants) {
    if (variant.options == wanted) return Entry{found, &variant};
  }
  return refuse(Error(ErrorCode::variant_impossible, "options"));
}

}  // namespace sealcart
