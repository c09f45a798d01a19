// Which of the promotions that exclude each other count.
//
// Every set of contested promotions without a conflict is a deal. Up to kDealCombinations of them
// are all priced; the lowest grand total wins, among equals fewer promotions, then the earlier
// ones. Sets that cost what a smaller one does need no price: those with a promotion out of the
// cart's reach, or with two of which only one can win. Beyond that the sets are searched depth
// first, and a branch is left when even all that its open promotions could save would not beat the
// best; the result is proven if that ends within kDealCombinations prices and kDealSteps branches.
#include <algorithm>
#include <numeric>

#include "../index_sort.h"
#include "../rate.h"
#include "stages.h"

namespace sealcart::pricing {
namespace {

constexpr std::size_t kPassSteps = 16;  // a pass over the lines counts as so many branches
constexpr std::size_t kDealSteps = kPassSteps * limits::kDealCombinations;
constexpr std::size_t kBits = 64;  // of a word

class Deal {
 public:
  Deal(const PriceInput& input, PriceScratch& scratch, Totals& out)
      : input_(input), scratch_(scratch), out_(out) {
    std::vector<std::uint8_t>& off = scratch_.off;
    words_ = (off.size() + kBits - 1) / kBits;
    scratch_.excluded.assign(off.size() * words_, 0);
    scratch_.taken.assign(words_, 0);
    for (const auto& [a, b] : input_.conflicts) {
      off[a] = off[b] = 1;
      exclude(a, b);
      exclude(b, a);
    }
    scratch_.contested.clear();
    for (std::uint32_t r = 0; r < off.size(); ++r) {
      if (off[r] != 0) scratch_.contested.push_back(r);
    }
  }

  bool best() {
    drop_unreachable();
    find_line_rules();
    leave_out_competitors();
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
    count_cart();
    for (const std::uint32_t r : order) {
      if (may_count(input_.rules[r]) && fits(r)) take(r);
    }
  }

 private:
  static std::uint64_t bit_of(std::size_t rule) { return std::uint64_t{1} << (rule % kBits); }

  void exclude(std::size_t a, std::size_t b) {
    scratch_.excluded[a * words_ + b / kBits] |= bit_of(b);
  }

  // Whether none of those taken excludes it.
  bool fits(std::uint32_t rule) const {
    for (std::size_t w = 0; w < words_; ++w) {
      if ((scratch_.excluded[rule * words_ + w] & scratch_.taken[w]) != 0) return false;
    }
    return true;
  }
  void take(std::uint32_t rule) {
    scratch_.off[rule] = 0;
    scratch_.taken[rule / kBits] |= bit_of(rule);
  }
  void leave(std::uint32_t rule) {
    scratch_.off[rule] = 1;
    scratch_.taken[rule / kBits] &= ~bit_of(rule);
  }

  // A promotion whose thresholds lie above what the cart costs before all of them lowers nothing.
  void drop_unreachable() {
    if (!price_items(input_, scratch_, out_, nullptr)) return;
    const std::int64_t most = out_.item_subtotal - out_.line_discount_total;
    std::erase_if(scratch_.contested, [&](std::uint32_t r) {
      const Rule& rule = input_.rules[r];
      return rule.min_subtotal > most || rule.min_quantity > out_.unit_count;
    });
  }

  // Rules lie in the order of the stages: the lines are the same for all sets that differ only in
  // later ones, and where the sums need no lines, the rest of such a set costs next to nothing.
  void find_line_rules() {
    if (!sums_need_no_lines(input_)) return;
    by_sums_ = true;
    const auto is_of_lines = [&](std::uint32_t r) {
      return input_.rules[r].target == PromotionTarget::line;
    };
    const auto others = std::ranges::find_if_not(scratch_.contested, is_of_lines);
    line_rules_ = static_cast<std::size_t>(others - scratch_.contested.begin());
  }

  // Of promotions of the order, or of shipping, that compete only one wins: with another of them
  // the set costs the same.
  void leave_out_competitors() {
    for (const std::uint32_t a : scratch_.contested) {
      const Rule& x = input_.rules[a];
      if (!x.competes || x.target == PromotionTarget::line) continue;
      for (const std::uint32_t b : scratch_.contested) {
        const Rule& y = input_.rules[b];
        if (a != b && y.competes && y.target == x.target && y.lane == x.lane) exclude(a, b);
      }
    }
  }

  void count_cart() {
    for (const LinePrice& line : input_.lines) {
      subtotal_ += line.unit_price * line.quantity;
      units_ += line.quantity;
    }
  }
  // The thresholds, against the cart before any promotion.
  bool may_count(const Rule& rule) const {
    return subtotal_ >= rule.min_subtotal && subtotal_ <= rule.max_subtotal &&
           units_ >= rule.min_quantity && units_ > 0;
  }

  // Sets without a conflict, counted only as far as it matters.
  std::size_t count_sets(std::size_t at, std::size_t sofar) {
    if (sofar > limits::kDealCombinations) return sofar;
    if (at == scratch_.contested.size()) return sofar + 1;
    const std::uint32_t rule = scratch_.contested[at];
    if (fits(rule)) {
      take(rule);
      sofar = count_sets(at + 1, sofar);
      leave(rule);
    }
    return count_sets(at + 1, sofar);
  }

  void search(std::size_t at, std::size_t chosen) {
    if (bounded_ && ++steps_ > kDealSteps) proven_ = false;
    if (!proven_ || (bounded_ && at > 0 && hopeless(at))) return;
    if (by_sums_ && at == line_rules_ && !pass_over_lines()) return;
    if (at == scratch_.contested.size()) {
      try_set(chosen);
      return;
    }
    const std::uint32_t rule = scratch_.contested[at];
    if (fits(rule)) {
      take(rule);
      search(at + 1, chosen + 1);
      leave(rule);
    }
    search(at + 1, chosen);
  }

  bool pass_over_lines() {
    steps_ += kPassSteps;
    return run_line_stages(input_, scratch_, out_, nullptr);
  }

  void try_set(std::size_t chosen) {
    if (priced_ == limits::kDealCombinations) {
      proven_ = false;
      return;
    }
    ++priced_;
    const std::int64_t total = total_of_set();
    if (total > limits::kAmount) return;
    const bool better = !found_ || total < least_ || (total == least_ && chosen < fewest_);
    if (!better) return;
    found_ = true;
    least_ = total;
    fewest_ = chosen;
    scratch_.best_off = scratch_.off;
  }

  // Above limits::kAmount: some figure is.
  std::int64_t total_of_set() {
    if (by_sums_) return grand_total_of_sums(input_, scratch_, out_);
    return run_stages(input_, scratch_, out_, nullptr) ? out_.grand_total : kNever;
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
  std::int64_t subtotal_ = 0;
  std::int64_t units_ = 0;
  std::int64_t dearest_ = limits::kAmount;
  std::int64_t always_ = 0;
  std::int64_t least_ = 0;
  std::size_t fewest_ = 0;
  std::size_t priced_ = 0;
  std::size_t line_rules_ = 0;  // how many of the contested are of lines
  bool by_sums_ = false;
  std::size_t steps_ = 0;
  std::size_t words_ = 0;
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
