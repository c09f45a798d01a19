// From names to columns: which price, promotion, tax and shipping method applies.
#include <algorithm>
#include <numeric>

#include "../index_sort.h"
#include "resolving.h"
#include "sealcart/totals.h"
#include "stages.h"

namespace sealcart {
namespace {

// What breaks ties between lines: the places of their ids among each other, or that they came
// earlier.
std::vector<std::uint32_t> ranks_of(const Cart& cart, Ties ties) {
  std::vector<std::uint32_t> order(cart.lines.size());
  std::iota(order.begin(), order.end(), 0U);
  if (ties == Ties::position) return order;
  sort_positions(
      order, [&](std::uint32_t a, std::uint32_t b) { return cart.lines[a].id < cart.lines[b].id; });
  std::vector<std::uint32_t> rank(order.size());
  for (std::uint32_t r = 0; r < order.size(); ++r) rank[order[r]] = r;
  return rank;
}

// What each tender may pay at most; one that is of another currency or has expired pays nothing.
void resolve_tenders(const Store& store, const PriceContext& context, PriceInput& input) {
  for (const Tender& tender : context.tenders) {
    const auto same = [&](const Tender& other) {
      return other.id == tender.id && other.kind == tender.kind;
    };
    const bool first = &*std::ranges::find_if(context.tenders, same) == &tender;
    const bool usable = first && tender.currency == store.currency().text() &&
                        (!tender.expires_at || context.now < *tender.expires_at);
    const std::int64_t most = std::min(tender.balance, tender.at_most.value_or(tender.balance));
    input.tenders.push_back(usable ? most : 0);
    input.tender_ids.push_back(tender.id);
  }
}

}  // namespace

PriceInput resolve(const Cart& cart, const Store& store, const Catalog& catalog,
                   const PriceContext& context) {
  const StoreDocument& doc = store.document();
  PriceInput input;
  input.rounding = profile_of(doc.rounding);
  input.choice = doc.conflicts;
  input.discount_base = doc.discount_base;
  const auto zone = store.zone_of(cart.destination);
  pricing::TaxSlots taxes(store, zone, context, input);
  pricing::Resolving resolving{cart, store, catalog, context, zone, taxes, input};
  pricing::resolve_lines(resolving);
  input.rank = ranks_of(cart, input.rounding.ties);
  pricing::resolve_rules(resolving);
  pricing::resolve_charges(resolving);
  pricing::resolve_changes(resolving);
  resolve_tenders(store, context, input);
  input.estimate =
      cart.destination.country.empty() || (input.ships && cart.shipping_method.empty());
  input.plain = pricing::is_plain(input);
  return input;
}

}  // namespace sealcart
