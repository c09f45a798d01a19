// Which of the promotions that exclude each other count.
//
// Every set of contested promotions without a conflict is a deal. Up to kDealCombinations of them
// are all priced; the lowest grand total wins, among equals fewer promotions, then the earlier
// ones. Beyond that the sets are searched depth first, and a branch is left when even all that its
// open promotions could save would not beat the best; the result is proven if that ends within
// kDealCombinations prices.
#include <algorithm>
#include <numeric>

#include "../index_sort.h"
#include "../rate.h"
#include "stages.h"

namespace sealcart::pricing {
namespace {

class Deal {
 public:
  Deal(const PriceInput& input, PriceScratch& scratch, Totals& out)
      : input_(input), scratch_(scratch), out_(out) {
    std::vector<std::uint8_t>& off = scratch_.off;
    for (const Conflict& conflict : input_.conflicts) off[conflict.a] = off[conflict.b] = 1;
    scratch_.contested.clear();
    for (std::uint32_t r = 0; r < off.size(); ++r) {
      if (off[r] != 0) scratch_.contested.push_back(r);
    }
  }

  bool best() {
    bounded_ = count_sets(0, 0) > limits::kDealCombinations;
    if (bounded_) find_savings();
    search(0, 0);
    scratch_.off = scratch_.best_off;
    return proven_;
  }

  // Promotions that go with nothing first, then by priority; each counts if it may and goes with
  // those before it.
  void by_priority() {
    auto& order = scratch_.contested;
    sort_positions(order, [this](std::uint32_t a, std::uint32_t b) {
      const Rule& x = input_.rules[a];
      const Rule& y = input_.rules[b];
      if (x.alone != y.alone) return x.alone;
      if (x.priority != y.priority) return x.priority > y.priority;
      return x.promotion < y.promotion;
    });
    for (const std::uint32_t r : order) {
      if (may_count(input_.rules[r]) && fits(r)) scratch_.off[r] = 0;
    }
  }

 private:
  bool fits(std::uint32_t rule) const {
    return std::ranges::none_of(input_.conflicts, [&](const Conflict& conflict) {
      return (conflict.a == rule && scratch_.off[conflict.b] == 0) ||
             (conflict.b == rule && scratch_.off[conflict.a] == 0);
    });
  }

  // The thresholds, against the cart before any promotion.
  bool may_count(const Rule& rule) const {
    std::int64_t subtotal = 0;
    std::int64_t units = 0;
    for (std::size_t i = 0; i < input_.lines.size(); ++i) {
      subtotal += input_.lines[i].unit_price * input_.lines[i].quantity;
      units += input_.lines[i].quantity;
    }
    return subtotal >= rule.min_subtotal && subtotal <= rule.max_subtotal &&
           units >= rule.min_quantity && units > 0;
  }

  // Sets without a conflict, counted only as far as it matters.
  std::size_t count_sets(std::size_t at, std::size_t sofar) {
    if (sofar > limits::kDealCombinations) return sofar;
    if (at == scratch_.contested.size()) return sofar + 1;
    const std::uint32_t rule = scratch_.contested[at];
    if (fits(rule)) {
      scratch_.off[rule] = 0;
      sofar = count_sets(at + 1, sofar);
      scratch_.off[rule] = 1;
    }
    return count_sets(at + 1, sofar);
  }

  void search(std::size_t at, std::size_t chosen) {
    if (!proven_ || (bounded_ && at > 0 && hopeless(at))) return;
    if (at == scratch_.contested.size()) {
      try_set(chosen);
      return;
    }
    const std::uint32_t rule = scratch_.contested[at];
    if (fits(rule)) {
      scratch_.off[rule] = 0;
      search(at + 1, chosen + 1);
      scratch_.off[rule] = 1;
    }
    search(at + 1, chosen);
  }

  void try_set(std::size_t chosen) {
    if (priced_ == limits::kDealCombinations) {
      proven_ = false;
      return;
    }
    ++priced_;
    if (!run_stages(input_, scratch_, out_, nullptr)) return;
    const bool better =
        !found_ || out_.grand_total < least_ || (out_.grand_total == least_ && chosen < fewest_);
    if (!better) return;
    found_ = true;
    least_ = out_.grand_total;
    fewest_ = chosen;
    scratch_.best_off = scratch_.off;
  }

  // The most each contested promotion and all others together can save: what they lower, all of
  // it, with the tax on top. Rough, but never too small.
  void find_savings() {
    scratch_.best_off = scratch_.off;
    std::fill(scratch_.off.begin(), scratch_.off.end(), std::uint8_t{1});
    if (run_stages(input_, scratch_, out_, nullptr)) dearest_ = out_.grand_total;
    scratch_.off = scratch_.best_off;
    std::int32_t tax_ppm = 0;
    for (const TaxPart& rate : input_.rates) tax_ppm += rate.rate_ppm;
    std::int64_t extra = 0;
    for (const Charge& fee : input_.fees) extra += fee.amount;
    savings_.assign(scratch_.off.size(), 0);
    for (std::size_t r = 0; r < savings_.size(); ++r) {
      savings_[r] = with_tax(most_off(input_.rules[r]), tax_ppm);
      if (scratch_.off[r] == 0) extra += savings_[r];
    }
    always_ = with_tax(extra + out_.shipping_total, tax_ppm);
  }

  static std::int64_t with_tax(std::int64_t amount, std::int32_t tax_ppm) {
    const __int128 gross = (__int128{amount} * (kMillion + tax_ppm)) / kMillion + 1;
    return static_cast<std::int64_t>(std::min<__int128>(gross, limits::kAmount));
  }

  std::int64_t most_off(const Rule& rule) const {
    if (rule.target == PromotionTarget::shipping) return out_.shipping_total;
    const bool flat = rule.tiers.count == 0;
    if (rule.kind == PromotionKind::fixed && rule.target == PromotionTarget::order && flat) {
      return std::min(rule.amount, out_.item_subtotal);
    }
    std::int64_t base = 0;
    if (rule.all_lines) {
      base = out_.item_subtotal;
    } else {
      for (std::uint32_t k = 0; k < rule.lines.count; ++k) {
        base += out_.lines[input_.rule_lines[rule.lines.first + k]].subtotal;
      }
    }
    if (rule.kind != PromotionKind::percent || !flat) return base;
    // Each line rounds up by half a minor unit at most, each unit where units are rounded.
    return std::min(base, percent_of(base, rule.rate_ppm) + out_.unit_count + 1);
  }

  bool hopeless(std::size_t at) const {
    if (!found_) return false;
    std::int64_t saved = always_;
    for (std::size_t k = 0; k < scratch_.contested.size(); ++k) {
      const std::uint32_t rule = scratch_.contested[k];
      if (k >= at || scratch_.off[rule] == 0) saved += savings_[rule];
      if (saved >= dearest_) return false;
    }
    return dearest_ - saved > least_;
  }

  const PriceInput& input_;
  PriceScratch& scratch_;
  Totals& out_;
  std::vector<std::int64_t>& savings_ = scratch_.savings;
  std::int64_t dearest_ = limits::kAmount;
  std::int64_t always_ = 0;
  std::int64_t least_ = 0;
  std::size_t fewest_ = 0;
  std::size_t priced_ = 0;
  bool bounded_ = false;
  bool found_ = false;
  bool proven_ = true;
};

}  // namespace

bool choose_deal(const PriceInput& input, PriceScratch& scratch, Totals& out) {
  scratch.off.assign(input.rules.size(), 0);
  scratch.best_off = scratch.off;
  Deal deal(input, scratch, out);
  if (input.choice == DealChoice::best_deal) return deal.best();
  deal.by_priority();
  return true;
}

}  // namespace sealcart::pricing
