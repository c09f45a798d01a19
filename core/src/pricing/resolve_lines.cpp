#include <algorithm>
#include <numeric>

#include "../index_sort.h"
#include "resolving.h"

namespace sealcart::pricing {
namespace {

class LineResolver {
 public:
  explicit LineResolver(Resolving& at) : at_(at), input_(at.input) {}

  void run() {
    const auto& lines = at_.cart.lines;
    for (const LineItem& item : lines) add(item);
    if (!any_volume_) {
      input_.volume_of.clear();
      input_.volume.clear();
    }
    if (!any_floor_) input_.floors.clear();
    if (!any_other_price_) input_.plain_prices.clear();
    if (!any_stays_) input_.stays.clear();
  }

 private:
  void add(const LineItem& item) {
    LinePrice line;
    line.quantity = quantity_of(item.lots);
    const auto entry = at_.catalog.find(item.sku);
    Span steps{static_cast<std::uint32_t>(input_.volume.size()), 0};
    if (entry) {
      const Variant& variant = *entry->variant;
      line.tax_slot = at_.taxes.slot(variant.tax_category);
      steps = volume_steps(variant);
      const std::int64_t first = input_.volume[steps.first].amount;
      line.unit_price = first;
      if (steps.count == 1) {
        // One price at every quantity: no step is looked up. Its entry is kept for explanations.
        any_volume_ |= input_.volume[steps.first].entry != kNone;
      } else {
        any_volume_ = true;
      }
      any_floor_ |= variant.min_price > 0;
      any_other_price_ |= steps.count > 1 || first != variant.price;
      input_.ships |= variant.ships;
    }
    input_.lines.push_back(line);
    input_.volume_of.push_back(steps);
    const std::int64_t floor = entry ? std::min(entry->variant->min_price, line.unit_price) : 0;
    input_.floors.push_back(floor);
    input_.plain_prices.push_back(entry ? entry->variant->price : 0);
    const bool stays = !entry || !entry->variant->ships;
    any_stays_ |= stays;
    input_.stays.push_back(stays ? 1 : 0);
  }

  // The lowest price that counts at each quantity, by rising quantity and falling price.
  Span volume_steps(const Variant& variant) {
    const auto first = static_cast<std::uint32_t>(input_.volume.size());
    std::vector<VolumePrice> all{{1, charged(variant.price, variant), kNone}};
    for (std::size_t p = 0; p < variant.prices.size(); ++p) {
      const ListPrice& price = variant.prices[p];
      if (!price.group.empty() && price.group != at_.context.shopper.group) continue;
      if (!counts_at(at_.context.now, price.starts_at, price.ends_at)) continue;
      all.push_back(
          {price.min_quantity, charged(price.amount, variant), static_cast<std::int32_t>(p)});
    }
    std::vector<std::uint32_t> order(all.size());
    std::iota(order.begin(), order.end(), 0U);
    sort_positions(order, [&](std::uint32_t a, std::uint32_t b) {
      return all[a].min_quantity != all[b].min_quantity ? all[a].min_quantity < all[b].min_quantity
                                                        : a < b;
    });
    for (const std::uint32_t s : order) {
      const VolumePrice& step = all[s];
      const bool same_quantity =
          input_.volume.size() > first && input_.volume.back().min_quantity == step.min_quantity;
      const bool lower = input_.volume.size() == first || step.amount < input_.volume.back().amount;
      if (!lower) continue;
      if (same_quantity) input_.volume.pop_back();
      input_.volume.push_back(step);
    }
    return {first, static_cast<std::uint32_t>(input_.volume.size()) - first};
  }

  std::int64_t charged(std::int64_t listed, const Variant& variant) {
    return at_.taxes.price(listed, variant.tax_category);
  }

  Resolving& at_;
  PriceInput& input_;
  bool any_volume_ = false;
  bool any_floor_ = false;
  bool any_other_price_ = false;
  bool any_stays_ = false;
};

}  // namespace

void resolve_lines(Resolving& at) { LineResolver(at).run(); }

}  // namespace sealcart::pricing
