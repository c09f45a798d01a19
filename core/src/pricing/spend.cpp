#include "spend.h"

#include <algorithm>

#include "stages.h"

namespace sealcart::pricing {
namespace {

// Lines x promotions x deals that are looked at for one snapshot.
constexpr std::int64_t kSpendWork = 1 << 20;

template <class T>
void extend(std::vector<T>& beside, std::size_t lines, T value) {
  if (beside.size() == lines) beside.push_back(value);
}

void add_line(PriceInput& input) {
  const std::size_t lines = input.lines.size();
  LinePrice line;
  line.quantity = 1;
  input.lines.push_back(line);
  input.rank.push_back(static_cast<std::uint32_t>(lines));
  if (lines == 0) return;
  const auto step = static_cast<std::uint32_t>(input.volume.size());
  if (!input.volume_of.empty()) input.volume.push_back({1, 0, kNone});
  extend(input.volume_of, lines, Span{step, 1});
  extend(input.floors, lines, std::int64_t{0});
  extend(input.plain_prices, lines, std::int64_t{0});
  extend(input.stays, lines, std::uint8_t{1});
}

void set_price(PriceInput& input, std::int64_t amount) {
  input.lines.back().unit_price = amount;
  if (!input.volume_of.empty()) input.volume[input.volume_of.back().first].amount = amount;
  if (!input.plain_prices.empty()) input.plain_prices.back() = amount;
}

// The same lines and, when `further`, the last one.
Span listed(PriceInput& input, bool all, Span lines, bool further) {
  const auto last = static_cast<std::uint32_t>(input.lines.size() - 1);
  const auto first = static_cast<std::uint32_t>(input.rule_lines.size());
  const std::uint32_t count = all ? last : lines.count;
  for (std::uint32_t k = 0; k < count; ++k) {
    input.rule_lines.push_back(all ? k : input.rule_lines[lines.first + k]);
  }
  if (further) input.rule_lines.push_back(last);
  return {first, count + (further ? 1U : 0U)};
}

}  // namespace

SpendSearch::SpendSearch(const Priced& priced) : priced_(priced), further_(priced.input) {
  add_line(further_);
  for (Rule& rule : further_.rules) {
    if (rule.target != PromotionTarget::line || !rule.all_lines) continue;
    rule.lines = listed(further_, true, {}, false);
    rule.all_lines = false;
  }
  const std::size_t contested =
      further_.conflicts.empty() ? 0 : std::min<std::size_t>(further_.rules.size(), 12);
  const auto lines = static_cast<std::int64_t>(further_.lines.size());
  const auto rules = static_cast<std::int64_t>(further_.rules.size()) + 1;
  tries_ = kSpendWork / (lines * rules) >> contested;
}

bool SpendSearch::reaches(PriceInput& trial, std::size_t goal, std::int64_t amount) {
  --tries_;
  set_price(trial, amount);
  if (!price(trial, scratch_, out_)) return false;
  if (rule_) return out_.states[*rule_] == RuleState::holds;
  return out_.gaps[goal].amount == 0 && out_.gaps[goal].units == 0;
}

// The goods are such that the promotion asks for. While its conditions hold the next tier is what
// is missing, and its tiers end there.
void SpendSearch::aim_at_promotion(PriceInput& trial, std::size_t goal) {
  const auto found = std::ranges::find(trial.rules, static_cast<std::int32_t>(goal), &Rule::goal);
  if (found == trial.rules.end()) return;
  Rule& rule = *found;
  for (std::uint32_t n = 0; n < rule.needs.count; ++n) {
    Span& lines = trial.needs[rule.needs.first + n].lines;
    lines = listed(trial, false, lines, true);
  }
  const auto index = static_cast<std::size_t>(found - trial.rules.begin());
  if (priced_.totals.states[index] != RuleState::holds) rule_ = index;
  if (rule_ || rule.tiers.count == 0) return;
  if (!rule.all_lines) rule.lines = listed(trial, false, rule.lines, true);
  const std::uint32_t tiers = rule.tiers.count;
  for (rule.tiers.count = 1; rule.tiers.count < tiers; ++rule.tiers.count) {
    if (!reaches(trial, goal, 0)) return;
  }
}

std::optional<std::int64_t> SpendSearch::search(PriceInput& trial, std::size_t goal) {
  const std::int64_t gap = priced_.totals.gaps[goal].amount;
  std::int64_t below = 0;
  std::int64_t enough = gap;
  while (!reaches(trial, goal, enough)) {
    if (enough == limits::kUnitPrice || tries_ <= 0) return {};
    below = enough;
    enough = std::min(2 * enough, limits::kUnitPrice);
  }
  // Most goals are as far as their gap says.
  if (enough == gap && gap > 1 && !reaches(trial, goal, gap - 1)) below = gap - 1;
  while (enough - below > 1) {
    if (tries_ <= 0) return {};
    const std::int64_t middle = below + (enough - below) / 2;
    (reaches(trial, goal, middle) ? enough : below) = middle;
  }
  return enough;
}

std::optional<std::int64_t> SpendSearch::least(std::size_t goal) {
  const GoalGap& gap = priced_.totals.gaps[goal];
  if (gap.amount == 0 || gap.units > 0 || gap.amount > limits::kUnitPrice) return {};
  if (tries_ <= 0 || !priced_.totals.deal_proven) return {};
  PriceInput trial = further_;
  rule_.reset();
  if (trial.goals[goal].kind == GoalKind::promotion) {
    aim_at_promotion(trial, goal);
  } else {
    trial.chosen_shipping = priced_.totals.shipping_choice;
  }
  return search(trial, goal);
}

}  // namespace sealcart::pricing
