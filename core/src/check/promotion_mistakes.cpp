#include "../ascii.h"
#include "mistakes.h"
#include "spans.h"

namespace sealcart::checking {
namespace {

// One promotion by itself.
class PromotionRules {
 public:
  PromotionRules(Mistakes& found, const Promotion& promotion, std::string path)
      : found_(found), promotion_(promotion), path_(std::move(path)) {}

  void run() const {
    values();
    tiers();
    lines();
    gift();
    if (never_counts(promotion_)) found_.conflict(path_ + ".endsAt", rule::span);
    for (std::size_t z = 0; z < promotion_.zones.size(); ++z) {
      found_.want_zone(path_ + "." + at("zones", z), promotion_.zones[z]);
    }
    for (std::size_t m = 0; m < promotion_.shipping_methods.size(); ++m) {
      found_.want_method(path_ + "." + at("shippingMethods", m), promotion_.shipping_methods[m]);
    }
  }

 private:
  // The rule of the kind, when these values break it. Below its first tier a promotion may be
  // worth nothing.
  std::string_view broken(std::int32_t rate_ppm, std::int64_t amount, bool may_be_0) const {
    switch (promotion_.kind) {
      case PromotionKind::percent:
        return amount != 0 || (rate_ppm == 0 && !may_be_0) ? rule::percent_fields : "";
      case PromotionKind::fixed:
        return rate_ppm != 0 || (amount == 0 && !may_be_0) ? rule::fixed_fields : "";
      case PromotionKind::price:
        return rate_ppm != 0 ? rule::price_fields : "";
    }
    return "";
  }

  void values() const {
    const bool may_be_0 = !promotion_.tiers.empty() || promotion_.further_amount.has_value();
    const std::string_view what = broken(promotion_.rate_ppm, promotion_.amount, may_be_0);
    if (!what.empty()) found_.conflict(path_, what);
  }

  void tiers() const {
    const auto& all = promotion_.tiers;
    for (std::size_t t = 0; t < all.size(); ++t) {
      const std::string path = path_ + "." + at("tiers", t);
      if (t > 0 && all[t].from <= all[t - 1].from) {
        found_.conflict(path + ".from", rule::tiers_rise);
      }
      const std::string_view what = broken(all[t].rate_ppm, all[t].amount, true);
      if (!what.empty()) found_.conflict(path, what);
    }
  }

  void lines() const {
    const bool of_lines = promotion_.target == PromotionTarget::line;
    const bool fixed = promotion_.kind == PromotionKind::fixed;
    if (!of_lines && promotion_.tier_by == TierBy::line_quantity) {
      found_.conflict(path_ + ".tierBy", rule::tier_of_lines);
    }
    if (!of_lines && promotion_.units) found_.conflict(path_ + ".units", rule::units_of_lines);
    if (promotion_.further_amount && !(of_lines && fixed)) {
      found_.conflict(path_ + ".furtherAmount", rule::further_of_fixed);
    }
  }

  void gift() const {
    if (!promotion_.gift) return;
    const bool all_off = promotion_.kind == PromotionKind::percent
                             ? promotion_.rate_ppm == limits::kDiscountPpm
                             : promotion_.kind == PromotionKind::price && promotion_.amount == 0;
    const bool one = promotion_.skus.size() == 1 && promotion_.categories.empty();
    const bool counted = promotion_.max_units > 0 && promotion_.target == PromotionTarget::line;
    if (!one || !counted || !all_off) found_.conflict(path_ + ".gift", rule::gift_fields);
  }

  Mistakes& found_;
  const Promotion& promotion_;
  const std::string path_;
};

}  // namespace

void promotion_mistakes(Mistakes& found) {
  const auto& promotions = found.document.promotions;
  std::set<std::string> codes;
  for (std::size_t p = 0; p < promotions.size(); ++p) {
    PromotionRules(found, promotions[p], at("promotions", p)).run();
    const std::string& code = promotions[p].code;
    if (!code.empty() && !codes.insert(lower_ascii(code)).second) {
      found.duplicate(at("promotions", p) + ".code", code);
    }
  }
}

}  // namespace sealcart::checking
