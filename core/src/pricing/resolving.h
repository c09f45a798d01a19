// The steps of resolve(): each fills its columns of the price input.
#pragma once

#include <optional>

#include "sealcart/totals.h"
#include "tax_slots.h"

namespace sealcart::pricing {

struct Resolving {
  const Cart& cart;
  const Store& store;
  const Catalog& catalog;
  const PriceContext& context;
  std::optional<std::size_t> zone;
  TaxSlots& taxes;
  PriceInput& input;

  const StoreDocument& doc() const { return store.document(); }
};

// Unit prices with their volume steps, floors, taxes; whether anything ships.
void resolve_lines(Resolving& at);

// The promotions that may apply: in the columns of the lines when all of those for lines are plain,
// else among the rules; with what excludes what, and what may still be reached.
void resolve_rules(Resolving& at);

// Shipping methods that reach the destination, and fees.
void resolve_charges(Resolving& at);

// When the next promotion, price or tax rate begins or ends that matters to this cart.
void resolve_changes(Resolving& at);

// Whether a time-bound thing counts now.
inline bool counts_at(Timestamp now, const std::optional<Timestamp>& starts,
                      const std::optional<Timestamp>& ends) {
  return (!starts || !(now < *starts)) && (!ends || now < *ends);
}

}  // namespace sealcart::pricing
