// What the scenarios say of promotions, and the figures they print.
#include <map>

#include "support/peers/sylius_steps.h"

namespace sealcart::peers {
namespace {

// "it gives", "this promotion gives another" and the like, taken off a sentence.
std::optional<std::string> gives(const std::string& sentence) {
  for (const char* start : {"it gives ", "this promotion gives ", "the promotion gives "}) {
    if (!sentence.starts_with(start)) continue;
    std::string tail = sentence.substr(std::string_view(start).size());
    if (tail.starts_with("another ")) tail.erase(0, 8);
    return tail;
  }
  return std::nullopt;
}

Json json_list(const Arguments& a, std::size_t first) {
  Json list = Json::array();
  for (std::size_t i = first; i < a.size(); ++i) list.push_back(a[i]);
  return list;
}

}  // namespace

bool ScenarioShop::take_promotion(const std::string& sentence, const Arguments& a) {
  if (const auto tail = gives(sentence)) return !promotions_.empty() && take_action(*tail, a);
  Json made{{"name", a.empty() ? "" : a[0]}, {"actions", Json::array()}, {"priority", nullptr}};
  if (sentence == "there is a promotion {} with priority {}" ||
      sentence == "there is an exclusive promotion {} with priority {}") {
    made["priority"] = std::atoll(a[1].c_str());
    made["exclusive"] = sentence.find("exclusive") != sentence.npos;
  } else if (sentence == "the store has promotion {} with coupon {}") {
    made["coupon"] = a[1];
  } else if (sentence == "there is a promotion {} that does not apply to discounted products") {
    made["applies_to_discounted"] = false;
  } else if (sentence == "this promotion does not apply on discounted products") {
    if (promotions_.empty()) return false;
    promotion()["applies_to_discounted"] = false;
    return true;
  } else if (sentence == "this promotion is valid until tomorrow") {
    if (promotions_.empty()) return false;
    promotion()["window"] = "until tomorrow";
    return true;
  } else if (sentence == "this promotion has already expired") {
    if (promotions_.empty()) return false;
    promotion()["window"] = "expired";
    return true;
  } else if (sentence != "there is a promotion {}" &&
             sentence != "there is a promotion {} that applies to discounted products") {
    return false;
  }
  promotions_.push_back(std::move(made));
  return true;
}

Json ScenarioShop::valued(const std::string& scope, const std::string& value) {
  const std::size_t percent = value.find('%');
  if (percent != value.npos) {
    return {{"scope", scope}, {"type", "percent"}, {"value", value.substr(0, percent)}};
  }
  return {{"scope", scope}, {"type", "fixed"}, {"value", amount(value)}};
}

// What is given and to whom: the tail of the sentence after "gives".
bool ScenarioShop::take_action(const std::string& tail, const Arguments& a) {
  Json action;
  if (tail == "{} discount to every order") {
    action = valued("order", a[0]);
  } else if (tail == "{} discount to every order with items total at least {}") {
    action = valued("order", a[0]);
    action["min_items_total"] = amount(a[1]);
  } else if (tail == "{} discount to every order with quantity at least {}") {
    action = valued("order", a[0]);
    action["min_quantity"] = std::atoll(a[1].c_str());
  } else if (tail == "{} off if order contains a {} product") {
    action = valued("order", a[0]);
    action["requires_product"] = resolve(a[1]);
  } else if (tail.starts_with("{} off if order contains products classified as {}")) {
    action = valued("order", a[0]);
    if (tail.ends_with(" with a minimum value of {}")) {
      action["min_taxon_total"] = Json::array({a[1], amount(a[2])});
    } else {
      action["requires_taxon"] = json_list(a, 1);
    }
  } else if (tail == "{} off on every product classified as {}" ||
             tail == "{} off every product classified as {}") {
    action = valued("unit", a[0]);
    action["filter_taxon"] = json_list(a, 1);
  } else if (tail == "{} off on a {} product") {
    action = valued("unit", a[0]);
    action["filter_products"] = Json::array({resolve(a[1])});
  } else if (tail == "{} off on every product priced between {} and {}") {
    action = valued("unit", a[0]);
    action["filter_min_price"] = amount(a[1]);
    action["filter_max_price"] = amount(a[2]);
  } else if (tail == "{} off on every product with minimum price at {}") {
    action = valued("unit", a[0]);
    action["filter_min_price"] = amount(a[1]);
  } else if (tail == "{} off on every product with maximum price at {}") {
    action = valued("unit", a[0]);
    action["filter_max_price"] = amount(a[1]);
  } else if (tail == "{} off on every product when the item total is at least {}") {
    action = valued("unit", a[0]);
    action["min_items_total"] = amount(a[1]);
  } else if (tail == "{} discount on shipping to every order") {
    action = valued("shipping", a[0]);
  } else if (tail == "free shipping to every order") {
    action = valued("shipping", "100%");
  } else if (tail == "free shipping to every order over {}") {
    action = valued("shipping", "100%");
    action["min_items_total"] = amount(a[0]);
  } else {
    return false;
  }
  promotion()["actions"].push_back(std::move(action));
  return true;
}

namespace {

// The figure of the order a sentence tells; null when it tells none.
const char* order_figure(const std::string& sentence) {
  static const std::map<std::string, const char*> figures{
      {"my cart total should be {}", "total"},
      {"the cart total should be {}", "total"},
      {"my cart's total should be {}", "total"},
      {"my order total should be {}", "total"},
      {"my cart taxes should be {}", "tax_added"},
      {"my included in price taxes should be {}", "tax_included"},
      {"my cart shipping total should be {}", "shipping_total"},
      {"my order shipping should be {}", "shipping_total"},
      {"my cart estimated shipping cost should be {}", "shipping_total"},
      {"my discount should be {}", "order_discount_displayed"}};
  const auto found = figures.find(sentence);
  return found == figures.end() ? nullptr : found->second;
}

}  // namespace

Json ScenarioShop::figure(const std::string& sentence, const Arguments& a) const {
  const auto cents = [&](std::size_t i) -> Json {
    const auto value = i < a.size() ? cents_of(a[i]) : std::nullopt;
    return value ? Json(*value) : Json();
  };
  const auto of_product = [&](const char* name, const std::string& product, Json value) -> Json {
    if (value.is_null() || !products_.contains(product)) return {};
    return {{name, {{product, std::move(value)}}}};
  };
  const auto of_order = [](const char* name, Json value) -> Json {
    return value.is_null() ? Json() : Json{{name, std::move(value)}};
  };
  if (const auto name = order_figure(sentence)) return of_order(name, cents(0));
  if (sentence == "there should be no shipping fee" ||
      sentence == "my cart shipping should be for Free") {
    return {{"shipping_total", 0}};
  }
  if (sentence == "there should be no discount applied") return {{"order_discount_displayed", 0}};
  if (sentence == "product {} price should be decreased by {}" ||
      sentence == "product {} price should be discounted by {}") {
    return of_product("line_discounts", resolve(a[0]), cents(1));
  }
  if (sentence == "product {} price should not be decreased") {
    return of_product("line_discounts", resolve(a[0]), 0);
  }
  if (sentence == "its price should be decreased by {}" ||
      sentence == "theirs price should be decreased by {}" ||
      sentence == "theirs subtotal price should be decreased by {}") {
    return of_product("line_discounts", added_, cents(0));
  }
  if (sentence == "the product {} should have discounted unit price {} in the cart" ||
      sentence == "I should see {} with discounted unit price {} in my cart") {
    return of_product("unit_prices_after_discount", resolve(a[0]), cents(1));
  }
  if (sentence == "the product {} should have total price {} in the cart" ||
      sentence == "total price of {} item should be {}" ||
      sentence == "the subtotal of {} item should be {}") {
    return of_product("line_totals_after_discount", resolve(a[0]), cents(1));
  }
  if (sentence == "I should see {} with original price {} in my cart") {
    return of_product("former_prices", resolve(a[0]), cents(1));
  }
  if (sentence == "I should see the product price {}") {
    return of_product("unit_prices", added_, cents(0));
  }
  if (sentence == "I should see the product original price {}") {
    return of_product("former_prices", added_, cents(0));
  }
  if (sentence == "I should see {} with unit price {} in my cart" ||
      sentence == "I should see {} only with unit price {} in my cart" ||
      sentence == "the {} product should have unit price {}") {
    return of_product("unit_prices", resolve(a[0]), cents(1));
  }
  return {};
}

}  // namespace sealcart::peers
