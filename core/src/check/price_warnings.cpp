// Prices of a catalogue that contradict each other.
#include <algorithm>

#include "spans.h"
#include "warnings.h"

namespace sealcart::checking {
namespace {

class VariantPrices {
 public:
  VariantPrices(Warnings& out, const Variant& variant, std::string path)
      : out_(out), variant_(variant), path_(std::move(path)) {}

  void run() {
    below_floor(variant_.price, path_ + ".price");
    if (variant_.compare_at && *variant_.compare_at <= variant_.price) {
      out_.tell(Warning::former_price_lower, path_ + ".compareAt");
    }
    for (std::size_t p = 0; p < variant_.prices.size(); ++p) {
      const ListPrice& price = variant_.prices[p];
      const std::string path = path_ + "." + at("prices", p);
      if (out_.is_over(price)) {
        out_.tell(Warning::sale_ended, path + ".endsAt", {{"at", moment_text(price.ends_at->ms)}});
        continue;
      }
      below_floor(price.amount, path + ".amount");
      if (!is_used(p, path)) continue;
      if (price.starts_at && !price.ends_at && price.group.empty() && price.min_quantity == 1) {
        out_.tell(Warning::sale_without_end, path + ".endsAt");
      }
      steps(p, path);
    }
  }

 private:
  void below_floor(std::int64_t amount, std::string path) {
    if (amount >= variant_.min_price) return;
    out_.tell(Warning::price_below_floor, std::move(path),
              {{"floor", std::to_string(variant_.min_price)}});
  }

  // Whether everybody who has `price` has `other` too, all the time.
  static bool covers(const ListPrice& other, const ListPrice& price) {
    return (other.group.empty() || other.group == price.group) &&
           start_of(other) <= start_of(price) && end_of(price) <= end_of(other);
  }

  bool is_used(std::size_t p, const std::string& path) {
    const ListPrice& price = variant_.prices[p];
    std::string other;
    if (variant_.price <= price.amount) other = "the price itself";
    for (std::size_t i = 0; i < variant_.prices.size() && other.empty(); ++i) {
      const ListPrice& rival = variant_.prices[i];
      if (i == p || rival.min_quantity > price.min_quantity || !covers(rival, price)) continue;
      const bool same = rival.amount == price.amount && covers(price, rival) &&
                        rival.min_quantity == price.min_quantity;
      if (rival.amount < price.amount || (rival.amount == price.amount && (!same || i < p))) {
        other = rival.name;
      }
    }
    if (other.empty()) return true;
    out_.tell(Warning::price_never_used, path, {{"other", std::move(other)}});
    return false;
  }

  // What one unit fewer costs at the lowest price that is always there beside this one.
  void steps(std::size_t p, const std::string& path) {
    const ListPrice& price = variant_.prices[p];
    const std::int64_t fewer = price.min_quantity - 1;
    if (fewer == 0) return;
    std::int64_t before = variant_.price;
    for (const ListPrice& other : variant_.prices) {
      if (other.min_quantity <= fewer && covers(other, price)) {
        before = std::min(before, other.amount);
      }
    }
    if (price.amount * price.min_quantity >= before * fewer) return;
    out_.tell(Warning::more_units_cheaper, path + ".minQuantity",
              {{"units", std::to_string(price.min_quantity)},
               {"cost", std::to_string(price.amount * price.min_quantity)},
               {"before", std::to_string(before * fewer)}});
  }

  Warnings& out_;
  const Variant& variant_;
  const std::string path_;
};

}  // namespace

void price_warnings(Warnings& out, const CatalogSlice& slice) {
  for (std::size_t p = 0; p < slice.products.size(); ++p) {
    const auto& variants = slice.products[p].variants;
    for (std::size_t v = 0; v < variants.size(); ++v) {
      VariantPrices(out, variants[v], at("products", p) + "." + at("variants", v)).run();
    }
  }
}

// Variants that are charged by a size they do not have.
void weight_warnings(Warnings& out, const CatalogSlice& slice) {
  const ShippingMethod* by_weight = nullptr;
  const ShippingMethod* by_volume = nullptr;
  for (const ShippingMethod& method : out.document.shipping_methods) {
    if (!method.table) continue;
    if (method.table->measure == TableMeasure::weight_g) by_weight = &method;
    if (method.table->measure == TableMeasure::volume_cm3) by_volume = &method;
  }
  for (std::size_t p = 0; p < slice.products.size(); ++p) {
    const auto& variants = slice.products[p].variants;
    for (std::size_t v = 0; v < variants.size(); ++v) {
      if (!variants[v].ships) continue;
      const std::string path = at("products", p) + "." + at("variants", v);
      if (by_weight != nullptr && variants[v].weight_g == 0) {
        out.tell(Warning::weight_missing, path + ".weightG", {{"method", by_weight->id}});
      }
      if (by_volume != nullptr && variants[v].volume_cm3 == 0) {
        out.tell(Warning::volume_missing, path + ".volumeCm3", {{"method", by_volume->id}});
      }
    }
  }
}

}  // namespace sealcart::checking
