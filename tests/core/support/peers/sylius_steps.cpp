#include "support/peers/sylius_steps.h"

#include <algorithm>
#include <array>
#include <map>

namespace sealcart::peers {
namespace {

// Sentences about pages, people and payment: they change no figure.
constexpr std::array kIdle{
    "the store operates on a single channel in {}",
    "the store classifies its products as {}",
    "the store classifies its products as {} and {}",
    "the store classifies its products as {}, {} and {}",
    "the store classifies its products as {}, {}, {} and {}",
    "the store allows paying Offline",
    "the store allows paying {}",
    "the store allows paying with {}",
    "the store ships to {}",
    "I am a logged in customer",
    "I am at the checkout addressing step",
    "I addressed the cart",
    "I addressed it",
    "I see the summary of my cart",
    "I check details of my cart",
    "I check the details of my cart",
    "I complete the shipping step",
    "I complete the payment step",
    "I decide to change order shipping method",
    "I choose {} payment method",
    "I select {} payment method",
    "I proceed with selecting {} payment method",
    "I am on the summary of my cart page",
    "I should be on my cart summary page",
    "I should be on the checkout summary step",
    "I should be on the checkout complete step",
    "I should be notified that the product has been successfully added",
    "there should be one item in my cart",
    "my cart should be empty",
    "I should see this product has no catalog promotion applied",
    "my order's payment method should be {}",
    "I specified the billing address as {}, {}, {}, {} for {}",
    "I specify the billing address as {}, {}, {}, {} for {}",
    "I define the billing address as {}, {}, {}, {} for {}",
};

}  // namespace

std::optional<std::int64_t> cents_of(const std::string& text) {
  std::string digits;
  bool negative = false;
  bool dollars = false;
  std::size_t decimals = std::string::npos;
  for (const char c : text) {
    if (c == '-') {
      negative = true;
    } else if (c == '$') {
      dollars = true;
    } else if (c == '.') {
      decimals = 0;
    } else if (c >= '0' && c <= '9') {
      digits += c;
      if (decimals != std::string::npos) ++decimals;
    } else if (c != ',') {
      return std::nullopt;
    }
  }
  if (!dollars || digits.empty() || digits.size() > 12 || decimals != 2) return std::nullopt;
  std::int64_t cents = 0;
  for (const char c : digits) cents = cents * 10 + (c - '0');
  return negative ? -cents : cents;
}

bool ScenarioShop::take(const std::string& sentence, const Arguments& a) {
  if (std::ranges::find(kIdle, sentence) != kIdle.end()) return true;
  return take_product(sentence, a) || take_tax(sentence, a) || take_shipping(sentence, a) ||
         take_promotion(sentence, a) || take_catalogue(sentence, a) || take_look(sentence, a) ||
         take_cart(sentence, a);
}

void ScenarioShop::cannot(const std::string& reason) {
  if (trouble_.empty()) trouble_ = reason;
}

Json ScenarioShop::amount(const std::string& text) {
  const auto cents = cents_of(text);
  if (!cents) cannot("amount " + text);
  return cents.value_or(0);
}

std::string ScenarioShop::resolve(const std::string& name) const {
  const auto variant = variants_.find(name);
  return variant == variants_.end() ? name : variant->second;
}

bool ScenarioShop::take_product(const std::string& sentence, const Arguments& a) {
  if (sentence == "the store has a product {} priced at {}") {
    sell(a[0], a[1]);
  } else if (sentence == "the store has a {} configurable product") {
    product_ = a[0];
  } else if (sentence == "this product has {} variant priced at {}" ||
             sentence ==
                 "this product has {} variant priced at {} which does not require shipping") {
    // A product of one variant is spoken of by either name.
    if (products_.contains(product_)) {
      variants_[a[0]] = a[0];
      products_[a[0]] = products_[product_];
      products_[a[0]]["unit_price"] = amount(a[1]);
    } else {
      variants_[a[0]] = product_;
      const std::string product = product_;
      sell(product, a[1]);
    }
    if (sentence.ends_with("shipping")) products_[resolve(a[0])]["ships"] = false;
  } else if (sentence == "the {} variant has minimum price of {} in the {} channel") {
    products_[resolve(a[0])]["min_unit_price"] = amount(a[1]);
  } else if (sentence == "it belongs to {} tax category" ||
             sentence == "this product belongs to {} tax category") {
    products_[product_]["tax_category"] = a[0];
  } else if (sentence == "it belongs to {}" || sentence == "this product belongs to {}") {
    products_[product_]["groups"].push_back(a[0]);
  } else {
    return false;
  }
  return true;
}

void ScenarioShop::sell(const std::string& name, const std::string& price) {
  product_ = name;
  products_[name]["unit_price"] = amount(price);
}

// "reduces price by 25%" or "by fixed $2.50": another price of what it names, one after the other.
bool ScenarioShop::take_catalogue(const std::string& sentence, const Arguments& a) {
  if (!sentence.starts_with("there is a catalog promotion {} that reduces price by ")) return false;
  const bool fixed = sentence.find("by fixed {}") != sentence.npos;
  const std::size_t first = fixed ? 3 : 2;
  const bool of_group = sentence.ends_with(" taxon");
  if (!of_group && !sentence.ends_with(" variant") && !sentence.ends_with(" product")) return false;
  for (auto& [name, product] : products_) {
    const auto groups = product.value("groups", Json::array());
    const bool named = std::any_of(
        a.begin() + static_cast<std::ptrdiff_t>(first), a.end(), [&](const std::string& which) {
          return of_group ? std::ranges::find(groups, Json(which)) != groups.end()
                          : resolve(which) == name;
        });
    if (!named) continue;
    if (product.contains("sales")) cannot("several catalogue promotions of one product");
    Json sale{{"name", a[0]}};
    if (fixed) {
      sale["catalog_discount_fixed"] = amount(a[1]);
    } else {
      sale["catalog_discount_percent"] = a[1].substr(0, a[1].find('%'));
    }
    product["sales"].push_back(std::move(sale));
  }
  return true;
}

bool ScenarioShop::take_look(const std::string& sentence, const Arguments& a) {
  if (sentence == "it is {} now") {
    now_ = a[0];
  } else if (sentence == "the catalog promotion {} operates between {} and {}") {
    windows_[a[0]] = {a[1], a[2]};
  } else if (sentence == "the end date of catalog promotion {} was changed to {}") {
    windows_[a[0]].second = a[1];
  } else if (sentence == "I view product {}" || sentence == "I view {} variant of the {} product") {
    cart_.clear();
    put(a[0], 1);
  } else {
    return false;
  }
  return true;
}

bool ScenarioShop::take_tax(const std::string& sentence, const Arguments& a) {
  const bool included =
      sentence == "the store has included in price {} tax rate of {} for {} within the {} zone";
  if (included || sentence == "the store has {} tax rate of {} for {} within the {} zone") {
    taxes_.push_back({{"name", a[0]},
                      {"rate_percent", a[1].substr(0, a[1].find('%'))},
                      {"category", a[2]},
                      {"included", included},
                      {"zone", a[3]}});
  } else if (sentence == "the {} tax rate has decimal calculator configured") {
    decimal_.insert(a[0]);
  } else if (sentence == "the store uses the {} tax calculation strategy") {
    by_unit_ = a[0] == "Order item units based";
  } else {
    return sentence == "default tax zone is {}";
  }
  return true;
}

bool ScenarioShop::take_shipping(const std::string& sentence, const Arguments& a) {
  if (sentence == "the store has {} shipping method with {} fee" ||
      sentence == "the store has {} shipping method with {} fee within the {} zone") {
    methods_.push_back({{"id", a[0]}, {"amount", amount(a[1])}});
  } else if (sentence == "the store allows shipping with {} at position {} with {} fee" ||
             sentence == "the store also allows shipping with {} at position {} with {} fee") {
    methods_.push_back(
        {{"id", a[0]}, {"position", std::atoll(a[1].c_str())}, {"amount", amount(a[2])}});
  } else if (sentence == "the store ships everywhere for Free" ||
             sentence == "the store ships everywhere for free") {
    methods_.push_back({{"id", "Free"}, {"amount", 0}});
  } else if (sentence == "the store has {} shipping method with {} fee per unit for {} channel") {
    methods_.push_back({{"id", a[0]}, {"amount", 0}, {"per_item", amount(a[1])}});
  } else if (sentence == "shipping method {} belongs to {} tax category") {
    for (Json& method : methods_) {
      if (method["id"] == a[0]) method["tax_category"] = a[1];
    }
  } else if (sentence == "I proceed with selecting {} shipping method" ||
             sentence == "I proceed selecting {} shipping method" ||
             sentence == "I completed the shipping step with {} shipping method" ||
             sentence == "I chose {} shipping method" ||
             sentence == "I change shipping method to {}" ||
             sentence == "I proceed with {} shipping method" ||
             sentence == "I proceed with {} shipping method and {} payment" ||
             sentence == "I have selected {} shipping method") {
    method_ = a[0];
  } else {
    return false;
  }
  return true;
}

bool ScenarioShop::take_cart(const std::string& sentence, const Arguments& a) {
  if (sentence == "I add product {} to the cart" || sentence == "I added product {} to the cart" ||
      sentence == "I have product {} in the cart" || sentence == "I had product {} in the cart" ||
      sentence == "the customer adds {} product to the cart" ||
      sentence == "I add {} variant of this product to the cart") {
    put(a[0], 1);
  } else if (sentence == "I add this product to the cart" ||
             sentence == "I added this product to the cart") {
    put(product_, 1);
  } else if (sentence == "I add {} products {} to the cart" ||
             sentence == "I added {} products {} to the cart" ||
             sentence == "I have {} products {} in the cart") {
    put(a[1], std::atoll(a[0].c_str()));
  } else if (sentence == "I add products {} and {} to the cart" ||
             sentence == "I added products {} and {} to the cart" ||
             sentence == "I add products {}, {} and {} to the cart" ||
             sentence == "I added products {}, {} and {} to the cart") {
    for (const std::string& name : a) put(name, 1);
  } else if (sentence == "I remove product {} from the cart" ||
             sentence == "I removed product {} from the cart") {
    set(a[0], 0);
  } else if (sentence == "I change product {} quantity to {}" ||
             sentence == "I change {} quantity to {}" ||
             sentence == "I change product {} quantity to {} in my cart") {
    set(a[0], std::atoll(a[1].c_str()));
  } else if (sentence == "I use coupon with code {}" ||
             sentence == "this cart has promotion applied with coupon {}") {
    coupon_ = a[0];
  } else if (sentence == "I remove coupon from my cart") {
    coupon_.clear();
  } else {
    return false;
  }
  return true;
}

void ScenarioShop::put(const std::string& name, std::int64_t quantity) {
  const std::string product = resolve(name);
  if (!products_.contains(product)) return cannot("product " + name);
  added_ = product;
  const auto present =
      std::ranges::find(cart_, product, [](const auto& line) { return line.first; });
  if (present == cart_.end()) {
    cart_.emplace_back(product, quantity);
  } else {
    present->second += quantity;
  }
}

void ScenarioShop::set(const std::string& name, std::int64_t quantity) {
  const std::string product = resolve(name);
  for (auto& line : cart_) {
    if (line.first == product) line.second = quantity;
  }
  std::erase_if(cart_, [](const auto& line) { return line.second == 0; });
}

PeerCase ScenarioShop::with(Json expected) const {
  PeerCase one;
  one.source = "sylius";
  one.kind = "scenario";
  one.use = "target";
  one.expected = std::move(expected);
  one.inputs = {{"lines", Json::array()}, {"taxes", Json::array()}};
  for (const auto& [name, quantity] : cart_) {
    one.inputs["lines"].push_back(line_of(name, quantity));
  }
  for (Json tax : taxes_) {
    const bool exact = decimal_.contains(tax["name"].get<std::string>());
    tax["rounding_scope"] = by_unit_ && !exact ? "unit" : "line";
    tax.erase("name");
    tax.erase("zone");
    one.inputs["taxes"].push_back(std::move(tax));
  }
  if (!promotions_.empty()) one.inputs["promotions"] = promotions_;
  if (!coupon_.empty()) one.inputs["coupon"] = coupon_;
  if (!now_.empty()) one.inputs["now"] = now_;
  if (methods_.empty()) return one;
  // Until one is chosen the first method counts.
  std::vector<Json> methods = methods_;
  std::multimap<int, Json> by_position;  // equal ones keep their order
  for (const Json& method : methods) by_position.emplace(method.value("position", 0), method);
  std::ranges::transform(by_position, methods.begin(),
                         [](const auto& entry) { return entry.second; });
  for (Json& method : methods) method.erase("position");
  one.inputs["selected"] = method_.empty() ? methods[0]["id"] : Json(method_);
  one.inputs["shipping"] = std::move(methods);
  return one;
}

Json ScenarioShop::line_of(const std::string& name, std::int64_t quantity) const {
  Json line = products_.at(name);
  line["id"] = name;
  line["qty"] = quantity;
  if (!line.contains("sales")) return line;
  for (Json& sale : line["sales"]) {
    const auto window = windows_.find(sale["name"].get<std::string>());
    sale.erase("name");
    if (window == windows_.end()) continue;
    sale["starts_at"] = window->second.first;
    sale["ends_at"] = window->second.second;
  }
  return line;
}

}  // namespace sealcart::peers
