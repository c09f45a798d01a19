// The pipe of price(): each stage reads what the ones before it wrote. Amounts are >= 0 throughout.
#pragma once

#include "sealcart/totals.h"

namespace sealcart::pricing {

// Unit price x quantity, and the line promotion that stands in the columns of a line; what a line
// then costs also goes to scratch.left. False: a figure exceeds limits::kAmount.
bool price_items(const PriceInput& input, PriceScratch& scratch, Totals& out, Trace* trace);

// The promotions among PriceInput::rules, class by class; scratch.off says which are left out.
void discount_lines(const PriceInput& input, PriceScratch& scratch, Totals& out, Trace* trace);
void discount_order(const PriceInput& input, PriceScratch& scratch, Totals& out, Trace* trace);
void discount_shipping(const PriceInput& input, PriceScratch& scratch, Totals& out, Trace* trace);

// Shipping, from the item subtotal after all discounts; then fees.
void charge_shipping(const PriceInput& input, PriceScratch& scratch, Totals& out, Trace* trace);
void charge_fees(const PriceInput& input, Totals& out, Trace* trace);

// Tax of lines, shipping and fees, by slot.
void tax(const PriceInput& input, PriceScratch& scratch, Totals& out, Trace* trace);

// Tenders pay in their order.
void pay(const PriceInput& input, Totals& out, Trace* trace);

// All stages, with the promotions that scratch.off leaves.
Status run_stages(const PriceInput& input, PriceScratch& scratch, Totals& out, Trace* trace);

// Which of the promotions that exclude each other count: fills scratch.off. False: not proven.
bool choose_deal(const PriceInput& input, PriceScratch& scratch, Totals& out);

inline std::size_t index_of(std::int32_t i) { return static_cast<std::size_t>(i); }

}  // namespace sealcart::pricing
