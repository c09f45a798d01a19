// When a promotion of a case counts, and for which lines: the same words for all platforms.
#include <algorithm>

#include "sealcart/calendar.h"
#include "support/peers/cart_parts.h"

namespace sealcart::peers {
namespace {

class ConditionReader {
 public:
  ConditionReader(PeerShop& shop, const Json& terms, Promotion& promotion)
      : shop_(shop), read_(shop.read), terms_(terms), promotion_(promotion) {}

  void run() {
    amounts();
    needs();
    lines();
    by_words();
    shopper();
    times();
    standing();
  }

 private:
  void amounts() {
    if (const auto least = read_.amount(terms_, {"min_items_total", "min_order_total"})) {
      promotion_.min_subtotal = *least;
    }
    if (const auto most = read_.amount(terms_, {"max_items_total", "max_order_total"})) {
      promotion_.max_subtotal = most;
    }
    if (const auto cap = read_.amount(terms_, {"cap", "max_amount", "max_discount"})) {
      promotion_.max_amount = cap;
    }
  }

  void needs() {
    const auto products = read_.texts(
        terms_, {"requires_product", "requires_products", "contains_product", "contains"});
    if (!products.empty()) promotion_.needs.emplace_back().skus = skus_of(products);
    const auto groups =
        read_.texts(terms_, {"requires_taxon", "requires_taxons", "requires_group", "has_taxon"});
    if (!groups.empty()) promotion_.needs.emplace_back().categories = groups;
    if (const auto units = read_.whole(terms_, {"min_line_qty", "min_line_quantity"})) {
      need_line_of(*units);
    }
  }

  // Conditions go by many names; what is told by the words of one is taken from them.
  void by_words() {
    if (!terms_.is_object()) return;
    for (const auto& [name, value] : terms_.items()) {
      if (read_.is_read(value)) continue;
      const auto says = [&name](const char* word) { return name.find(word) != name.npos; };
      const bool counts = says("qty") || says("quantity") || says("units") || says("count");
      if (says("taxon") && says("total")) {
        group_total(name, value);
      } else if (says("discounted") || says("sale_items")) {
        const bool flag = read_.flag(terms_, {name.c_str()});
        const bool includes = name.starts_with("appl") || name.starts_with("incl");
        if (flag != includes) leave_out_reduced();
      } else if (name.starts_with("min") && counts && !says("discount")) {
        promotion_.min_quantity =
            static_cast<std::int32_t>(read_.whole(terms_, {name.c_str()}).value_or(0));
      } else if (name.starts_with("min") && (says("total") || says("amount"))) {
        promotion_.min_subtotal = read_.amount(terms_, {name.c_str()}).value_or(0);
      }
    }
  }

  void leave_out_reduced() {
    for (const PeerLine& line : shop_.lines) {
      if (line.reduced) promotion_.except_skus.push_back(line.sku);
    }
  }

  // At least one line of so many units. A need counts the units of all lines it names; that is the
  // same only where one line has them or all together have not.
  void need_line_of(std::int64_t units) {
    std::int64_t together = 0;
    std::int64_t most = 0;
    for (const PeerLine& line : shop_.lines) {
      together += line.quantity;
      most = std::max(most, line.quantity);
    }
    if (together >= units && most < units) read_.cannot("a condition on the largest line");
    promotion_.needs.emplace_back().quantity = static_cast<std::int32_t>(units);
  }

  // The value of the lines of a group: "min_taxon_total": {"Mugs": 5000}, ["Mugs", 5000], or
  // {"taxon": "Mugs", "amount": 5000}.
  void group_total(const std::string& name, const Json& value) {
    read_.find(terms_, {name.c_str()});
    PromotionNeed& need = promotion_.needs.emplace_back();
    need.categories = read_.texts(value, {"taxon", "group", "name"});
    const Json* least = read_.find(value, {"amount", "total", "min", "minimum", "value"});
    if (value.is_array() && value.size() == 2) {
      need.categories = {digits_of(value[0])};
      least = &value[1];
    } else if (value.is_object() && need.categories.empty() && value.size() == 1) {
      need.categories = {value.begin().key()};
      least = read_.find(value, {value.begin().key().c_str()});
    }
    if (least == nullptr || need.categories.empty()) return read_.cannot("condition " + name);
    need.subtotal = read_.amount_of(*least);
  }

  void lines() {
    extend(promotion_.skus, skus_of(read_.texts(terms_, {"filter_products", "filter_product",
                                                         "products", "only_products"})));
    extend(promotion_.categories, read_.texts(terms_, {"filter_taxon", "filter_taxons",
                                                       "filter_group", "target_group", "group"}));
    if (const auto least = read_.amount(terms_, {"filter_min_price"})) {
      promotion_.min_unit_price = least;
    }
    if (const auto most = read_.amount(terms_, {"filter_max_price"})) {
      promotion_.max_unit_price = most;
    }
    if (const auto price = read_.amount(terms_, {"filter_list_price", "filter_unit_price"})) {
      promotion_.min_unit_price = promotion_.max_unit_price = price;
    }
  }

  void shopper() {
    extend(promotion_.shipping_methods,
           read_.texts(terms_, {"requires_shipping_method", "requires_shipping_methods"}));
    extend(promotion_.customer_groups,
           read_.texts(terms_, {"requires_customer_group", "customer_group"}));
    promotion_.first_order |= read_.flag(terms_, {"first_order"});
    if (const auto nth = read_.whole(terms_, {"nth_order"})) {
      promotion_.first_order = *nth == 1;
      if (*nth != 1) read_.cannot("a promotion of a later order");
    }
    promotion_.code = read_.text(terms_, {"coupon", "coupon_code", "code"}, promotion_.code);
    if (const auto most = read_.whole(terms_, {"usage_limit"})) {
      promotion_.usage_limit = most;
      const std::int64_t used = read_.whole(terms_, {"used", "uses"}).value_or(0);
      shop_.request.uses.push_back({promotion_.id, used, 0});
    }
  }

  void times() {
    if (const auto from = moment_of(read_, terms_, {"starts_at", "valid_from"})) {
      promotion_.starts_at = from;
    }
    if (const auto until = moment_of(read_, terms_, {"ends_at", "valid_until"}, 1)) {
      promotion_.ends_at = until;
    }
    const std::string window = read_.text(terms_, {"window"});
    if (window.empty() || window == "active" || window == "none" || window == "open") return;
    // Of a day that is not today; the moment of the request is read from the case as well.
    const Timestamp now{shop_.request.now_ms};
    const Timestamp soon{now.ms + kMsPerDay};
    if (window == "expired" || window == "ended") {
      promotion_.ends_at = now;
    } else if (window == "future" || window == "not_started" || window == "upcoming") {
      promotion_.starts_at = soon;
    } else if (window.find("tomorrow") != window.npos || window.find("current") != window.npos ||
               window.find("running") != window.npos || window.find("valid") != window.npos) {
      promotion_.ends_at = soon;
    } else {
      read_.cannot("window " + window);
    }
  }

  // Which of several promotions count: an exclusive one goes with no other.
  void standing() {
    if (const auto priority = read_.whole(terms_, {"priority"})) {
      promotion_.priority = static_cast<std::int32_t>(*priority);
    }
    if (read_.flag(terms_, {"exclusive"})) {
      promotion_.combines_with = PromotionCombines{};
      promotion_.exclusive_group = "exclusive";
      shop_.store().conflicts = DealChoice::priority;
    }
    const std::string lane = read_.text(terms_, {"lane"});
    if (lane == "pre") promotion_.lane = PromotionLane::pre;
    if (lane == "post") promotion_.lane = PromotionLane::post;
    if (!lane.empty() && lane != "pre" && lane != "post" && lane != "default" && lane != "main") {
      read_.cannot("lane " + lane);
    }
    for (const char* label : {"id", "name", "description"}) read_.find(terms_, {label});
  }

  // What the case calls its lines, by SKU. What is not in the cart keeps its name.
  std::vector<std::string> skus_of(const std::vector<std::string>& labels) const {
    std::vector<std::string> skus;
    for (const std::string& label : labels) {
      const PeerLine* line = shop_.line(label);
      skus.push_back(line == nullptr ? label : line->sku);
    }
    return skus;
  }

  static void extend(std::vector<std::string>& list, const std::vector<std::string>& more) {
    list.insert(list.end(), more.begin(), more.end());
  }

  PeerShop& shop_;
  CaseReader& read_;
  const Json& terms_;
  Promotion& promotion_;
};

}  // namespace

void read_conditions(PeerShop& shop, const Json& terms, Promotion& promotion) {
  ConditionReader(shop, terms, promotion).run();
}

std::optional<Timestamp> moment_of(CaseReader& read, const Json& object, Names names,
                                   std::int64_t days_later) {
  const std::string text = read.text(object, names);
  if (text.empty()) return std::nullopt;
  const auto day = parse_date(text.substr(0, 10));
  if (!day) {
    read.cannot("date " + text);
    return std::nullopt;
  }
  return Timestamp{(*day + days_later) * kMsPerDay};
}

}  // namespace sealcart::peers
