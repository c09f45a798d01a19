// Drawn tables, parcels and carts: the pipe against pack() and shipment_cost(), which know nothing
// of columns; and every edit of a session against a fresh pricing.
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

#include "support/open_session.h"
#include "support/piped_shipping.h"
#include "support/random.h"
#include "support/rate_tables.h"
#include "support/told.h"

namespace sealcart::tested_shipping_pipe_random {
namespace {

ShippingTable draw_table(Random& random) {
  ShippingTable table;
  table.measure = static_cast<TableMeasure>(random.below(4));
  table.edge = static_cast<TableEdge>(random.below(2));
  for (std::size_t s = 1 + random.below(2); s > 0; --s) {
    TableSection& section = table.sections.emplace_back();
    if (s == 2) section.places = {region("US", "NV")};
    if (s == 1 && random.one_in(5)) section.places = {country("CA")};
    std::int64_t bound = random.between(0, 3);
    for (std::size_t r = 1 + random.below(4); r > 0; --r) {
      bound += random.between(1, 4000);
      TableRow& row = section.rows.emplace_back();
      row.bound = bound;
      row.amount = random.of_bits(10);
      if (random.one_in(3)) row.per_item = random.of_bits(6);
      if (random.one_in(3)) {
        row.step = random.between(1, 500);
        row.step_amount = random.between(1, 99);
      }
    }
    if (random.one_in(4)) section.minimum = random.of_bits(9);
    if (random.one_in(4)) section.maximum = section.minimum + random.of_bits(9);
    if (random.one_in(4)) section.free_from = 1 + bound + random.of_bits(14);
  }
  return table;
}

PricingCase draw_case(Random& random) {
  PricingCase test;
  for (const char* id : {"m0", "m1", "m2"}) {
    ShippingMethod method = shipping_method(id, {"home", "away"}, random.of_bits(8));
    method.per_item = random.one_in(3) ? random.of_bits(5) : 0;
    if (random.one_in(3)) method.free_from = random.of_bits(14);
    if (!random.one_in(4)) method.table = draw_table(random);
    method.split = random.one_in(2);
    test.document.shipping_methods.push_back(method);
  }
  if (random.one_in(2)) {
    test.document.promotions = {percent_off("ten", PromotionTarget::order, 100'000)};
  }
  const std::size_t lines = 1 + random.below(5);
  for (std::size_t i = 0; i < lines; ++i) {
    Variant& variant = test.line("S" + std::to_string(i), random.of_bits(11),
                                 static_cast<std::int32_t>(random.between(1, 5)));
    variant.ships = !random.one_in(4);
    variant.weight_g = static_cast<std::int32_t>(random.of_bits(11));
    variant.volume_cm3 = random.of_bits(11);
    if (random.one_in(2)) variant.origin = random.one_in(2) ? "mill" : "dock";
    if (random.one_in(2)) test.slice.products.back().shipping_group = "cold";
  }
  if (!random.one_in(3)) ship_to(test, {random.one_in(3) ? "CA" : "US", "NV", ""});
  return test;
}

// From the documents and the discounted lines alone. Nothing: it can't take the cart.
std::optional<std::int64_t> slow_cost(const PricingCase& test, const ShippingMethod& method,
                                      const Totals& totals) {
  std::vector<ParcelLine> lines;
  std::int64_t units = 0;
  for (std::size_t i = 0; i < totals.lines.size(); ++i) {
    const Product& product = test.slice.products[i];
    const Variant& variant = product.variants[0];
    if (!variant.ships) continue;
    const std::int64_t quantity = quantity_of(test.cart.lines[i].lots);
    units += quantity;
    lines.push_back({product.shipping_group, variant.origin, quantity, variant.weight_g,
                     variant.volume_cm3, totals.lines[i].taxable()});
  }
  Packing packing = *pack(lines, method.split);
  packing.subtotal = discounted_subtotal(totals);
  std::int64_t cost = method.amount + method.per_item * units;
  if (method.table) {
    Destination destination = test.cart.destination;
    if (destination.country.empty()) destination.country = "US";
    const auto shipment = shipment_cost(*method.table, destination, packing);
    if (!shipment) return std::nullopt;
    cost += shipment->amount;
  }
  return method.free_from && packing.subtotal >= *method.free_from ? 0 : cost;
}

TEST(ShippingPipe, EqualsTablesAskedParcelByParcel) {
  int refused = 0;
  int charged = 0;
  for (int seed = 0; seed < rounds(20'000); ++seed) {
    Random random(static_cast<std::uint64_t>(seed));
    const PricingCase test = draw_case(random);
    const Priced priced = test.priced();
    const Snapshot snapshot =
        make_snapshot(test.cart, test.store(), test.catalog(), priced, PriceContext{});
    std::optional<std::int64_t> least;
    for (const SnapshotMethod& told : snapshot.shipping_methods) {
      const auto& methods = test.document.shipping_methods;
      const ShippingMethod& method = *std::ranges::find(methods, told.id, &ShippingMethod::id);
      const auto expected = slow_cost(test, method, priced.totals);
      ASSERT_EQ(told.amount, expected) << "seed " << seed << told.id << json(test.document);
      (expected ? charged : refused) += 1;
      if (expected && (!least || *expected < *least)) least = expected;
    }
    ASSERT_EQ(snapshot.shipping_total, least.value_or(0)) << "seed " << seed;
  }
  EXPECT_GT(refused, rounds(1000));
  EXPECT_GT(charged, rounds(1000));
}

// What of the methods and problems is not among the flat numbers.
std::string text_of(Snapshot snapshot) {
  std::string text;
  for (SnapshotMethod& method : snapshot.shipping_methods) {
    if (method.amount) method.amount = 0;
    method.chosen = false;
    text += json(method);
  }
  for (const Problem& problem : snapshot.problems) text += json(problem);
  return text;
}

TEST(ShippingPipe, EveryEditEqualsAFreshPricing) {
  for (int seed = 0; seed < rounds(2000); ++seed) {
    Random random(static_cast<std::uint64_t>(seed));
    PricingCase test = draw_case(random);
    if (random.one_in(2)) test.choose_method(random.pick(test.document.shipping_methods).id);
    Session session = open_session(test);
    ASSERT_TRUE(session.open_cart({kMaker, 3, test.cart, {}}));
    Snapshot shown = session.snapshot();
    std::int64_t structure = session.structure();
    for (int step = 0; step < 12; ++step) {
      ASSERT_TRUE(session.set_quantity(random.below(test.cart.lines.size()), random.between(1, 9)));
      const Priced fresh = price_cart(session.cart(), *session.store(), session.catalog(), {});
      const Snapshot wanted =
          make_snapshot(session.cart(), *session.store(), session.catalog(), fresh, {});
      ASSERT_EQ(json(session.snapshot()), json(wanted)) << "seed " << seed;
      // A page reads text again only when the structure changed.
      if (session.structure() == structure) {
        ASSERT_EQ(text_of(wanted), text_of(shown)) << "seed " << seed;
      }
      shown = wanted;
      structure = session.structure();
    }
  }
}

}  // namespace
}  // namespace sealcart::tested_shipping_pipe_random
