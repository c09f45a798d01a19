// One amount over many entries, each within its own bounds: order discounts, fees, refunds.
//
// money.h has the plain split by largest remainder. Here every entry may have a least and a most
// (a price floor is a most: price - floor), the amount may be negative, and a merchant who comes
// from another platform can keep that platform's way, so that old invoices stay as they were.
//
// What holds for every policy: shares + unallocated = amount; each share lies within its bounds;
// allocate(-a) = -allocate(a); with Ties::weight and ranks that differ, the answer does not depend
// on the order of the entries. Not promised: that more to share never lowers a share (6, 6 and 2
// get 4, 4, 2 of ten and 5, 5, 1 of eleven; the Alabama paradox of largest remainder).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sealcart/describe.h"
#include "sealcart/limits.h"
#include "sealcart/money.h"
#include "sealcart/result.h"

namespace sealcart {

// largest_remainder: round down, the units left to the largest remainders. With bounds: entries
//   that reach theirs stay there, and the rest is shared among the others, rounded once.
// sylius: round each share half down, then correct by one unit each from the first entry on; what
//   an entry can't take is shared again the same way.
// solidus: from the last entry to the first, each gets its share of what is left, rounded down; so
//   the units left over end at the first.
// woo_percent: round down; the units left go to the dearest entry, one for each of its units, then
//   to the next. With a rate, what is rounded down is weight x rate.
// woo_fixed_cart: every unit of every entry gets the same, whatever it costs; then as above.
// saleor: round each share half up in turn, never more than is left; the last takes the rest, and
//   what it can't take stays unallocated.
enum class AllocationPolicy : std::uint8_t {
  largest_remainder,
  sylius,
  solidus,
  woo_percent,
  woo_fixed_cart,
  saleor
};

// When nothing weighs anything. keep: nothing is allocated. equal: all weigh the same.
enum class ZeroWeights : std::uint8_t { keep, equal };

// How a store allocates. `rate_ppm`: for woo_percent alone, the rate the amount was made with; 0:
// by the amount.
struct AllocationRule {
  AllocationPolicy policy = AllocationPolicy::largest_remainder;
  ZeroWeights zero_weights = ZeroWeights::keep;
  Ties ties = Ties::weight;
  std::int32_t rate_ppm = 0;  // 0 to kDiscountPpm
};

// One place to put a share. Bounds are of the size of the share, whatever its sign. An entry that
// weighs nothing gets its least and no more. No platform has a least: there every entry gets its
// least first, and the platform's way shares the rest.
struct AllocationEntry {
  std::int64_t weight = 0;              // 0 to kAmount
  std::int64_t least = 0;               // 0 to most
  std::int64_t most = limits::kAmount;  // to kAmount
  std::int32_t units = 1;               // 1 to kQuantity; for woo_*
  std::uint32_t rank = 0;               // such as the place of the line id; equal ones: by position
};

struct Allocation {
  std::vector<std::int64_t> shares;  // beside the entries, each with the sign of the amount or 0
  std::int64_t unallocated = 0;      // what no entry could take
};

// Working memory a caller keeps, so that repeated calls allocate none.
struct AllocationWork {
  struct Row {
    std::int64_t weight, least, most, units, share;
    std::uint32_t entry;
    bool fixed;  // its share is settled
  };
  std::vector<Row> rows;  // the entries in the order ties are decided by
  std::vector<std::uint32_t> order;
  std::vector<std::uint32_t> open;  // rows that can still take something
  std::vector<std::int64_t> weights;
  std::vector<std::int64_t> shares;
  AllocationScratch scratch;
};

// Splits `amount` (within ±kAmount) over at most kLines entries. With Ties::position ranks do not
// count and "the first entry" is the first given.
//
// Refuses, and leaves `out` as it was: number_out_of_range ("amount" when it exceeds ±kAmount or
// is less than what the least shares add up to; "ratePpm"; "entries[i].weight", ".least", ".most",
// ".units"), list_too_long ("entries").
Status allocate_within(std::int64_t amount, std::span<const AllocationEntry> entries,
                       const AllocationRule& rule, AllocationWork& work, Allocation& out);

template <>
struct Describe<AllocationPolicy> {
  static constexpr std::string_view doc =
      "How an amount is split: by largest remainder, or as a named platform does it.";
};

template <>
struct Describe<ZeroWeights> {
  static constexpr std::string_view doc =
      "When nothing weighs anything: allocate nothing, or the same to each.";
};

}  // namespace sealcart
