#include "conflicts.h"

namespace sealcart::pricing {
namespace {

bool share_a_line(const PriceInput& input, const Rule& a, const Rule& b) {
  if (a.all_lines || b.all_lines) return true;
  std::uint32_t i = 0;
  std::uint32_t k = 0;
  while (i < a.lines.count && k < b.lines.count) {
    const std::uint32_t x = input.rule_lines[a.lines.first + i];
    const std::uint32_t y = input.rule_lines[b.lines.first + k];
    if (x == y) return true;
    x < y ? ++i : ++k;
  }
  return false;
}

}  // namespace

bool combines(const Promotion& promotion, PromotionTarget with) {
  if (!promotion.combines_with) return promotion.target != with;
  const PromotionCombines& flags = *promotion.combines_with;
  switch (with) {
    case PromotionTarget::line:
      return flags.line;
    case PromotionTarget::order:
      return flags.order;
    case PromotionTarget::shipping:
      return flags.shipping;
  }
  return false;
}

bool combines_with_nothing(const Promotion& promotion) {
  return !combines(promotion, PromotionTarget::line) &&
         !combines(promotion, PromotionTarget::order) &&
         !combines(promotion, PromotionTarget::shipping);
}

Exclusion exclusion(const Promotion& x, const Promotion& y) {
  if (!x.exclusive_group.empty() && x.exclusive_group == y.exclusive_group) return Exclusion::yes;
  const bool together = combines(x, y.target) && combines(y, x.target);
  if (x.target != y.target) return together ? Exclusion::no : Exclusion::yes;
  if (together || x.lane != y.lane) return Exclusion::no;
  const bool compete = !combines(x, x.target) && !combines(y, y.target);
  if (x.target != PromotionTarget::line) return compete ? Exclusion::no : Exclusion::yes;
  const bool each_line = compete && !spans_lines(x) && !spans_lines(y);
  return each_line ? Exclusion::no : Exclusion::on_shared_lines;
}

void find_conflicts(const StoreDocument& doc, PriceInput& input) {
  const auto promotion_of = [&](const Rule& rule) -> const Promotion& {
    return doc.promotions[static_cast<std::size_t>(rule.promotion)];
  };
  for (std::size_t a = 0; a < input.rules.size(); ++a) {
    for (std::size_t b = a + 1; b < input.rules.size(); ++b) {
      const Rule& x = input.rules[a];
      const Rule& y = input.rules[b];
      const Exclusion found = exclusion(promotion_of(x), promotion_of(y));
      if (found == Exclusion::no) continue;
      if (found == Exclusion::on_shared_lines && !share_a_line(input, x, y)) continue;
      input.conflicts.push_back({static_cast<std::uint16_t>(a), static_cast<std::uint16_t>(b)});
    }
  }
}

}  // namespace sealcart::pricing
