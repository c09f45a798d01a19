#include "rule_lines.h"

#include <algorithm>

namespace sealcart::pricing {

RuleLines::RuleLines(Resolving& at) : at_(at) {
  for (const LineItem& item : at.cart.lines) entries_.push_back(at.catalog.find(item.sku));
}

bool RuleLines::is_one_of(const Catalog::Entry& entry, const std::vector<std::string>& skus,
                          const std::vector<std::string>& categories) {
  if (std::ranges::find(skus, entry.variant->sku) != skus.end()) return true;
  const Product& product = *entry.product;
  return std::ranges::any_of(categories, [&](const std::string& category) {
    return category == product.category ||
           std::ranges::find(product.tags, category) != product.tags.end();
  });
}

bool RuleLines::has(const Promotion& promotion, std::uint32_t line) const {
  return entries_[line] && entitles(promotion, *entries_[line], at_.input.lines[line].unit_price);
}

bool RuleLines::entitles(const Promotion& promotion, const Catalog::Entry& entry,
                         std::int64_t unit_price) {
  if (unit_price < promotion.min_unit_price.value_or(0)) return false;
  if (unit_price > promotion.max_unit_price.value_or(limits::kUnitPrice)) return false;
  const bool any = promotion.skus.empty() && promotion.categories.empty();
  if (!any && !is_one_of(entry, promotion.skus, promotion.categories)) return false;
  return !is_one_of(entry, promotion.except_skus, promotion.except_categories);
}

template <class Has>
Span RuleLines::collect(Has has) {
  auto& out = at_.input.rule_lines;
  const auto first = static_cast<std::uint32_t>(out.size());
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    if (has(i)) out.push_back(i);
  }
  return {first, static_cast<std::uint32_t>(out.size()) - first};
}

void RuleLines::select(const Promotion& promotion, Rule& rule) {
  rule.all_lines = false;
  rule.lines = collect([&](std::uint32_t i) { return has(promotion, i); });
  if (rule.lines.count != entries_.size() || entries_.empty()) return;
  at_.input.rule_lines.resize(rule.lines.first);
  rule.all_lines = true;
  rule.lines = {};
}

Span RuleLines::named(const std::vector<std::string>& skus,
                      const std::vector<std::string>& categories) {
  const bool any = skus.empty() && categories.empty();
  return collect([&](std::uint32_t i) {
    return any || (entries_[i] && is_one_of(*entries_[i], skus, categories));
  });
}

}  // namespace sealcart::pricing
