// A problem carries the command that ends it.
#include <gtest/gtest.h>

#include <algorithm>

#include "support/open_session.h"
#include "support/random.h"
#include "support/told.h"

namespace sealcart {
namespace {

// "setQuantity 6", "remove", "acceptPrices"; "": none.
std::string remedy_of(const Problem& problem) {
  if (!problem.remedy) return "";
  const Command& remedy = *problem.remedy;
  std::string text(
      type_of<Command>().fields[0].names->values[static_cast<std::size_t>(remedy.kind)]);
  if (remedy.quantity) text += " " + std::to_string(*remedy.quantity);
  return text;
}

std::string only_remedy(const Session& session) {
  const Snapshot snapshot = session.snapshot();
  if (snapshot.problems.size() != 1) return std::to_string(snapshot.problems.size()) + " problems";
  return snapshot.problems[0].code + ": " + remedy_of(snapshot.problems[0]);
}

// A cart of the shop as it was, and the shop as it is now.
struct Changed {
  Shop shop;
  Session session;

  explicit Changed(std::int64_t units) {
    shop.sell("A", 100);
    session = open_session(shop);
    must(session.submit(add_command("A", units)));
  }
  Variant& variant() { return shop.slice.products[0].variants[0]; }
  Product& product() { return shop.slice.products[0]; }
  std::string told_now() {
    must(session.load_catalog(shop.slice));
    return only_remedy(session);
  }
  void mend() {
    const Snapshot snapshot = session.snapshot();
    must(session.submit(*snapshot.problems.at(0).remedy));
  }
};

TEST(Remedies, OfAQuantityAreTheNearestThatIsSold) {
  Changed cart(7);
  cart.variant().min_quantity = 9;
  EXPECT_EQ(cart.told_now(), "quantity_too_small: setQuantity 9");
  cart.variant().min_quantity = 1;
  cart.variant().max_quantity = 5;
  EXPECT_EQ(cart.told_now(), "quantity_too_large: setQuantity 5");
  cart.variant().max_quantity = 99;
  cart.variant().step = 4;
  EXPECT_EQ(cart.told_now(), "quantity_step: setQuantity 8");
  cart.variant().step = 2;
  EXPECT_EQ(cart.told_now(), "quantity_step: setQuantity 6") << "of two the smaller";
  cart.variant().step = 1;
  cart.variant().stock = 3;
  EXPECT_EQ(cart.told_now(), "stock_insufficient: setQuantity 3");
  cart.mend();
  EXPECT_EQ(lines_of(cart.session), "3 x A");
  EXPECT_EQ(cart.session.snapshot().problems.size(), 0u);
}

TEST(Remedies, OfWhatCanNotBeHadIsToRemoveTheLine) {
  Changed cart(7);
  cart.variant().stock = 0;
  EXPECT_EQ(cart.told_now(), "sold_out: remove");
  cart.variant().sku = "B";
  EXPECT_EQ(cart.told_now(), "variant_gone: remove");
  EXPECT_EQ(cart.session.snapshot().lines[0].title, "Title of product-A") << "it keeps its name";
  EXPECT_EQ(told(cart.session.set_quantity(0, 1)), "variant_gone at line sku=A");
  EXPECT_EQ(told(cart.session.submit(add_command("A", 1))), "variant_gone at sku sku=A");
  cart.mend();
  EXPECT_EQ(lines_of(cart.session), "");
}

TEST(Remedies, OfALimitLeaveWhatItLeaves) {
  Changed cart(7);
  cart.product().max_per_order = 4;
  EXPECT_EQ(cart.told_now(), "order_limit: setQuantity 4");
  cart.product().max_per_customer = 4;
  cart.product().max_per_order.reset();
  ShopperFacts facts;
  facts.bought = {{"product-A", 1}};
  cart.session.know(facts);
  EXPECT_EQ(cart.told_now(), "customer_limit: setQuantity 3");
  facts.bought[0].units = 4;
  cart.session.know(facts);
  EXPECT_EQ(cart.told_now(), "customer_limit: remove");
}

TEST(Remedies, OfAPriceIsToAcceptIt) {
  Changed cart(7);
  cart.variant().price = 101;
  EXPECT_EQ(cart.told_now(), "price_changed: acceptPrices");
  cart.mend();
  EXPECT_EQ(cart.session.snapshot().problems.size(), 0u);
}

TEST(Remedies, OfWhatTheShopperHasToSayAreNone) {
  Changed cart(1);
  cart.shop.document.shipping_methods = {shipping_method("post", {"away"}, 500)};
  must(cart.session.open_store(cart.shop.document));
  EXPECT_EQ(cart.told_now(), "destination_not_served: ");
}

// --- every remedy works --------------------------------------------------------------------------
Product three_colours(const std::string& id) {
  Product product = product_of(id, {});
  product.options = {{"Colour", {"a", "b", "c"}}};
  for (const std::string colour : {"a", "b", "c"}) {
    Variant variant = variant_of(id + colour, 100);
    variant.options = {colour};
    product.variants.push_back(variant);
  }
  return product;
}

void change(Random& random, Product& product) {
  const auto some = [&] { return static_cast<std::int32_t>(random.between(1, 12)); };
  if (random.one_in(2)) product.max_per_order = some();
  if (random.one_in(2)) product.max_per_customer = some();
  if (random.one_in(4)) product.variants.erase(product.variants.begin());
  for (Variant& variant : product.variants) {
    if (random.one_in(2)) variant.stock = some() - 1;
    variant.backorder = random.one_in(4);
    if (random.one_in(3)) variant.step = some();
    if (random.one_in(3)) variant.min_quantity = some();
    variant.max_quantity = 12;
    if (random.one_in(4)) variant.price += random.between(-1, 1);
  }
}

TEST(Remedies, AppliedOneByOneTheyEndEveryProblem) {
  int applied = 0;
  for (int seed = 0; seed < rounds(2'000); ++seed) {
    Random random(static_cast<std::uint64_t>(seed));
    Shop shop;
    for (const std::string id : {"P", "Q"}) shop.slice.products.push_back(three_colours(id));
    Session session = open_session(shop);
    for (const std::string sku : {"Pa", "Qa", "Pb", "Pc", "Qb"}) {
      must(session.submit(add_command(sku, random.between(1, 20))));
    }
    for (Product& product : shop.slice.products) change(random, product);
    must(session.load_catalog(shop.slice));
    ShopperFacts facts;
    facts.bought = {{"P", random.between(0, 9)}};
    session.know(facts);
    std::size_t left = session.snapshot().problems.size();
    for (int step = 0; left > 0; ++step) {
      ASSERT_LT(step, 30) << "seed " << seed << " goes round in circles";
      const Problem problem = session.snapshot().problems[random.below(left)];
      ASSERT_TRUE(problem.remedy) << "seed " << seed << " " << problem.code;
      ASSERT_EQ(told(session.submit(*problem.remedy)), "ok") << "seed " << seed << json(problem);
      left = session.snapshot().problems.size();
      ++applied;
    }
    for (const SnapshotLine& line : session.snapshot().lines) {
      ASSERT_LE(line.quantity, line.max_quantity) << "seed " << seed;
    }
  }
  EXPECT_GT(applied, rounds(2'000));
}

// --- edits of what lines share -------------------------------------------------------------------
struct SharedLimit : testing::Test {
  Session session;
  SharedLimit() {
    Shop shop;
    shop.slice.products = {three_colours("P")};
    shop.slice.products[0].max_per_order = 5;
    session = open_session(shop);
    must(session.submit(add_command("Pa", 3)));
    must(session.submit(add_command("Pb", 2)));
  }
};

TEST_F(SharedLimit, RefusesWhatGoesBeyondItAndNothingChanges) {
  EXPECT_EQ(submitted(session, add_command("Pa", 1)), "order_limit at quantity max=5");
  EXPECT_EQ(submitted(session, add_command("Pc", 1)), "order_limit at quantity max=5");
  EXPECT_EQ(submitted(session, set_command("Pb", 3)), "order_limit at quantity max=5");
  EXPECT_EQ(submitted(session, set_command("Pb", 1)), "ok");
  EXPECT_EQ(submitted(session, set_command("Pa", 4)), "ok");
}

TEST_F(SharedLimit, TellsTheOtherLineItsRoomAnew) {
  EXPECT_EQ(session.snapshot().lines[1].max_quantity, 2);
  const std::int64_t before = session.structure();
  must(session.set_quantity(0, 1));
  EXPECT_GT(session.structure(), before);
  EXPECT_EQ(session.snapshot().lines[1].max_quantity, 4);
}

TEST_F(SharedLimit, ALineMayShrinkWhereTheOthersAloneAreTooMany) {
  Op op = make_add(session.cart(), {99, 0}, "Pc", 9);
  must(session.receive(std::vector<LogEntry>{{1, op}}));
  EXPECT_EQ(only_remedy(session), "order_limit: remove");
  EXPECT_EQ(told(session.set_quantity(0, 2)), "ok");
  EXPECT_EQ(told(session.set_quantity(0, 3)), "order_limit at quantity max=5");
}

}  // namespace
}  // namespace sealcart
