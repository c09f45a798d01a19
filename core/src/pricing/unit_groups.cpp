// Buy X get Y and quantity groups: units are counted once, over all promotions of this kind.
#include <algorithm>

#include "../index_sort.h"
#include "rule_work.h"

namespace sealcart::pricing {
namespace {

class UnitGroups {
 public:
  UnitGroups(const RuleWork& work, const Rule& rule)
      : work_(work), rule_(rule), scratch_(work.scratch), count_(work.input.lines.size()) {
    if (scratch_.used.size() != count_) scratch_.used.assign(count_, 0);
    scratch_.reserved.assign(count_, 0);
    side_.assign(count_, 0);
    mark(rule.all_lines, rule.lines, kGets);
    const bool own = rule.get == 0 || rule.buy_own_lines;
    mark(own ? rule.all_lines : false, own ? rule.lines : rule.buy_lines, kBuys);
  }

  std::int64_t run() {
    sort_lines();
    const std::int64_t times = most_groups();
    if (times == 0) return 0;
    if (rule_.get == 0) {
      take(times * rule_.buy, kBuys, false, scratch_.reserved);
      for (const std::uint32_t i : scratch_.order) scratch_.used[i] += scratch_.reserved[i];
      return times;
    }
    // Units got come first, but leave enough to be bought.
    std::int64_t spare = available(kBuys) - times * rule_.buy;
    std::int64_t wanted = times * rule_.get;
    for (const std::uint32_t i : scratch_.order) {
      if ((side_[i] & kGets) == 0) continue;
      std::int64_t units = std::min<std::int64_t>(free_units(i), wanted);
      if ((side_[i] & kBuys) != 0) units = std::min(units, spare);
      if ((side_[i] & kBuys) != 0) spare -= units;
      wanted -= units;
      scratch_.reserved[i] = static_cast<std::int32_t>(units);
      scratch_.used[i] += scratch_.reserved[i];
    }
    bought_.assign(count_, 0);
    take(times * rule_.buy, kBuys, true, bought_);
    for (const std::uint32_t i : scratch_.order) scratch_.used[i] += bought_[i];
    return times;
  }

 private:
  static constexpr std::uint8_t kGets = 1;
  static constexpr std::uint8_t kBuys = 2;

  void mark(bool all, Span lines, std::uint8_t side) {
    work_.each_line(all, lines, [&](std::uint32_t i) { side_[i] |= side; });
  }

  std::int64_t free_units(std::uint32_t i) const {
    return work_.input.lines[i].quantity - scratch_.used[i];
  }
  std::int64_t available(std::uint8_t sides) const {
    std::int64_t units = 0;
    for (const std::uint32_t i : scratch_.order) {
      if ((side_[i] & sides) != 0) units += free_units(i);
    }
    return units;
  }

  // As many as both sides and their union allow (Hall's condition for two sets).
  std::int64_t most_groups() const {
    std::int64_t times = available(kBuys) / rule_.buy;
    if (rule_.get > 0) {
      times = std::min(times, available(kGets) / rule_.get);
      times = std::min(times, available(kBuys | kGets) / (rule_.buy + rule_.get));
    }
    return rule_.max_times > 0 ? std::min<std::int64_t>(times, rule_.max_times) : times;
  }

  // The lines of either side, in the order in which units are taken.
  void sort_lines() {
    auto& order = scratch_.order;
    order.clear();
    for (std::uint32_t i = 0; i < count_; ++i) {
      if (side_[i] != 0) order.push_back(i);
    }
    const bool dearest = rule_.choose == UnitChoice::dearest;
    sort_positions(order, [&](std::uint32_t a, std::uint32_t b) {
      const std::int64_t pa = work_.unit_price(a);
      const std::int64_t pb = work_.unit_price(b);
      if (pa != pb) return dearest ? pa > pb : pa < pb;
      return work_.input.rank[a] < work_.input.rank[b];
    });
  }

  // `from_end`: units bought are those the shopper would rather pay for: the other end of the
  // order.
  void take(std::int64_t units, std::uint8_t side, bool from_end, std::vector<std::int32_t>& out) {
    const auto& order = scratch_.order;
    for (std::size_t k = 0; k < order.size(); ++k) {
      const std::uint32_t i = from_end ? order[order.size() - 1 - k] : order[k];
      if ((side_[i] & side) == 0) continue;
      const std::int64_t part = std::min(free_units(i), units);
      out[i] = static_cast<std::int32_t>(part);
      units -= part;
    }
  }

  const RuleWork& work_;
  const Rule& rule_;
  PriceScratch& scratch_;
  const std::size_t count_;
  std::vector<std::uint8_t>& side_ = scratch_.sides;
  std::vector<std::int32_t>& bought_ = scratch_.bought;
};

}  // namespace

std::int64_t take_groups(const RuleWork& work, const Rule& rule) {
  return UnitGroups(work, rule).run();
}

}  // namespace sealcart::pricing
