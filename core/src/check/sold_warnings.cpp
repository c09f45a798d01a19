// Promotions against what is sold.
#include <algorithm>
#include <set>

#include "../pricing/rule_lines.h"
#include "warnings.h"

namespace sealcart::checking {
namespace {

class Sold {
 public:
  Sold(Warnings& out, const CatalogSlice& slice) : out_(out), slice_(slice) {
    for (const Product& product : slice.products) {
      groups_.insert(product.category);
      groups_.insert(product.tags.begin(), product.tags.end());
      for (const Variant& variant : product.variants) skus_.insert(variant.sku);
    }
  }

  void run() {
    const auto& promotions = out_.document.promotions;
    for (std::size_t p = 0; p < promotions.size(); ++p) {
      const std::string path = at("promotions", p);
      names(promotions[p], path);
      if (!out_.is_over(promotions[p])) amounts(promotions[p], path);
    }
  }

 private:
  void names(const Promotion& promotion, const std::string& path) {
    skus(promotion.skus, path + ".skus");
    skus(promotion.except_skus, path + ".exceptSkus");
    categories(promotion.categories, path + ".categories");
    categories(promotion.except_categories, path + ".exceptCategories");
    for (std::size_t n = 0; n < promotion.needs.size(); ++n) {
      const std::string need = path + "." + at("needs", n);
      skus(promotion.needs[n].skus, need + ".skus");
      categories(promotion.needs[n].categories, need + ".categories");
    }
    if (!promotion.units) return;
    skus(promotion.units->skus, path + ".units.skus");
    categories(promotion.units->categories, path + ".units.categories");
  }

  void skus(const std::vector<std::string>& list, const std::string& path) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (!skus_.contains(list[i]))
        out_.tell(Warning::sku_not_sold, at(path, i), {{"sku", list[i]}});
    }
  }
  void categories(const std::vector<std::string>& list, const std::string& path) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (groups_.contains(list[i])) continue;
      out_.tell(Warning::category_not_sold, at(path, i), {{"category", list[i]}});
    }
  }

  // A fixed amount that is more than it can be taken off: of a unit, or of an order that its least
  // subtotal lets through. A price that nothing it names exceeds.
  void amounts(const Promotion& promotion, const std::string& path) {
    if (promotion.target == PromotionTarget::shipping || promotion.units) return;
    const Variant* cheapest = nullptr;
    std::int64_t dearest = 0;
    for (const Product& product : slice_.products) {
      for (const Variant& variant : product.variants) {
        const Catalog::Entry entry{&product, &variant};
        if (!pricing::RuleLines::entitles(promotion, entry, variant.price)) continue;
        if (cheapest == nullptr || variant.price < cheapest->price) cheapest = &variant;
        dearest = std::max(dearest, variant.price);
      }
    }
    if (cheapest == nullptr) {
      return out_.tell(Warning::promotion_never, path, {{"why", "nothing it names is sold"}});
    }
    const bool line = promotion.target == PromotionTarget::line;
    if (promotion.kind == PromotionKind::fixed) {
      const std::int64_t base =
          line ? cheapest->price : std::max(cheapest->price, promotion.min_subtotal);
      above(most_amount(promotion), base, *cheapest, path + ".amount");
    } else if (promotion.kind == PromotionKind::price && line && promotion.tiers.empty() &&
               promotion.amount >= dearest) {
      out_.tell(Warning::promotion_takes_nothing, path + ".amount",
                {{"why", "nothing it names costs more"}});
    }
  }

  static std::int64_t most_amount(const Promotion& promotion) {
    const std::int64_t most = std::max(promotion.amount, promotion.further_amount.value_or(0));
    return std::min(most, promotion.max_amount.value_or(most));
  }

  void above(std::int64_t amount, std::int64_t base, const Variant& cheapest, std::string path) {
    if (amount <= base) return;
    out_.tell(Warning::promotion_above_price, std::move(path),
              {{"amount", std::to_string(amount)},
               {"sku", cheapest.sku},
               {"price", std::to_string(cheapest.price)}});
  }

  Warnings& out_;
  const CatalogSlice& slice_;
  std::set<std::string_view> skus_;
  std::set<std::string_view> groups_;
};

}  // namespace

void sold_warnings(Warnings& out, const CatalogSlice& slice) { Sold(out, slice).run(); }

}  // namespace sealcart::checking
