#include "sealcart/outlook.h"

#include <algorithm>

#include "spend.h"
#include "stages.h"

namespace sealcart {
namespace {

using pricing::index_of;

// Units of a gift the cart lacks; 0 while the conditions of its promotion do not hold.
std::int64_t lacking_gift(const Cart& cart, const Promotion& promotion, const Priced& priced,
                          std::size_t rule) {
  if (!promotion.gift || promotion.skus.empty()) return 0;
  if (priced.totals.states[rule] != RuleState::holds) return 0;
  std::int64_t units = std::max(promotion.max_units, std::int32_t{1});
  for (std::size_t i = 0; i < cart.lines.size(); ++i) {
    if (cart.lines[i].sku == promotion.skus.front()) units -= priced.input.lines[i].quantity;
  }
  return std::max(units, std::int64_t{0});
}

}  // namespace

std::vector<SnapshotGap> gaps_of(const StoreDocument& doc, const Priced& priced) {
  std::vector<SnapshotGap> gaps;
  if (priced.input.goals.empty()) return gaps;
  pricing::SpendSearch search(priced);
  for (std::size_t g = 0; g < priced.input.goals.size(); ++g) {
    const Goal& goal = priced.input.goals[g];
    const GoalGap& missing = priced.totals.gaps[g];
    SnapshotGap gap{goal.kind, {}, {}, missing.amount, missing.units, search.least(g)};
    const auto name = [&](const auto& rules) {
      gap.rule = rules[index_of(goal.rule)].id;
      gap.name = rules[index_of(goal.rule)].name;
    };
    if (goal.kind == GoalKind::promotion) name(doc.promotions);
    if (goal.kind == GoalKind::free_shipping) name(doc.shipping_methods);
    if (goal.kind == GoalKind::fee) name(doc.fees);
    gaps.push_back(std::move(gap));
  }
  return gaps;
}

std::optional<NextChange> next_change_of(const StoreDocument& doc, const Priced& priced) {
  const PriceInput& input = priced.input;
  if (input.next_change_ms == 0) return {};
  NextChange next{{input.next_change_ms}, {}};
  if (input.next_change_rule != kNone) {
    next.promotion = doc.promotions[index_of(input.next_change_rule)].id;
  }
  return next;
}

std::vector<SnapshotGift> gifts_of(const Cart& cart, const StoreDocument& doc,
                                   const Priced& priced) {
  std::vector<SnapshotGift> gifts;
  for (std::size_t r = 0; r < priced.input.rules.size(); ++r) {
    const Promotion& promotion = doc.promotions[index_of(priced.input.rules[r].promotion)];
    const std::int64_t units = lacking_gift(cart, promotion, priced, r);
    if (units > 0) gifts.push_back({promotion.id, promotion.skus.front(), units});
  }
  return gifts;
}

const SeenPrice* find_seen(const std::vector<SeenPrice>& seen, std::string_view sku,
                           std::size_t line) {
  if (line < seen.size() && seen[line].sku == sku) return &seen[line];
  const auto found = std::ranges::find(seen, sku, &SeenPrice::sku);
  return found == seen.end() ? nullptr : &*found;
}

std::optional<PriceChange> price_change_of(const Cart& cart, const Priced& priced, std::size_t line,
                                           const std::vector<SeenPrice>& seen) {
  const LineItem& item = cart.lines[line];
  const SeenPrice* known = find_seen(seen, item.sku, line);
  if (known == nullptr || priced.error) return {};
  const std::int64_t now = unit_price_of(priced.input, priced.totals, line);
  if (now == known->unit_price) return {};
  if (!priced.input.volume_of.empty()) {
    const Span steps = priced.input.volume_of[line];
    for (std::uint32_t s = 0; s < steps.count; ++s) {
      if (priced.input.volume[steps.first + s].amount == known->unit_price) return {};
    }
  }
  return PriceChange{item.id, item.sku, known->unit_price, now};
}

std::uint64_t outlook_mark(const Cart& cart, const StoreDocument& doc, const Priced& priced) {
  std::uint64_t mark = 0;
  const auto mix = [&](std::uint64_t value) {
    mark = (mark ^ (value + 1)) * 1'099'511'628'211U;  // FNV-1a, 64 bits
  };
  for (std::size_t r = 0; r < priced.totals.states.size(); ++r) {
    mix(static_cast<std::uint64_t>(priced.totals.states[r]));
    const Promotion& promotion = doc.promotions[index_of(priced.input.rules[r].promotion)];
    if (promotion.gift) {
      mix(static_cast<std::uint64_t>(lacking_gift(cart, promotion, priced, r)));
    }
  }
  return mark;
}

}  // namespace sealcart
