// What a cart costs: a pure function of cart, store document and moment. Never stored as truth.
//
// Two steps. resolve() finds the rules that apply (names, zones, codes) and lays them out as plain
// columns; it runs when the lines, the rules or the address change. price() does the arithmetic on
// the columns alone; it runs on every edit, allocates nothing, and is the same code on both sides.
//
// Order of computation: unit price x quantity -> line promotion -> order promotion, allocated by
// largest remainder -> shipping -> fees -> tax on what is left. All roundings half up (away from
// zero), tax and discounts once a line; see money.h.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "sealcart/adjustment.h"
#include "sealcart/cart.h"
#include "sealcart/catalog.h"
#include "sealcart/result.h"
#include "sealcart/store.h"
#include "sealcart/time.h"

namespace sealcart {

inline constexpr std::int32_t kNone = -1;

// A tax that applies, one for each category in use. Slot 0 is "untaxed".
struct TaxSlot {
  std::int32_t rate_ppm = 0;
  bool included = false;
  std::int32_t rate = kNone;  // index into the store's tax_rates
};

struct LinePrice {
  std::int64_t unit_price = 0;
  std::int64_t unit_off = 0;      // fixed line promotion, minor units off each unit
  std::int32_t discount_ppm = 0;  // percent line promotion
  std::int32_t quantity = 0;
  std::uint32_t tax_slot = 0;
  std::int32_t promotion = kNone;  // index into the store's promotions
};

struct OrderPromotion {
  std::int32_t promotion = kNone;
  std::int32_t rate_ppm = 0;
  std::int64_t amount = 0;
  std::int64_t min_subtotal = 0;
};

struct Charge {
  std::int32_t rule = kNone;  // index of the shipping method or fee
  std::int64_t amount = 0;
  std::int64_t free_from = limits::kAmount + 1;  // shipping: free from this subtotal on
  std::int64_t below = limits::kAmount + 1;      // fee: charged below this subtotal
  std::uint32_t tax_slot = 0;
};

// Everything price() needs; no text, no lookups.
struct PriceInput {
  std::vector<LinePrice> lines;            // in the order of cart.lines
  std::vector<std::uint32_t> rank;         // place of the line id among all line ids: breaks ties
  std::vector<OrderPromotion> promotions;  // that may apply, in store order
  std::vector<Charge> shipping;            // every method that reaches the zone, in store order
  std::int32_t chosen_shipping = kNone;    // index into it; none: the cheapest stands in
  std::vector<Charge> fees;
  std::vector<TaxSlot> taxes;
  Ties ties = Ties::weight;  // of the order discount's allocation
  bool ships = false;        // some line needs delivery
  bool estimate = false;     // address or method not chosen yet
};

struct LineTotal {
  std::int64_t subtotal = 0;        // unit price x quantity
  std::int64_t line_discount = 0;   // >= 0
  std::int64_t order_discount = 0;  // share of the order promotion, >= 0
  std::int64_t tax = 0;             // included or additional, see the slot
  std::int64_t taxable() const { return subtotal - line_discount - order_discount; }
};

struct TaxTotal {
  std::int64_t taxable = 0;
  std::int64_t tax = 0;
};

struct Totals {
  std::vector<LineTotal> lines;
  std::vector<TaxTotal> taxes;     // beside PriceInput::taxes
  std::int64_t item_subtotal = 0;  // before discounts
  std::int64_t line_discount_total = 0;
  std::int64_t order_discount_total = 0;
  std::int64_t shipping_total = 0;
  std::int64_t fee_total = 0;
  std::int64_t included_tax_total = 0;
  std::int64_t additional_tax_total = 0;
  std::int64_t grand_total = 0;
  std::int64_t unit_count = 0;
  std::int32_t order_promotion = kNone;  // index into the store's promotions
  std::int32_t shipping_choice = kNone;  // index into PriceInput::shipping
  std::int64_t shipping_tax = 0;
  std::vector<std::int64_t> fee_amounts;  // beside PriceInput::fees; 0: not charged
  std::vector<std::int64_t> fee_taxes;
};

// What a line costs after discounts, with its tax when that comes on top.
std::int64_t total_of(const LineTotal& line, const TaxSlot& tax);
// What all lines cost after discounts, before additional tax: the base of thresholds.
std::int64_t discounted_subtotal(const Totals& totals);

// What a shipping method costs at this base.
std::int64_t cost_of(const Charge& method, std::int64_t base);

// Finds the rules. A line whose SKU the catalogue lacks is priced 0 and told by problems().
PriceInput resolve(const Cart& cart, const Store& store, const Catalog& catalog, Timestamp now);

// Working memory that a caller keeps, so that pricing again allocates nothing.
struct PriceScratch {
  std::vector<std::int64_t> net;
  std::vector<std::int64_t> shares;
  AllocationScratch allocation;
};

// The arithmetic. Refuses with amount_overflow when any figure would exceed limits::kAmount; `out`
// is then unspecified.
Status price(const PriceInput& input, PriceScratch& scratch, Totals& out);

// Both steps together. `error` is set when the figures exceed limits::kAmount; the totals are then
// 0.
struct Priced {
  PriceInput input;
  Totals totals;
  std::optional<Error> error;
};
Priced price_cart(const Cart& cart, const Store& store, const Catalog& catalog, Timestamp now);

// All figures 0, shaped like the input.
Totals blank_totals(const PriceInput& input);

// Totals alone.
Result<Totals> compute_totals(const Cart& cart, const Store& store, const Catalog& catalog,
                              Timestamp now);

// Every amount that differs from unit price x quantity, with its rule and base, in pipe order.
std::vector<Adjustment> adjustments(const Cart& cart, const Store& store, const Priced& priced);

// Why a cart can't be ordered as it stands: a gone SKU, a quantity the variant does not allow, a
// shipping method that does not reach the address. Paths are "lines[i]...".
std::vector<Error> problems(const Cart& cart, const Store& store, const Catalog& catalog);

}  // namespace sealcart
