// From names to columns: which price, promotion, tax and shipping method applies.
#include <algorithm>
#include <map>
#include <numeric>

#include "../index_sort.h"
#include "../rate.h"
#include "sealcart/totals.h"

namespace sealcart {
namespace {

class Resolver {
 public:
  Resolver(const Cart& cart, const Store& store, const Catalog& catalog)
      : cart_(cart), store_(store), doc_(store.document()), catalog_(catalog) {}

  PriceInput run() {
    input_.ties = doc_.allocation_ties;
    input_.taxes.push_back({});
    zone_ = store_.zone_of(cart_.destination);
    for (const LineItem& line : cart_.lines) input_.lines.push_back(line_price(line));
    rank_lines();
    order_promotions();
    shipping();
    for (std::size_t f = 0; f < doc_.fees.size(); ++f) {
      const Fee& fee = doc_.fees[f];
      Charge charge{static_cast<std::int32_t>(f), fee.amount};
      charge.tax_slot = tax_slot(fee.tax_category);
      if (fee.below_subtotal) charge.below = *fee.below_subtotal;
      input_.fees.push_back(charge);
    }
    input_.estimate =
        cart_.destination.country.empty() || (input_.ships && cart_.shipping_method.empty());
    return std::move(input_);
  }

 private:
  std::uint32_t tax_slot(const std::string& category) {
    const auto known = slots_.find(category);
    if (known != slots_.end()) return known->second;
    std::uint32_t slot = 0;
    const auto rate = zone_ ? store_.rate_of(*zone_, category) : std::nullopt;
    if (rate) {
      const TaxRate& r = doc_.tax_rates[*rate];
      slot = static_cast<std::uint32_t>(input_.taxes.size());
      input_.taxes.push_back({r.rate_ppm, r.included, static_cast<std::int32_t>(*rate)});
    }
    slots_.emplace(category, slot);
    return slot;
  }

  bool has_code(const Promotion& promotion) const {
    return promotion.code.empty() || cart_.find_code(promotion.code) != nullptr;
  }

  static bool names_line(const Promotion& promotion, const Catalog::Entry& entry) {
    const auto& [skus, categories] = std::tie(promotion.skus, promotion.categories);
    if (skus.empty() && categories.empty()) return true;
    return std::find(skus.begin(), skus.end(), entry.variant->sku) != skus.end() ||
           std::find(categories.begin(), categories.end(), entry.product->category) !=
               categories.end();
  }

  // The line promotion that takes most off one unit, compared exactly (in millionths of a minor
  // unit, at most 10^18) so that it is the best at every quantity; the first of the store among
  // equals.
  void choose_promotion(const Catalog::Entry& entry, LinePrice& line) const {
    std::int64_t best = 0;
    for (std::size_t p = 0; p < doc_.promotions.size(); ++p) {
      const Promotion& promotion = doc_.promotions[p];
      if (promotion.target != PromotionTarget::line || !has_code(promotion)) continue;
      if (!names_line(promotion, entry)) continue;
      const bool percent = promotion.kind == PromotionKind::percent;
      const std::int64_t unit_off = percent ? 0 : std::min(promotion.amount, line.unit_price);
      const std::int64_t off = percent ? line.unit_price * promotion.rate_ppm : unit_off * kMillion;
      if (off <= best) continue;
      best = off;
      line.promotion = static_cast<std::int32_t>(p);
      line.discount_ppm = percent ? promotion.rate_ppm : 0;
      line.unit_off = unit_off;
    }
  }

  LinePrice line_price(const LineItem& item) {
    LinePrice line;
    line.quantity = quantity_of(item.lots);
    const auto entry = catalog_.find(item.sku);
    if (!entry) return line;
    line.unit_price = entry->variant->price;
    line.tax_slot = tax_slot(entry->variant->tax_category);
    input_.ships |= entry->variant->ships;
    choose_promotion(*entry, line);
    return line;
  }

  void rank_lines() {
    std::vector<std::uint32_t> order(cart_.lines.size());
    std::iota(order.begin(), order.end(), 0U);
    sort_positions(order, [&](std::uint32_t a, std::uint32_t b) {
      return cart_.lines[a].id < cart_.lines[b].id;
    });
    input_.rank.resize(order.size());
    for (std::uint32_t r = 0; r < order.size(); ++r) input_.rank[order[r]] = r;
  }

  void order_promotions() {
    for (std::size_t p = 0; p < doc_.promotions.size(); ++p) {
      const Promotion& promotion = doc_.promotions[p];
      if (promotion.target != PromotionTarget::order || !has_code(promotion)) continue;
      input_.promotions.push_back({static_cast<std::int32_t>(p), promotion.rate_ppm,
                                   promotion.amount, promotion.min_subtotal});
    }
  }

  void shipping() {
    if (!zone_) return;
    for (std::size_t m = 0; m < doc_.shipping_methods.size(); ++m) {
      const ShippingMethod& method = doc_.shipping_methods[m];
      if (!store_.method_serves(method, *zone_)) continue;
      if (method.id == cart_.shipping_method) {
        input_.chosen_shipping = static_cast<std::int32_t>(input_.shipping.size());
      }
      Charge charge{static_cast<std::int32_t>(m), method.amount};
      charge.tax_slot = tax_slot(method.tax_category);
      if (method.free_from) charge.free_from = *method.free_from;
      input_.shipping.push_back(charge);
    }
  }

  const Cart& cart_;
  const Store& store_;
  const StoreDocument& doc_;
  const Catalog& catalog_;
  std::optional<std::size_t> zone_;
  std::map<std::string, std::uint32_t> slots_;
  PriceInput input_;
};

}  // namespace

PriceInput resolve(const Cart& cart, const Store& store, const Catalog& catalog, Timestamp) {
  return Resolver(cart, store, catalog).run();
}

}  // namespace sealcart
