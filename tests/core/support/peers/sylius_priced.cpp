#include "support/peers/sylius_priced.h"

#include <fstream>

namespace sealcart::peers {
namespace {

// "0.23" is "23": rates are shares there, percentages in a case.
std::string percent_of_share(const Json& share) {
  std::string digits = digits_of(share);
  std::size_t point = digits.find('.');
  if (point == digits.npos) {
    point = digits.size();
    digits += '.';
  }
  while (digits.size() < point + 3) digits += '0';
  digits.erase(point, 1);
  digits.insert(point + 2, ".");
  return digits;
}

std::string member_text(const Json& object, const char* name) {
  return object.contains(name) && !object[name].is_null() ? digits_of(object[name]) : "";
}

// ["contains", product], ["taxon", [names]], ["qty", n], ["total", amount],
// ["taxon_total", name, amount]; an unknown rule becomes a member nobody reads.
void add_rule(const Json& rule, Json& terms) {
  const std::string name = rule.empty() ? "" : digits_of(rule[0]);
  if (rule.size() == 2 && (name == "contains" || name == "product")) {
    terms["requires_product"] = rule[1];
  } else if (rule.size() == 2 && name == "taxon") {
    terms["requires_taxon"] = rule[1];
  } else if (rule.size() == 2 && name == "qty") {
    terms["min_quantity"] = rule[1];
  } else if (rule.size() == 2 && name == "total") {
    terms["min_items_total"] = rule[1];
  } else if (rule.size() == 3 && name.find("taxon") != name.npos) {
    terms["min_taxon_total"] = Json::array({rule[1], rule[2]});
  } else if (rule.size() == 2 && (name == "first_order" || name == "nth_order")) {
    terms["nth_order"] = rule[1];
  } else if (rule.size() == 2 && (name == "group" || name == "customer_group")) {
    terms["requires_customer_group"] = rule[1];
  } else {
    terms["rule " + name] = rule;
  }
}

// ["taxon", name], ["product", name], ["price", least, most].
void add_filter(const Json& filter, Json& action) {
  const std::string name = filter.empty() ? "" : digits_of(filter[0]);
  if (filter.size() == 2 && name == "taxon") {
    action["filter_taxon"] = filter[1];
  } else if (filter.size() == 2 && (name == "product" || name == "products")) {
    action["filter_products"] = filter[1];
  } else if (filter.size() >= 2 && name == "price") {
    action["filter_min_price"] = filter[1];
    if (filter.size() > 2) action["filter_max_price"] = filter[2];
  } else {
    action["filter " + name] = filter;
  }
}

// ["order" | "unit" | "ship", "%" | "$", value, filters...]
Json action_of(const Json& row) {
  Json action = Json::object();
  if (!row.is_array() || row.size() < 3) return {{"unknown action", row}};
  const std::string scope = digits_of(row[0]);
  const bool percent = digits_of(row[1]) == "%";
  action["scope"] = scope == "ship" ? "shipping" : scope;
  action["type"] = percent ? "percent" : "fixed";
  action["value"] = percent ? Json(percent_of_share(row[2])) : row[2];
  for (std::size_t i = 3; i < row.size(); ++i) {
    if (!row[i].is_null()) add_filter(row[i], action);
  }
  return action;
}

Json promotion_of(const Json& row) {
  Json promotion{{"actions", Json::array()}};
  for (const auto& [name, value] : row.items()) {
    if (name == "actions") {
      for (const Json& action : value) promotion["actions"].push_back(action_of(action));
    } else if (name == "rules") {
      for (const Json& rule : value) add_rule(rule, promotion);
    } else {
      promotion[name] = value;  // name, priority, exclusive, coupon
    }
  }
  return promotion;
}

// What is in the cart, with what the shop says of it.
Json lines_of_cart(const Json& row) {
  Json lines = Json::array();
  for (const Json& item : row.value("cart", Json::array())) {
    Json line{{"id", member_text(item, "product")}};
    for (const auto& [name, value] : item.items()) {
      if (name != "product") line[name] = value;
    }
    for (const Json& product : row.value("products", Json::array())) {
      if (member_text(product, "name") != member_text(item, "product")) continue;
      for (const auto& [name, value] : product.items()) {
        if (name == "price_minor") line["unit_price"] = value;
        if (name == "min_price_minor") line["min_unit_price"] = value;
        if (name != "name" && !name.ends_with("price_minor")) line[name] = value;
      }
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

Json tax_of(const Json& rate, const std::string& strategy) {
  Json tax{{"rounding_scope", strategy == "units" ? "unit" : "line"}};
  for (const auto& [name, value] : rate.items()) {
    if (name == "rate") tax["rate_percent"] = percent_of_share(value);
    if (name == "included" || name == "category") tax[name] = value;
    if (name == "decimal" && value == true) tax["rounding_scope"] = "line";
  }
  return tax;
}

Json inputs_of(const Json& row) {
  Json inputs{{"lines", lines_of_cart(row)}, {"taxes", Json::array()}};
  const std::string strategy = member_text(row, "tax_strategy");
  const std::string zone = member_text(row, "zone");
  for (const Json& rate : row.value("tax_rates", Json::array())) {
    if (member_text(rate, "zone") == zone) inputs["taxes"].push_back(tax_of(rate, strategy));
  }
  for (const Json& promotion : row.value("promotions", Json::array())) {
    inputs["promotions"].push_back(promotion_of(promotion));
  }
  if (const Json shipping = row.value("shipping", Json::array()); !shipping.empty()) {
    inputs["shipping"] = shipping;
  }
  for (const char* name : {"coupon", "selected", "customer_group", "orders_before", "now"}) {
    if (row.contains(name)) inputs[name] = row[name];
  }
  return inputs;
}

Json figures_of(const Json& row) {
  Json expected = Json::object();
  for (const Json& figure : row.value("expect", Json::array())) {
    const std::string metric = member_text(figure, "metric");
    const std::string product = member_text(figure, "product");
    const Json& value = figure["expected_minor"];
    if (metric == "order_discount") {
      expected["order_discount_displayed"] = value;
    } else if (metric == "product_decrease") {
      expected["line_discounts"][product] = value;
    } else if (!product.empty()) {
      expected[metric][product] = value;
    } else {
      expected[metric] = value;
    }
  }
  return expected;
}

}  // namespace

PeerCase priced_case(const Json& row) {
  PeerCase one;
  one.id = one.description = member_text(row, "scenario");
  one.source = "sylius";
  one.kind = "promotion_tax";
  one.use = "target";
  one.inputs = inputs_of(row);
  one.expected = figures_of(row);
  return one;
}

std::vector<Json> cart_rows(const std::string& name) {
  std::vector<Json> rows;
  std::ifstream file(SEALCART_SOURCE_DIR "/../shared/data/carts/" + name, std::ios::binary);
  for (std::string line; std::getline(file, line);) {
    rows.push_back(Json::parse(line, nullptr, false));
  }
  return rows;
}

}  // namespace sealcart::peers
