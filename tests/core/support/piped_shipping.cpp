#include "support/piped_shipping.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/told.h"

namespace sealcart {

PricingCase shipped_by(const ShippingTable& table, const Destination& destination) {
  PricingCase test;
  test.document.zones[0].places.clear();
  const std::string& there = destination.country;
  test.document.zones[0].places.push_back({there.empty() ? "US" : there, {}});
  ShippingMethod method = shipping_method("post", {"home"}, 0);
  method.table = table;
  test.document.shipping_methods = {method};
  auto again = read_json<StoreDocument>(json(test.document));
  must(again);
  test.document = std::move(*again);
  return test;
}

void put_parcel(PricingCase& test, TableMeasure measure, std::int64_t size) {
  const bool units = measure == TableMeasure::quantity;
  Variant& variant = test.line("A", measure == TableMeasure::subtotal ? size : 1000,
                               units ? static_cast<std::int32_t>(size) : 1);
  if (measure == TableMeasure::weight_g) variant.weight_g = static_cast<std::int32_t>(size);
  if (measure == TableMeasure::volume_cm3) variant.volume_cm3 = size;
}

void ship_to(PricingCase& test, const Destination& destination) {
  must(apply(test.cart, make_destination(test.cart, {kMaker, 0}, destination)));
}

Snapshot priced_snapshot(const PricingCase& test, const PriceContext& context) {
  const Priced priced = price_cart(test.cart, test.store(), test.catalog(), context);
  return make_snapshot(test.cart, test.store(), test.catalog(), priced, context);
}

SnapshotMethod shown_method(const Snapshot& snapshot, std::string_view id) {
  const auto found = std::ranges::find(snapshot.shipping_methods, id, &SnapshotMethod::id);
  EXPECT_NE(found, snapshot.shipping_methods.end()) << id;
  return found == snapshot.shipping_methods.end() ? SnapshotMethod{} : *found;
}

std::string told_cost(const SnapshotMethod& method) {
  EXPECT_EQ(method.amount.has_value(), method.available);
  return method.amount ? std::to_string(*method.amount) : "shipping_method_unavailable";
}

std::string piped_cost(const ShippingTable& table, const Destination& destination,
                       std::int64_t size) {
  PricingCase test = shipped_by(table, destination);
  put_parcel(test, table.measure, size);
  if (!destination.country.empty()) ship_to(test, destination);
  const Snapshot snapshot = priced_snapshot(test);
  const SnapshotMethod method = shown_method(snapshot);
  EXPECT_EQ(method.chosen, method.available);
  EXPECT_EQ(snapshot.shipping_total, method.amount.value_or(0));
  EXPECT_EQ(snapshot.problems.empty(), method.available);
  return told_cost(method);
}

}  // namespace sealcart
