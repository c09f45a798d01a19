#include <algorithm>

#include "warnings.h"

namespace sealcart::checking {
namespace {

bool named(const std::vector<std::string>& list, const std::string& value) {
  return list.empty() || std::ranges::count(list, value) > 0;
}

class PromotionDoubts {
 public:
  PromotionDoubts(Warnings& out, const Promotion& promotion, std::string path)
      : out_(out), promotion_(promotion), path_(std::move(path)) {}

  void run() {
    if (out_.is_over(promotion_)) {
      out_.tell(Warning::promotion_ended, path_ + ".endsAt",
                {{"at", moment_text(promotion_.ends_at->ms)}});
    }
    conditions();
    selection();
    delivery();
    if (promotion_.max_amount == 0) {
      out_.tell(Warning::promotion_takes_nothing, path_ + ".maxAmount",
                {{"why", "at most 0 is taken off"}});
    }
    if (promotion_.units) {
      unit_fields();
    } else if (promotion_.target != PromotionTarget::line) {
      line_fields();
    }
    value_fields();
  }

 private:
  void never(const char* field, const char* why) {
    out_.tell(Warning::promotion_never, path_ + field, {{"why", why}});
  }
  void idle(const char* field, const char* why) {
    out_.tell(Warning::promotion_no_effect, path_ + field, {{"why", why}});
  }

  void conditions() {
    if (promotion_.max_subtotal && *promotion_.max_subtotal < promotion_.min_subtotal) {
      never(".maxSubtotal", "it is lower than minSubtotal");
    }
    if (promotion_.usage_limit == 0) never(".usageLimit", "no order may use it");
    if (promotion_.shopper_limit == 0) never(".shopperLimit", "no order may use it");
  }

  void selection() {
    if (promotion_.max_unit_price &&
        *promotion_.max_unit_price < promotion_.min_unit_price.value_or(0)) {
      never(".maxUnitPrice", "it is lower than minUnitPrice");
    }
    const auto excepted = [this](const std::string& sku) {
      return std::ranges::count(promotion_.except_skus, sku) > 0;
    };
    const bool none = !promotion_.skus.empty() && promotion_.categories.empty() &&
                      std::ranges::all_of(promotion_.skus, excepted);
    if (none) never(".exceptSkus", "every SKU it names is excepted");
  }

  // Asks for a delivery that no method makes.
  void delivery() {
    const bool asks =
        promotion_.target == PromotionTarget::shipping || !promotion_.shipping_methods.empty();
    if (!asks) return;
    for (const ShippingMethod& method : out_.document.shipping_methods) {
      if (!named(promotion_.shipping_methods, method.id)) continue;
      for (const std::string& zone : method.zones) {
        if (named(promotion_.zones, zone)) return;
      }
    }
    never(promotion_.zones.empty() ? "" : ".zones", "no such shipping method serves these zones");
  }

  void unit_fields() {
    const PromotionUnits& units = *promotion_.units;
    if (promotion_.max_units > 0 || promotion_.max_units_per_line > 0) {
      idle(promotion_.max_units > 0 ? ".maxUnits" : ".maxUnitsPerLine",
           "units says which units are lowered");
    }
    if (units.get > 0) return;
    if (!units.skus.empty() || !units.categories.empty()) {
      idle(units.skus.empty() ? ".units.categories" : ".units.skus",
           "a group is made of the lines the promotion itself names");
    }
    if (promotion_.kind != PromotionKind::percent && !promotion_.tiers.empty()) {
      idle(".tiers", "the price of a group is the amount of the promotion");
    }
  }

  void line_fields() {
    const bool shipping = promotion_.target == PromotionTarget::shipping;
    if (shipping && (promotion_.max_units > 0 || promotion_.max_units_per_line > 0)) {
      idle(promotion_.max_units > 0 ? ".maxUnits" : ".maxUnitsPerLine",
           "a shipping promotion lowers no units");
    }
    const bool names = !promotion_.skus.empty() || !promotion_.categories.empty();
    if (shipping && names && promotion_.tiers.empty()) {
      idle(promotion_.skus.empty() ? ".categories" : ".skus",
           "a shipping promotion lowers no lines; say in needs what has to be in the cart");
    }
    if (promotion_.per == PromotionPer::line)
      idle(".per", "only a line promotion is for each line");
  }

  void value_fields() {
    const bool fixed = promotion_.kind == PromotionKind::fixed;
    if (promotion_.target == PromotionTarget::line && promotion_.per == PromotionPer::line &&
        !fixed) {
      idle(".per", "only a fixed amount is off each unit or each line");
    }
    if (promotion_.tier_by != TierBy::subtotal && promotion_.tiers.empty()) {
      idle(".tierBy", "there are no tiers");
    }
  }

  Warnings& out_;
  const Promotion& promotion_;
  const std::string path_;
};

}  // namespace

void promotion_warnings(Warnings& out) {
  const auto& promotions = out.document.promotions;
  for (std::size_t p = 0; p < promotions.size(); ++p) {
    PromotionDoubts(out, promotions[p], at("promotions", p)).run();
  }
}

}  // namespace sealcart::checking
