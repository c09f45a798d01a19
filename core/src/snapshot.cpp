#include "sealcart/snapshot.h"

#include <algorithm>

#include "path.h"
#include "sealcart/allowance.h"
#include "snapshot_methods.h"
#include "troubles.h"

namespace sealcart {
namespace {

std::size_t index(std::int32_t i) { return static_cast<std::size_t>(i); }

// The variant's own price, where a lower list, volume or sale price is in force.
std::optional<std::int64_t> former_price(const Priced& priced, std::size_t i) {
  if (priced.input.plain_prices.empty() || priced.input.volume_of.empty()) return {};
  const std::int64_t charged = unit_price_of(priced.input, priced.totals, i);
  const Span steps = priced.input.volume_of[i];
  for (std::uint32_t s = 0; s < steps.count; ++s) {
    const VolumePrice& step = priced.input.volume[steps.first + s];
    if (step.amount != charged || step.entry == kNone) continue;
    if (priced.input.plain_prices[i] > charged) return priced.input.plain_prices[i];
  }
  return {};
}

// Of a variant that is gone the line keeps what it was called.
void name_gone(SnapshotLine& line, const GoneVariant& gone) {
  line.product = gone.product;
  line.title = gone.title;
  line.image = gone.image;
  line.options = gone.options;
}

SnapshotLine line_of(const LineItem& item, const Catalog::Entry& entry, const Priced& priced,
                     std::size_t i) {
  const LineTotal& total = priced.totals.lines[i];
  SnapshotLine line;
  line.id = item.id;
  line.sku = item.sku;
  line.customizations = item.customizations;
  line.quantity = priced.input.lines[i].quantity;
  line.unit_price = unit_price_of(priced.input, priced.totals, i);
  line.subtotal = total.subtotal;
  line.line_discount = total.line_discount;
  line.order_discount = total.order_discount;
  line.tax = total.tax;
  line.total = total_of(total, priced.input.slots[priced.input.lines[i].tax_slot]);
  if (entry.variant != nullptr) {
    const Variant& variant = *entry.variant;
    line.product = entry.product->id;
    line.title = entry.product->title;
    line.image = entry.product->image;
    line.options = variant.options;
    line.compare_at = variant.compare_at ? variant.compare_at : former_price(priced, i);
  }
  return line;
}

std::vector<SnapshotLine> lines_of(const Cart& cart, const Catalog& catalog,
                                   std::span<const Catalog::Entry> goods, const Priced& priced,
                                   const PriceContext& context) {
  std::vector<SnapshotLine> lines;
  for (std::size_t i = 0; i < goods.size(); ++i) {
    SnapshotLine& line = lines.emplace_back(line_of(cart.lines[i], goods[i], priced, i));
    if (goods[i].variant == nullptr) {
      if (const GoneVariant* gone = catalog.gone(line.sku)) name_gone(line, *gone);
      continue;
    }
    const bool alone = !shares_limits(*goods[i].product) && !goods[i].variant->stock;
    const Beside others = alone ? Beside{} : beside(cart, goods, context.bought, goods[i], i);
    line.max_quantity = static_cast<std::int32_t>(most_units(goods[i], others));
  }
  return lines;
}

std::vector<SnapshotTax> taxes_of(const StoreDocument& doc, const Priced& priced) {
  std::vector<SnapshotTax> taxes;
  for (std::size_t r = 0; r < priced.input.rates.size(); ++r) {
    const std::int32_t index_in_store = priced.input.rates[r].rate;
    if (index_in_store == kNone) continue;
    const TaxRate& rate = doc.tax_rates[index(index_in_store)];
    const TaxTotal& total = priced.totals.taxes[r];
    taxes.push_back({rate.id, rate.name, rate.rate_ppm, rate.included, total.taxable, total.tax});
  }
  return taxes;
}

std::vector<SnapshotCode> codes_of(const Cart& cart, const Store& store, const Catalog& catalog,
                                   const Priced& priced, const PriceContext& context) {
  const Trace trace = cart.codes.empty() ? Trace{} : trace_of(priced);
  std::vector<SnapshotCode> codes;
  for (const CodeEntry& entry : cart.codes) {
    SnapshotCode code;
    code.code = entry.code;
    if (const auto promotion = store.promotion_with_code(entry.code)) {
      code.promotion = store.document().promotions[*promotion].id;
    }
    const CodeStanding standing =
        standing_of(entry.code, cart, store, catalog, priced, context, trace);
    code.reason = standing.reason;
    code.applied = standing.reason == CodeReason::applied;
    if (standing.beaten_by != kNone) {
      code.beaten_by = store.document().promotions[index(standing.beaten_by)].id;
    }
    codes.push_back(std::move(code));
  }
  return codes;
}

// What settle() refuses pays nothing and is a problem; the others pay all the same.
void settle_with(std::vector<Tender> tenders, const Priced& priced, Timestamp now,
                 Snapshot& snapshot) {
  const PayableTotal total{snapshot.currency, priced.totals.grand_total, {}};
  auto paid = settle(total, tenders, now);
  if (!paid) {
    snapshot.problems.push_back(problem_of(paid.error()));
    std::vector<Tender> sound;
    for (Tender& tender : tenders) {
      sound.push_back(std::move(tender));
      if (!settle(total, sound, now)) sound.pop_back();
    }
    paid = settle(total, sound, now);
  }
  if (paid) snapshot.tenders = std::move(paid->tenders);
}

void look_ahead(const Cart& cart, const StoreDocument& doc, const Priced& priced,
                const PriceContext& context, Snapshot& snapshot) {
  snapshot.gaps = gaps_of(doc, priced);
  snapshot.next_change = next_change_of(doc, priced);
  snapshot.gifts = gifts_of(cart, doc, priced);
  for (std::size_t i = 0; i < cart.lines.size(); ++i) {
    auto change = price_change_of(cart, priced, i, context.seen);
    if (!change) continue;
    if (change->now > change->was) {
      Problem& problem = snapshot.problems.emplace_back(
          problem_of(Error(ErrorCode::price_changed, at("lines", i) + ".unitPrice")
                         .with("was", change->was)
                         .with("now", change->now)));
      problem.remedy.emplace().kind = CommandKind::accept_prices;
    }
    snapshot.price_changes.push_back(std::move(*change));
  }
  settle_with(context.tenders, priced, context.now, snapshot);
  snapshot.tax_relief = priced.input.relief;
  snapshot.deal_proven = priced.totals.deal_proven;
}

}  // namespace

Snapshot make_snapshot(const Cart& cart, const Store& store, const Catalog& catalog,
                       const Priced& priced, const PriceContext& context) {
  const Totals& totals = priced.totals;
  Snapshot snapshot;
  snapshot.cart = cart.id;
  snapshot.store = store.document().id;
  snapshot.store_version = store.document().version;
  snapshot.currency = store.currency().text();
  snapshot.exponent = store.currency().exponent;
  snapshot.destination = cart.destination;
  snapshot.shipping_method = cart.shipping_method;
  snapshot.estimate = priced.input.estimate;
  snapshot.unit_count = totals.unit_count;
  const auto goods = goods_of(cart, catalog);
  snapshot.lines = lines_of(cart, catalog, goods, priced, context);
  snapshot.codes = codes_of(cart, store, catalog, priced, context);
  snapshot.shipping_methods = methods_of(store.document(), priced);
  snapshot.taxes = taxes_of(store.document(), priced);
  snapshot.adjustments = adjustments(cart, store, catalog, priced);
  for (Trouble& trouble : troubles(cart, store, catalog, goods, priced, context)) {
    snapshot.problems.push_back(problem_of(trouble.error));
    snapshot.problems.back().remedy = std::move(trouble.remedy);
  }
  for (const Error& notice : notices(cart, store, goods, context)) {
    snapshot.notices.push_back(problem_of(notice));
  }
  if (priced.error) snapshot.problems.push_back(problem_of(*priced.error));
  snapshot.item_subtotal = totals.item_subtotal;
  snapshot.line_discount_total = totals.line_discount_total;
  snapshot.order_discount_total = totals.order_discount_total;
  snapshot.discount_total = totals.line_discount_total + totals.order_discount_total;
  snapshot.shipping_total = totals.shipping_total;
  snapshot.fee_total = totals.fee_total;
  snapshot.included_tax_total = totals.included_tax_total;
  snapshot.additional_tax_total = totals.additional_tax_total;
  snapshot.grand_total = totals.grand_total;
  snapshot.shipping_discount_total = totals.shipping_discount_total;
  snapshot.tender_total = totals.tender_total;
  snapshot.amount_due = totals.amount_due;
  look_ahead(cart, store.document(), priced, context, snapshot);
  return snapshot;
}

}  // namespace sealcart
