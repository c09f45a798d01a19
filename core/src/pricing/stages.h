// The pipe of price(): each stage reads what the ones before it wrote. Amounts are >= 0 throughout.
#pragma once

#include "sealcart/totals.h"

namespace sealcart::pricing {

// Unit price x quantity and the line promotion of each line. False: a figure exceeds
// limits::kAmount.
bool price_items(const PriceInput& input, Totals& out);

// The best order promotion, allocated over what the lines cost after their own discounts.
void discount_order(const PriceInput& input, PriceScratch& scratch, Totals& out);

// Shipping and fees, from the item subtotal after all discounts.
void charge(const PriceInput& input, Totals& out);

// Tax of lines, shipping and fees, by slot.
void tax(const PriceInput& input, Totals& out);

}  // namespace sealcart::pricing
