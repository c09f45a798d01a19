#include "sealcart/allocation.h"

#include <numeric>

#include "../index_sort.h"
#include "../path.h"
#include "allocation_steps.h"

namespace sealcart {
namespace {

Status within(std::int64_t value, std::int64_t min, std::int64_t max, std::string_view path) {
  if (value >= min && value <= max) return {};
  return refuse(Error(ErrorCode::number_out_of_range, path).with("min", min).with("max", max));
}

Status check_entry(const AllocationEntry& entry) {
  if (Status s = within(entry.weight, 0, limits::kAmount, "weight"); !s) return s;
  if (Status s = within(entry.most, 0, limits::kAmount, "most"); !s) return s;
  if (Status s = within(entry.least, 0, entry.most, "least"); !s) return s;
  return within(entry.units, 1, limits::kQuantity, "units");
}

std::int64_t size_of(std::int64_t amount) { return amount < 0 ? -amount : amount; }

Status check(std::int64_t amount, std::span<const AllocationEntry> entries,
             const AllocationRule& rule) {
  if (Status s = within(amount, -limits::kAmount, limits::kAmount, "amount"); !s) return s;
  if (Status s = within(rule.rate_ppm, 0, limits::kDiscountPpm, "ratePpm"); !s) return s;
  if (entries.size() > limits::kLines) {
    constexpr auto kMost = static_cast<std::int64_t>(limits::kLines);
    return refuse(Error(ErrorCode::list_too_long, "entries").with("max", kMost));
  }
  std::int64_t least = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (Status s = check_entry(entries[i]); !s) {
      return refuse(std::move(s).error().inside(at("entries", i)));
    }
    least += entries[i].least;
  }
  return within(size_of(amount), least, limits::kAmount, "amount");
}

// The rows stand in the order in which ties are decided; that is all later steps know of ranks.
void lay_out(std::span<const AllocationEntry> entries, const AllocationRule& rule,
             AllocationWork& work) {
  work.order.resize(entries.size());
  std::iota(work.order.begin(), work.order.end(), 0U);
  if (rule.ties == Ties::weight) {
    sort_positions(work.order, [entries](std::uint32_t a, std::uint32_t b) {
      return entries[a].rank != entries[b].rank ? entries[a].rank < entries[b].rank : a < b;
    });
  }
  bool any_weight = false;
  for (const AllocationEntry& entry : entries) any_weight |= entry.weight > 0;
  const bool equal = !any_weight && rule.zero_weights == ZeroWeights::equal;
  work.rows.clear();
  for (const std::uint32_t i : work.order) {
    const AllocationEntry& e = entries[i];
    const std::int64_t weight = equal ? 1 : e.weight;
    work.rows.push_back({weight, e.least, e.most, e.units, 0, i, false});
  }
}

}  // namespace

Status allocate_within(std::int64_t amount, std::span<const AllocationEntry> entries,
                       const AllocationRule& rule, AllocationWork& work, Allocation& out) {
  if (Status checked = check(amount, entries, rule); !checked) return checked;
  lay_out(entries, rule, work);
  const std::int64_t left = rule.policy == AllocationPolicy::largest_remainder
                                ? pricing::share_by_remainder(size_of(amount), rule, work)
                                : pricing::share_as_peer(size_of(amount), rule, work);
  const std::int64_t sign = amount < 0 ? -1 : 1;
  out.shares.resize(entries.size());
  for (const AllocationWork::Row& row : work.rows) out.shares[row.entry] = sign * row.share;
  out.unallocated = sign * left;
  return {};
}

}  // namespace sealcart
