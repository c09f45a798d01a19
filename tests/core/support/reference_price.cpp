#include "support/reference_price.h"

#include <algorithm>

#include "support/slow_allocate.h"

namespace sealcart::slow {
namespace {

std::int64_t share(std::int64_t amount, std::int64_t ppm, std::int64_t of = 1'000'000) {
  return static_cast<std::int64_t>(rounded(static_cast<std::uint64_t>(amount),
                                           static_cast<std::uint64_t>(ppm),
                                           static_cast<std::uint64_t>(of), Rounding::half_up));
}

template <class T>
bool contains(const std::vector<T>& list, const T& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

class Reference {
 public:
  explicit Reference(const PricingCase& test) : test_(test), doc_(test.document) {}

  Price run() {
    zone_ = zone();
    for (const LineItem& item : test_.cart.lines) add_line(item);
    discount_order();
    for (std::size_t i = 0; i < price_.lines.size(); ++i) {
      if (!products_[i]) continue;
      const std::int64_t taxed = after_discounts(price_.lines[i]);
      price_.lines[i].tax = add_tax(products_[i]->variants.front().tax_category, taxed);
    }
    add_shipping();
    add_fees();
    price_.grand_total = subtotal_ + price_.shipping + price_.fees + price_.additional_tax;
    return std::move(price_);
  }

 private:
  static std::int64_t after_discounts(const Line& line) {
    return line.subtotal - line.line_discount - line.order_discount;
  }

  // Places of these tests are whole countries.
  std::string zone() const {
    const std::string& country = test_.cart.destination.country;
    if (country.empty()) return doc_.default_zone;
    for (const TaxZone& zone : doc_.zones) {
      for (const Place& place : zone.places) {
        if (place.country == country) return zone.id;
      }
    }
    return {};
  }

  bool applies(const Promotion& promotion, PromotionTarget target) const {
    if (promotion.target != target) return false;
    if (promotion.code.empty()) return true;
    return std::any_of(test_.cart.codes.begin(), test_.cart.codes.end(),
                       [&](const CodeEntry& entry) { return entry.code == promotion.code; });
  }

  void add_line(const LineItem& item) {
    Line line;
    const Product* product = nullptr;
    for (const Product& candidate : test_.slice.products) {
      if (candidate.variants.front().sku == item.sku) product = &candidate;
    }
    if (product != nullptr) {
      const std::int64_t units = quantity_of(item.lots);
      line.subtotal = product->variants.front().price * units;
      for (const Promotion& promotion : doc_.promotions) {
        if (!applies(promotion, PromotionTarget::line)) continue;
        const bool every = promotion.skus.empty() && promotion.categories.empty();
        const bool named =
            contains(promotion.skus, item.sku) || contains(promotion.categories, product->category);
        if (!every && !named) continue;
        const std::int64_t off = promotion.kind == PromotionKind::percent
                                     ? share(line.subtotal, promotion.rate_ppm)
                                     : std::min(promotion.amount * units, line.subtotal);
        line.line_discount = std::max(line.line_discount, off);
      }
    }
    price_.lines.push_back(line);
    products_.push_back(product);
    subtotal_ += after_discounts(line);
  }

  void discount_order() {
    std::int64_t best = 0;
    for (const Promotion& promotion : doc_.promotions) {
      if (!applies(promotion, PromotionTarget::order) || subtotal_ < promotion.min_subtotal)
        continue;
      const std::int64_t off = promotion.kind == PromotionKind::percent
                                   ? share(subtotal_, promotion.rate_ppm)
                                   : std::min(promotion.amount, subtotal_);
      best = std::max(best, off);
    }
    const std::vector<std::int64_t> shares = allocated(best);
    for (std::size_t i = 0; i < shares.size(); ++i) price_.lines[i].order_discount = shares[i];
    subtotal_ -= best;
  }

  std::vector<std::int64_t> allocated(std::int64_t amount) const {
    std::vector<std::int64_t> weights;
    std::vector<std::uint32_t> rank;
    for (std::size_t i = 0; i < price_.lines.size(); ++i) {
      weights.push_back(after_discounts(price_.lines[i]));
      const LineId& id = test_.cart.lines[i].id;
      rank.push_back(static_cast<std::uint32_t>(
          std::count_if(test_.cart.lines.begin(), test_.cart.lines.end(),
                        [&](const LineItem& other) { return other.id < id; })));
    }
    return allocate(amount, weights, rank, profile_of(doc_.rounding).ties);
  }

  std::int64_t add_tax(const std::string& category, std::int64_t base) {
    for (const TaxRate& rate : doc_.tax_rates) {
      if (rate.zone != zone_ || rate.category != category) continue;
      const std::int64_t of = 1'000'000 + (rate.included ? rate.rate_ppm : 0);
      const std::int64_t tax = share(base, rate.rate_ppm, of);
      (rate.included ? price_.included_tax : price_.additional_tax) += tax;
      return tax;
    }
    return 0;
  }

  void add_shipping() {
    const bool ships = std::any_of(products_.begin(), products_.end(), [](const Product* product) {
      return product != nullptr && product->variants.front().ships;
    });
    if (!ships) return;
    const ShippingMethod* chosen = nullptr;
    for (const ShippingMethod& method : doc_.shipping_methods) {
      if (!contains(method.zones, zone_)) continue;
      if (method.id == test_.cart.shipping_method) {
        chosen = &method;
        break;
      }
      if (chosen == nullptr || cost(method) < cost(*chosen)) chosen = &method;
    }
    if (chosen == nullptr) return;
    price_.shipping = cost(*chosen);
    add_tax(chosen->tax_category, price_.shipping);
  }
  std::int64_t cost(const ShippingMethod& method) const {
    return method.free_from && subtotal_ >= *method.free_from ? 0 : method.amount;
  }

  void add_fees() {
    if (test_.cart.lines.empty()) return;
    for (const Fee& fee : doc_.fees) {
      if (fee.below_subtotal && subtotal_ >= *fee.below_subtotal) continue;
      price_.fees += fee.amount;
      add_tax(fee.tax_category, fee.amount);
    }
  }

  const PricingCase& test_;
  const StoreDocument& doc_;
  std::string zone_;
  std::vector<const Product*> products_;
  std::int64_t subtotal_ = 0;  // after the discounts so far
  Price price_;
};

}  // namespace

Price price(const PricingCase& test) { return Reference(test).run(); }

}  // namespace sealcart::slow
