// Both steps of a price. Apart from price.cpp, which is compiled for speed.
#include "sealcart/totals.h"

namespace sealcart {

Priced price_cart(const Cart& cart, const Store& store, const Catalog& catalog,
                  const PriceContext& context) {
  Priced priced;
  priced.input = resolve(cart, store, catalog, context);
  PriceScratch scratch;
  if (Status status = price(priced.input, scratch, priced.totals); !status) {
    priced.error = std::move(status.error());
    priced.totals = blank_totals(priced.input);
  }
  return priced;
}

Totals blank_totals(const PriceInput& input) {
  Totals totals;
  totals.lines.resize(input.lines.size());
  totals.unit_prices.resize(input.volume_of.empty() ? 0 : input.lines.size());
  totals.taxes.resize(input.rates.size());
  totals.gaps.resize(input.goals.size());
  totals.states.resize(input.rules.size());
  totals.fee_amounts.resize(input.fees.size());
  totals.fee_taxes.resize(input.fees.size());
  totals.parcel_costs.assign(input.parcel_rates.size(), kNever);
  for (const LinePrice& line : input.lines) totals.unit_count += line.quantity;
  return totals;
}

Result<Totals> compute_totals(const Cart& cart, const Store& store, const Catalog& catalog,
                              const PriceContext& context) {
  Priced priced = price_cart(cart, store, catalog, context);
  if (priced.error) return refuse(std::move(*priced.error));
  return std::move(priced.totals);
}

}  // namespace sealcart
