// The trace of a price, with the names of its rules.
#include "stages.h"

namespace sealcart {
namespace {

using pricing::index_of;

class Explainer {
 public:
  Explainer(const Cart& cart, const StoreDocument& doc, const Catalog& catalog,
            const Priced& priced)
      : cart_(cart), doc_(doc), catalog_(catalog), priced_(priced) {}

  std::vector<Adjustment> run() {
    std::vector<Adjustment> out;
    for (const TraceEntry& entry : trace_of(priced_)) out.push_back(named(entry));
    return out;
  }

 private:
  Adjustment named(const TraceEntry& entry) const {
    Adjustment out;
    out.kind = entry.kind;
    if (entry.line != kNone) out.line = cart_.lines[index_of(entry.line)].id;
    out.base = entry.base;
    out.amount = entry.amount;
    name(entry, out);
    return out;
  }

  void name(const TraceEntry& entry, Adjustment& out) const {
    const auto take = [&](const auto& rules) {
      out.rule = rules[index_of(entry.rule)].id;
      out.name = rules[index_of(entry.rule)].name;
    };
    switch (entry.kind) {
      case AdjustmentKind::unit_price:
        return name_price(entry, out);
      case AdjustmentKind::line_discount:
      case AdjustmentKind::order_discount:
      case AdjustmentKind::shipping_discount:
        return take(doc_.promotions);
      case AdjustmentKind::shipping:
        return take(doc_.shipping_methods);
      case AdjustmentKind::fee:
        return take(doc_.fees);
      case AdjustmentKind::included_tax:
      case AdjustmentKind::additional_tax:
        return take(doc_.tax_rates);
      case AdjustmentKind::tender:
        out.rule = priced_.input.tender_ids[index_of(entry.rule)];
    }
  }

  void name_price(const TraceEntry& entry, Adjustment& out) const {
    const auto found = catalog_.find(cart_.lines[index_of(entry.line)].sku);
    if (found && entry.rule != kNone) out.name = found->variant->prices[index_of(entry.rule)].name;
  }

  const Cart& cart_;
  const StoreDocument& doc_;
  const Catalog& catalog_;
  const Priced& priced_;
};

}  // namespace

Trace trace_of(const Priced& priced) {
  Trace trace;
  if (priced.error) return trace;
  PriceScratch scratch;
  Totals again;
  const Status status = price(priced.input, scratch, again, &trace);
  if (!status) trace.clear();  // not after it was priced once
  return trace;
}

std::vector<Adjustment> adjustments(const Cart& cart, const Store& store, const Catalog& catalog,
                                    const Priced& priced) {
  return Explainer(cart, store.document(), catalog, priced).run();
}

}  // namespace sealcart
