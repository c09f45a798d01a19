#include "resolving.h"

namespace sealcart::pricing {
namespace {

class NextChange {
 public:
  explicit NextChange(Resolving& at) : at_(at) {}

  void run() {
    const StoreDocument& doc = at_.doc();
    for (std::size_t p = 0; p < doc.promotions.size(); ++p) {
      const Promotion& promotion = doc.promotions[p];
      if (!promotion.code.empty() && at_.cart.find_code(promotion.code) == nullptr) continue;
      meet(promotion.starts_at, static_cast<std::int32_t>(p));
      meet(promotion.ends_at, static_cast<std::int32_t>(p));
    }
    for (const TaxRate& rate : doc.tax_rates) {
      if (!at_.zone || rate.zone != doc.zones[*at_.zone].id) continue;
      meet(rate.starts_at, kNone);
      meet(rate.ends_at, kNone);
    }
    for (const LineItem& line : at_.cart.lines) prices(line);
    for (const Tender& tender : at_.context.tenders) meet(tender.expires_at, kNone);
  }

 private:
  void prices(const LineItem& line) {
    const auto entry = at_.catalog.find(line.sku);
    if (!entry) return;
    if (entry->product->preorder_from) tell_again(*entry->product->preorder_from);
    for (const ListPrice& price : entry->variant->prices) {
      if (!price.group.empty() && price.group != at_.context.shopper.group) continue;
      meet(price.starts_at, kNone);
      meet(price.ends_at, kNone);
    }
  }

  // What is told of a line ends, and no price with it.
  void tell_again(Timestamp moment) {
    if (!(at_.context.now < moment)) return;
    std::int64_t& next = at_.input.delivery_change_ms;
    if (next == 0 || moment.ms < next) next = moment.ms;
  }

  void meet(const std::optional<Timestamp>& moment, std::int32_t promotion) {
    if (!moment || !(at_.context.now < *moment)) return;
    std::int64_t& next = at_.input.next_change_ms;
    if (next != 0 && next <= moment->ms) return;
    next = moment->ms;
    at_.input.next_change_rule = promotion;
  }

  Resolving& at_;
};

}  // namespace

void resolve_changes(Resolving& at) { NextChange(at).run(); }

}  // namespace sealcart::pricing
