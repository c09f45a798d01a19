// The pipe of price(): each stage reads what the ones before it wrote. Amounts are >= 0 throughout.
#pragma once

#include <algorithm>

#include "../rate.h"
#include "sealcart/totals.h"

namespace sealcart::pricing {

// Unit price x quantity, and what the line promotion that stands in the columns takes off it. 10^12
// x the units of a few hundred lots: inside 64 bits.
struct ItemFigures {
  std::int64_t subtotal = 0;
  std::int64_t off = 0;
};
inline ItemFigures item_figures(const LinePrice& line, std::int64_t unit_price) {
  const std::int64_t subtotal = unit_price * line.quantity;
  return {subtotal, line.unit_off > 0 ? std::min(line.unit_off * line.quantity, subtotal)
                                      : percent_of(subtotal, line.discount_ppm)};
}

// Unit price x quantity, and the line promotion that stands in the columns of a line; what a line
// then costs also goes to scratch.left. False: a figure exceeds limits::kAmount.
bool price_items(const PriceInput& input, PriceScratch& scratch, Totals& out, Trace* trace);

// The promotions among PriceInput::rules, class by class; scratch.off says which are left out.
void discount_lines(const PriceInput& input, PriceScratch& scratch, Totals& out, Trace* trace);
void discount_order(const PriceInput& input, PriceScratch& scratch, Totals& out, Trace* trace);
// The same without the shares of the lines, for carts where the sums do not depend on them.
void sum_up_order(const PriceInput& input, PriceScratch& scratch, Totals& out);
bool sums_need_no_lines(const PriceInput& input);
void discount_shipping(const PriceInput& input, PriceScratch& scratch, Totals& out, Trace* trace);

// Shipping, from the item subtotal after all discounts; then fees.
void charge_shipping(const PriceInput& input, PriceScratch& scratch, Totals& out, Trace* trace);
void charge_fees(const PriceInput& input, Totals& out, Trace* trace);

// Tax of lines, shipping and fees, by slot.
void tax(const PriceInput& input, PriceScratch& scratch, Totals& out, Trace* trace);
// The sums of all rates, included and additional.
void add_up_taxes(const PriceInput& input, Totals& out);

// Tenders pay in their order.
void pay(const PriceInput& input, Totals& out, Trace* trace);

// Whether price_edit() has a shorter way: one order promotion of all lines at most, one tax a line,
// nothing that looks at quantities, the house's rounding.
bool is_plain(const PriceInput& input);

// All stages, with the promotions that scratch.off leaves.
Status run_stages(const PriceInput& input, PriceScratch& scratch, Totals& out, Trace* trace);
// Those up to the promotions of lines; false: a figure exceeds limits::kAmount.
bool run_line_stages(const PriceInput& input, PriceScratch& scratch, Totals& out, Trace* trace);
// After them, what the others make of the grand total, where the sums need no lines.
std::int64_t grand_total_of_sums(const PriceInput& input, PriceScratch& scratch, Totals& out);

// Which of the promotions that exclude each other count: fills scratch.off. False: not proven.
bool choose_deal(const PriceInput& input, PriceScratch& scratch, Totals& out);

inline std::size_t index_of(std::int32_t i) { return static_cast<std::size_t>(i); }

}  // namespace sealcart::pricing
