// What a cart costs: a pure function of cart, store document, catalogue and context. Never stored
// as truth.
//
// Two steps. resolve() finds the rules that apply (names, zones, codes, times) and lays them out as
// plain columns (price_input.h); it runs when the lines, the rules, the address or the moment
// change. price() does the arithmetic on the columns alone; it runs on every edit, allocates
// nothing once its scratch has grown, and is the same code on both sides.
//
// Order of computation: unit price -> promotions of units and lines -> promotions of the order,
// allocated to the lines -> shipping -> promotions of shipping -> fees -> tax on what is left ->
// tenders -> amount due. Where it is rounded: rounding_rules.h.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "sealcart/adjustment.h"
#include "sealcart/allocation.h"
#include "sealcart/cart.h"
#include "sealcart/catalog.h"
#include "sealcart/price_context.h"
#include "sealcart/price_input.h"
#include "sealcart/result.h"
#include "sealcart/store.h"

namespace sealcart {

struct LineTotal {
  std::int64_t subtotal = 0;        // unit price x quantity
  std::int64_t line_discount = 0;   // >= 0
  std::int64_t order_discount = 0;  // share of the order promotions, >= 0
  std::int64_t tax = 0;             // included or additional, see the slot
  std::int64_t taxable() const { return subtotal - line_discount - order_discount; }
  friend bool operator==(const LineTotal&, const LineTotal&) = default;
};

struct TaxTotal {
  std::int64_t taxable = 0;  // of an included rate with its tax, of an additional one without
  std::int64_t tax = 0;
  friend bool operator==(const TaxTotal&, const TaxTotal&) = default;
};

// What is missing to a goal; both 0: it is reached, or can't be reached by buying more.
struct GoalGap {
  std::int64_t amount = 0;  // minor units of the item subtotal after the discounts before it
  std::int64_t units = 0;
  friend bool operator==(const GoalGap&, const GoalGap&) = default;
};

// Whether the conditions of a promotion on amounts and quantities hold, and which fails.
enum class RuleState : std::uint8_t { unasked, holds, amount, units };

struct Totals {
  std::vector<LineTotal> lines;
  std::vector<TaxTotal> taxes;            // beside PriceInput::rates
  std::vector<GoalGap> gaps;              // beside PriceInput::goals
  std::vector<RuleState> states;          // beside PriceInput::rules
  std::vector<std::int64_t> unit_prices;  // beside the lines when some have volume prices, or empty
  std::int64_t item_subtotal = 0;         // before discounts
  std::int64_t line_discount_total = 0;
  std::int64_t order_discount_total = 0;
  std::int64_t shipping_total = 0;  // after shipping_discount_total
  std::int64_t shipping_discount_total = 0;
  std::int64_t fee_total = 0;
  std::int64_t included_tax_total = 0;
  std::int64_t additional_tax_total = 0;
  std::int64_t grand_total = 0;
  std::int64_t tender_total = 0;
  std::int64_t amount_due = 0;
  std::int64_t unit_count = 0;
  std::uint64_t applied = 0;             // differs when other promotions apply; 0: no rule does
  std::int32_t shipping_choice = kNone;  // index into PriceInput::shipping
  std::uint64_t shipping_open = 0;       // bit m: PriceInput::shipping[m] can take this order
  bool is_open(std::size_t method) const { return (shipping_open >> method & 1) != 0; }
  std::int64_t delivered_units = 0;
  std::vector<std::int64_t> parcel_costs;  // beside PriceInput::parcel_rates; or kNever
  bool deal_proven = true;  // false: too many combinations to try; the best found is not proven
  std::int64_t shipping_tax = 0;
  std::vector<std::int64_t> fee_amounts;  // beside PriceInput::fees; 0: not charged
  std::vector<std::int64_t> fee_taxes;
  friend bool operator==(const Totals&, const Totals&) = default;
};

// What a line costs after discounts, with its tax when that comes on top.
std::int64_t total_of(const LineTotal& line, const TaxSlot& tax);
// What all lines cost after discounts, before additional tax: the base of thresholds.
std::int64_t discounted_subtotal(const Totals& totals);
// What a unit of a line costs at its quantity.
std::int64_t unit_price_of(const PriceInput& input, const Totals& totals, std::size_t line);

// What a shipping method costs for this order, before promotions of shipping; kNever: it can't take
// the order. That is so when it is barred, when a parcel is one its table does not cover, and when
// the cost would exceed limits::kAmount.
std::int64_t cost_of(const PriceInput& input, const Charge& method, const Totals& totals);

// Finds the rules. A line whose SKU the catalogue lacks is priced 0 and told by problems().
PriceInput resolve(const Cart& cart, const Store& store, const Catalog& catalog,
                   const PriceContext& context);

// One change of money, by indices; `line` kNone: the order as a whole.
struct TraceEntry {
  AdjustmentKind kind = AdjustmentKind::line_discount;
  std::int32_t rule = kNone;
  std::int32_t line = kNone;
  std::int64_t base = 0;
  std::int64_t amount = 0;
};
using Trace = std::vector<TraceEntry>;

// The promotion a line takes of those that compete for it; `worth` in millionths of a minor unit.
struct BestBid {
  unsigned __int128 worth = 0;
  std::int32_t rule = kNone;
  std::int64_t base = 0;
  std::int64_t off = 0;
};

// Working memory that a caller keeps, so that pricing again allocates nothing.
struct PriceScratch {
  std::vector<std::int64_t> left;   // of each line, after the promotions so far
  std::vector<std::int64_t> bases;  // of each line, for the rule at work
  std::vector<std::int64_t> weights;
  std::vector<BestBid> best;
  std::vector<std::int64_t> shares;
  std::vector<std::int32_t> used;      // units of each line a unit rule has counted
  std::vector<std::int64_t> unit_off;  // what unit rules took off those units
  std::vector<std::int32_t> reserved;  // of the rule at work
  std::vector<std::int32_t> bought;
  std::vector<std::uint8_t> sides;
  std::vector<std::uint32_t> order;
  std::vector<std::uint32_t> ranks;
  std::vector<std::uint8_t> off;  // beside PriceInput::rules: 1 when the deal leaves it out
  std::vector<std::uint8_t> best_off;
  std::vector<std::uint32_t> contested;
  std::vector<std::uint64_t> excluded;  // for each rule a bit for each rule it excludes
  std::vector<std::uint64_t> taken;     // a bit for each contested rule of the set at work
  std::vector<std::int64_t> savings;
  std::vector<Parcel> parcels;
  std::vector<AllocationEntry> entries;
  Allocation allocated;
  AllocationWork bounded;
  AllocationScratch allocation;
};

// The arithmetic. Refuses with amount_overflow when any figure would exceed limits::kAmount; `out`
// is then unspecified. With a trace, every change of money is appended to it.
Status price(const PriceInput& input, PriceScratch& scratch, Totals& out, Trace* trace = nullptr);

// The same after the quantity of one line changed from `before`: `out` holds the totals of the
// input as it was, and gets what price() would make of it.
Status price_edit(const PriceInput& input, PriceScratch& scratch, std::size_t line,
                  std::int32_t before, Totals& out);

// Both steps together. `error` is set when the figures exceed limits::kAmount; the totals are then
// 0.
struct Priced {
  PriceInput input;
  Totals totals;
  std::optional<Error> error;
};
Priced price_cart(const Cart& cart, const Store& store, const Catalog& catalog,
                  const PriceContext& context);

// The changes of money of a price, in pipe order; none after an error.
Trace trace_of(const Priced& priced);

// All figures 0, shaped like the input.
Totals blank_totals(const PriceInput& input);

// Totals alone.
Result<Totals> compute_totals(const Cart& cart, const Store& store, const Catalog& catalog,
                              const PriceContext& context);

// Every amount that differs from unit price x quantity, with its rule and base, in pipe order.
std::vector<Adjustment> adjustments(const Cart& cart, const Store& store, const Catalog& catalog,
                                    const Priced& priced);

// Whether a method of the store (by its index) is offered and can take the order; true when nothing
// is delivered.
bool can_take(const Priced& priced, std::size_t method);

// Whether another quantity changed more of shipping than amounts: what is on offer, what a method
// costs elsewhere, why one can't be had. `before`: Totals::shipping_open then.
bool shipping_restated(const PriceInput& input, const Totals& totals, std::uint64_t before);

// Why a cart can't be ordered as it stands: a SKU that is gone (variant_gone) or was never loaded
// (sku_unknown), a quantity that the variant, its stock or the limits of its product do not allow,
// a shipping method that can't take it to the address. Paths are "lines[i]...".
std::vector<Error> problems(const Cart& cart, const Store& store, const Catalog& catalog,
                            const Priced& priced, const PriceContext& context);

}  // namespace sealcart
