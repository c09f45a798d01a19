// Largest remainder within bounds: find the entries that stay at a bound, then round the others
// once. Which ones stay is decided on exact shares, so it does not depend on rounding.
#include "allocation_steps.h"

namespace sealcart::pricing {
namespace {

using Wide = __int128;
using Row = AllocationWork::Row;

std::int64_t fix(Row& row, std::int64_t share) {
  row.share = share;
  row.fixed = true;
  return share;
}

std::int64_t weight_of_open(const AllocationWork& work) {
  std::int64_t sum = 0;
  for (const std::uint32_t i : work.open) sum += work.rows[i].weight;
  return sum;
}

void gather_open(AllocationWork& work) {
  work.open.clear();
  for (std::uint32_t i = 0; i < work.rows.size(); ++i) {
    if (!work.rows[i].fixed) work.open.push_back(i);
  }
}

// How far a share must move to lie within its bounds, times the sum of the weights: above 0 when
// it is below its least, below 0 when it is above its most.
Wide violation(const Row& row, std::int64_t amount, std::int64_t weights) {
  const Wide exact = Wide{amount} * row.weight;
  if (exact < Wide{row.least} * weights) return Wide{row.least} * weights - exact;
  if (exact > Wide{row.most} * weights) return Wide{row.most} * weights - exact;
  return 0;
}

// One round: when the bounds add more than they take away, every entry below its least is there to
// stay, for the others will get less; otherwise those above their most. Returns what that takes.
// The sum stays below 2^126: bounds under 2^53, weights under 2^63, at most 2^10 entries.
std::int64_t fix_violators(std::int64_t amount, AllocationWork& work) {
  const std::int64_t weights = weight_of_open(work);
  Wide sum = 0;
  for (const std::uint32_t i : work.open) sum += violation(work.rows[i], amount, weights);
  std::int64_t taken = 0;
  for (const std::uint32_t i : work.open) {
    Row& row = work.rows[i];
    const Wide moved = violation(row, amount, weights);
    if (moved > 0 && sum >= 0) taken += fix(row, row.least);
    if (moved < 0 && sum <= 0) taken += fix(row, row.most);
  }
  return taken;
}

}  // namespace

std::int64_t share_by_remainder(std::int64_t amount, const AllocationRule& rule,
                                AllocationWork& work) {
  std::int64_t left = amount;
  for (Row& row : work.rows) {
    if (row.weight == 0) left -= fix(row, row.least);
  }
  gather_open(work);
  for (std::size_t open = 0; open != work.open.size();) {
    open = work.open.size();
    left -= fix_violators(left, work);
    gather_open(work);
  }
  work.weights.clear();
  for (const std::uint32_t i : work.open) work.weights.push_back(work.rows[i].weight);
  work.shares.resize(work.open.size());
  left = allocate(left, work.weights, {}, work.shares, work.scratch, rule.ties);
  for (std::size_t k = 0; k < work.open.size(); ++k) {
    work.rows[work.open[k]].share = work.shares[k];
  }
  return left;
}

}  // namespace sealcart::pricing
