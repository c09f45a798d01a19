// How other platforms split an amount, as rules: each proposes shares of what is left over the rows
// that are open; bounds are put around the proposals here, the same way for all.
#include <algorithm>

#include "../index_sort.h"
#include "../rate.h"
#include "allocation_steps.h"

namespace sealcart::pricing {
namespace {

using Wide = __int128;
using Row = AllocationWork::Row;

// The open rows, what is left for them, and where the proposal goes: shares, 0 each at first.
struct Round {
  std::int64_t amount;
  std::int64_t weights;  // their sum
  std::int64_t units;
  int number;  // 0: the first
  AllocationWork& work;

  std::size_t count() const { return work.open.size(); }
  const Row& row(std::size_t k) const { return work.rows[work.open[k]]; }
  std::int64_t& share(std::size_t k) { return work.shares[k]; }
};

std::int64_t part_of(std::int64_t amount, std::int64_t weight, std::int64_t weights) {
  return static_cast<std::int64_t>(Wide{amount} * weight / weights);
}

// Weights add up to at most 2^63 and the share is at most `amount`: always there.
std::int64_t rounded_part(const Round& round, std::size_t k, Rounding mode) {
  return mul_div(round.amount, round.row(k).weight, round.weights, mode).value_or(0);
}

void propose_sylius(Round& round) {
  std::int64_t missing = round.amount;
  for (std::size_t k = 0; k < round.count(); ++k) {
    round.share(k) = rounded_part(round, k, Rounding::half_down);
    missing -= round.share(k);
  }
  const std::int64_t step = missing < 0 ? -1 : 1;
  for (std::size_t k = 0; k < round.count() && missing != 0; ++k) {
    if (round.share(k) + step < 0) continue;
    round.share(k) += step;
    missing -= step;
  }
}

void propose_solidus(Round& round) {
  std::int64_t left = round.amount;
  std::int64_t weights = round.weights;
  for (std::size_t k = round.count(); k-- > 0;) {
    round.share(k) = part_of(left, round.row(k).weight, weights);
    left -= round.share(k);
    weights -= round.row(k).weight;
  }
}

void propose_saleor(Round& round) {
  std::int64_t left = round.amount;
  for (std::size_t k = 0; k + 1 < round.count(); ++k) {
    round.share(k) = std::min(left, rounded_part(round, k, Rounding::half_up));
    left -= round.share(k);
  }
  round.share(round.count() - 1) = left;
}

// One minor unit for each unit, the dearest row first: by its price times its units, as there.
void propose_remainder(Round& round) {
  auto& order = round.work.order;
  order.resize(round.count());
  for (std::uint32_t k = 0; k < order.size(); ++k) order[k] = k;
  sort_positions(order, [&round](std::uint32_t a, std::uint32_t b) {
    const Wide one = Wide{round.row(a).weight} * round.row(a).units;
    const Wide other = Wide{round.row(b).weight} * round.row(b).units;
    return one != other ? one > other : a < b;
  });
  std::int64_t left = round.amount;
  for (const std::uint32_t k : order) {
    round.share(k) = std::min({left, round.row(k).units, round.row(k).most - round.row(k).share});
    left -= round.share(k);
  }
}

void propose_woo_percent(Round& round, std::int32_t rate_ppm) {
  if (round.number > 0 && round.amount <= round.units) return propose_remainder(round);
  std::int64_t left = round.amount;
  for (std::size_t k = 0; k < round.count(); ++k) {
    const std::int64_t weight = round.row(k).weight;
    const std::int64_t part = round.number == 0 && rate_ppm > 0
                                  ? part_of(weight, rate_ppm, kMillion)
                                  : part_of(round.amount, weight, round.weights);
    round.share(k) = std::min(left, part);
    left -= round.share(k);
  }
}

void propose_woo_fixed_cart(Round& round) {
  const std::int64_t each = round.amount / round.units;
  if (each == 0) return propose_remainder(round);
  for (std::size_t k = 0; k < round.count(); ++k) round.share(k) = each * round.row(k).units;
}

void propose(Round& round, const AllocationRule& rule) {
  switch (rule.policy) {
    case AllocationPolicy::largest_remainder:
      break;  // never sent here
    case AllocationPolicy::sylius:
      return propose_sylius(round);
    case AllocationPolicy::solidus:
      return propose_solidus(round);
    case AllocationPolicy::woo_percent:
      return propose_woo_percent(round, rule.rate_ppm);
    case AllocationPolicy::woo_fixed_cart:
      return propose_woo_fixed_cart(round);
    case AllocationPolicy::saleor:
      return propose_saleor(round);
  }
}

// Gathers the rows that can take more; false when there is none.
bool open_round(Round& round) {
  round.work.open.clear();
  round.weights = 0;
  round.units = 0;
  for (std::uint32_t i = 0; i < round.work.rows.size(); ++i) {
    const Row& row = round.work.rows[i];
    if (row.fixed || row.share == row.most) continue;
    round.work.open.push_back(i);
    round.weights += row.weight;
    round.units += row.units;
  }
  round.work.shares.assign(round.count(), 0);
  return round.count() > 0;
}

// Every round but the first takes something, and either all of it or a row's whole room: there are
// at most two more rounds than rows. Saleor has one round only.
std::int64_t fill(std::int64_t amount, const AllocationRule& rule, AllocationWork& work) {
  Round round{amount, 0, 0, 0, work};
  while (round.amount > 0 && open_round(round)) {
    propose(round, rule);
    for (std::size_t k = 0; k < round.count(); ++k) {
      Row& row = work.rows[work.open[k]];
      const std::int64_t taken = std::min(round.share(k), row.most - row.share);
      row.share += taken;
      round.amount -= taken;
    }
    if (rule.policy == AllocationPolicy::saleor) break;
    ++round.number;
  }
  return round.amount;
}

}  // namespace

// No platform has a least share: rows get theirs first, and the platform's way shares the rest.
std::int64_t share_as_peer(std::int64_t amount, const AllocationRule& rule, AllocationWork& work) {
  std::int64_t left = amount;
  for (Row& row : work.rows) {
    row.fixed = row.weight == 0;
    row.share = row.least;
    left -= row.least;
  }
  return fill(left, rule, work);
}

}  // namespace sealcart::pricing
