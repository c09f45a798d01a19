// A guest signs in: what becomes of two carts under each policy, at the edges of what a line and a
// cart may hold, and when it is done again.
#include "sealcart/merge.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/random.h"
#include "support/shop.h"
#include "support/told.h"

namespace sealcart {
namespace {

constexpr ReplicaId kWriter = 99;

struct Wanted {
  std::string sku;
  std::int32_t units;
  Customizations texts = {};
};

Cart cart_of(std::uint8_t id, const std::vector<Wanted>& lines) {
  Cart cart;
  cart.id = cart_id(id);
  for (const Wanted& line : lines) {
    must(apply(cart, make_add(cart, {id, 0}, line.sku, line.units, line.texts)));
  }
  return cart;
}

// Both carts and the shop; merged() is the customer's cart with the plan's operations joined.
struct SignIn {
  Shop shop;
  std::vector<ProductUse> bought;
  Cart customer = cart_of(1, {});
  Cart guest = cart_of(2, {});
  std::string guest_currency = "USD";
  const Cart* taken_over = nullptr;
  MergePlan plan = {};

  std::string merged(MergePolicy policy) {
    const Catalog catalog = shop.catalog();
    plan = plan_merge({customer, guest, "USD", guest_currency, taken_over}, policy, {kWriter, 5},
                      {catalog, bought});
    Cart cart = customer;
    for (const Op& op : plan.ops) {
      must(check_caps(cart, op));
      must(apply(cart, op));
    }
    must(check_cart(cart));
    return lines_of(cart);
  }

  static std::string lines_of(const Cart& cart) {
    std::string all;
    for (const LineItem& line : cart.lines) {
      all += (all.empty() ? "" : ", ") + std::to_string(quantity_of(line.lots)) + " " + line.sku;
      for (const auto& text : line.customizations) all += " " + text.value;
    }
    return all;
  }

  std::string cuts() const {
    std::string all;
    for (const MergeCut& cut : plan.overflow) {
      all += (all.empty() ? "" : ", ") + cut.sku + " " + std::to_string(cut.kept) + "/" +
             std::to_string(cut.wanted);
    }
    return all;
  }
};

std::int32_t held(const Cart& cart, std::string_view sku) {
  const LineItem* line = cart.find_line(line_id(sku));
  return line == nullptr ? 0 : quantity_of(line->lots);
}

SignIn of_both() {
  SignIn both;
  for (const char* sku : {"A", "B", "C"}) both.shop.sell(sku, 100);
  both.customer = cart_of(1, {{"A", 1}, {"B", 5}});
  both.guest = cart_of(2, {{"C", 4}, {"A", 2}, {"B", 3}});
  return both;
}

TEST(SigningIn, FollowsThePolicy) {
  EXPECT_EQ(of_both().merged(MergePolicy::sum), "3 A, 8 B, 4 C");
  EXPECT_EQ(of_both().merged(MergePolicy::max), "2 A, 5 B, 4 C");
  EXPECT_EQ(of_both().merged(MergePolicy::guest), "2 A, 3 B, 4 C");
  EXPECT_EQ(of_both().merged(MergePolicy::customer), "1 A, 5 B, 4 C");
  SignIn kept = of_both();
  EXPECT_EQ(kept.merged(MergePolicy::keep_both), "1 A, 5 B");
  EXPECT_TRUE(kept.plan.keep_both);
  EXPECT_TRUE(kept.plan.ops.empty());
}

TEST(SigningIn, KeepsBothCartsOfTwoCurrencies) {
  SignIn both = of_both();
  both.guest_currency = "EUR";
  EXPECT_EQ(both.merged(MergePolicy::sum), "1 A, 5 B");
  EXPECT_TRUE(both.plan.keep_both);
}

TEST(SigningIn, TakesAnEmptyCartEitherWay) {
  SignIn both = of_both();
  both.customer = cart_of(1, {});
  EXPECT_EQ(both.merged(MergePolicy::sum), "4 C, 2 A, 3 B") << "in the guest's order";
  both = of_both();
  both.guest = cart_of(2, {});
  EXPECT_EQ(both.merged(MergePolicy::guest), "1 A, 5 B");
  EXPECT_TRUE(both.plan.ops.empty());
}

TEST(SigningIn, TellsLinesApartByTheirTexts) {
  SignIn both;
  both.shop.sell("A", 100);
  both.customer = cart_of(1, {{"A", 1, {{"Engraving", "Ada"}}}});
  both.guest = cart_of(2, {{"A", 2, {{"Engraving", "Bob"}}}, {"A", 3, {{"Engraving", "Ada"}}}});
  EXPECT_EQ(both.merged(MergePolicy::sum), "4 A Ada, 2 A Bob");
}

TEST(SigningIn, KeepsWhatTheCatalogueNoLongerHas) {
  SignIn both = of_both();
  both.guest = cart_of(2, {{"GONE", 3}});
  EXPECT_EQ(both.merged(MergePolicy::sum), "1 A, 5 B, 3 GONE");
}

TEST(SigningIn, AddsWhatADeviceCountsOrChoosesAtTheSameTime) {
  SignIn both = of_both();
  both.merged(MergePolicy::sum);
  Cart added = both.customer, chosen = both.customer;
  must(apply(added, make_add(added, {42, 0}, "A", 10)));
  must(apply(chosen, make_set(chosen, {42, 0}, chosen.lines[0], 4)));
  for (const Op& op : both.plan.ops) {
    must(apply(added, op));
    must(apply(chosen, op));
  }
  EXPECT_EQ(SignIn::lines_of(added), "13 A, 8 B, 4 C");
  EXPECT_EQ(SignIn::lines_of(chosen), "6 A, 8 B, 4 C");
}

TEST(SigningIn, CutsASumToTheMostALineMayHold) {
  SignIn both = of_both();
  both.shop.slice.products[0].variants[0].max_quantity = 2;
  both.shop.slice.products[1].variants[0].stock = 7;
  EXPECT_EQ(both.merged(MergePolicy::sum), "2 A, 7 B, 4 C");
  EXPECT_EQ(both.cuts(), "A 2/3, B 7/8");
}

TEST(SigningIn, CutsASumToTheStepOfThePack) {
  SignIn both;
  Variant& six = both.shop.sell("A", 100);
  six.step = 6;
  six.max_quantity = 40;
  both.customer = cart_of(1, {{"A", 24}});
  both.guest = cart_of(2, {{"A", 18}});
  EXPECT_EQ(both.merged(MergePolicy::sum), "36 A");
  EXPECT_EQ(both.cuts(), "A 36/42");
}

TEST(SigningIn, CutsASumToWhatAProductAllows) {
  SignIn both = of_both();
  both.shop.slice.products[0].max_per_customer = 10;
  both.bought = {{both.shop.slice.products[0].id, 8}};
  EXPECT_EQ(both.merged(MergePolicy::sum), "2 A, 8 B, 4 C");
  EXPECT_EQ(both.cuts(), "A 2/3");
}

TEST(SigningIn, CountsTheLinesItBringsTowardsWhatAProductAllows) {
  SignIn both;
  both.shop.sell("A", 100);
  both.shop.slice.products[0].max_per_order = 5;
  both.customer = cart_of(1, {{"A", 1}});
  both.guest = cart_of(2, {{"A", 3, {{"Engraving", "Bob"}}}, {"A", 2}});
  EXPECT_EQ(both.merged(MergePolicy::sum), "2 A, 3 A Bob");
  EXPECT_EQ(both.cuts(), "A 2/3");
}

TEST(SigningIn, NeverLeavesALineWithLessThanEitherCartHad) {
  SignIn both = of_both();
  for (Product& product : both.shop.slice.products) product.variants[0].stock = 0;
  EXPECT_EQ(both.merged(MergePolicy::sum), "2 A, 5 B, 4 C") << "what is sold out is told in a cart";
  EXPECT_EQ(both.cuts(), "A 2/3, B 5/8");
}

TEST(SigningIn, StopsAtTheLargestQuantity) {
  SignIn both = of_both();
  both.customer = cart_of(1, {{"A", 9'998}});
  both.guest = cart_of(2, {{"A", 1}});
  EXPECT_EQ(both.merged(MergePolicy::sum), "9999 A");
  EXPECT_EQ(both.cuts(), "");
  both.guest = cart_of(2, {{"A", 2}});
  EXPECT_EQ(both.merged(MergePolicy::sum), "9999 A");
  EXPECT_EQ(both.cuts(), "A 9999/10000");
  both.guest = cart_of(2, {{"A", 9'999}, {"A", 9'999}});
  EXPECT_EQ(both.merged(MergePolicy::guest), "9999 A");
  EXPECT_EQ(both.cuts(), "A 9999/19998");
  both.customer = both.guest;
  both.guest = cart_of(2, {{"A", 1}});
  EXPECT_EQ(both.merged(MergePolicy::sum), "19998 A") << "concurrent adds may be beyond it";
  EXPECT_EQ(both.cuts(), "A 19998/19999");
}

TEST(SigningIn, ListsLinesAFullCartHasNoPlaceFor) {
  SignIn both;
  std::vector<Wanted> many;
  for (std::size_t i = 0; i + 1 < limits::kLines; ++i) many.push_back({"S" + std::to_string(i), 1});
  both.customer = cart_of(1, many);
  both.guest = cart_of(2, {{"S0", 2}, {"NEW", 3}, {"NEWER", 4}});
  both.merged(MergePolicy::sum);
  EXPECT_EQ(both.plan.ops.size(), 2u);
  EXPECT_EQ(both.cuts(), "NEWER 0/4");
}

TEST(SigningIn, UnitesTheCodesAsFarAsThereIsPlace) {
  SignIn both = of_both();
  const auto code = [](Cart& cart, const std::string& text) {
    must(apply(cart, make_code(cart, {1, 0}, text, true)));
  };
  for (std::size_t i = 0; i + 1 < limits::kCodes; ++i) code(both.customer, "C" + std::to_string(i));
  for (const char* text : {"C0", "ONE", "TWO"}) code(both.guest, text);
  both.merged(MergePolicy::customer);
  EXPECT_EQ(both.plan.codes_left, std::vector<std::string>{"TWO"});
  EXPECT_EQ(both.plan.ops.back().value, "ONE");
}

TEST(SigningIn, KeepsTheCustomersDestinationAndMethodWhereChosen) {
  const auto registers = [](MergePolicy policy, bool customer_chose) {
    SignIn both;
    const auto choose = [](Cart& cart, const char* country, const char* method) {
      must(apply(cart, make_destination(cart, {1, 0}, {country, "", ""})));
      must(apply(cart, make_shipping_method(cart, {1, 0}, method)));
    };
    choose(both.guest, "CA", "fast");
    if (customer_chose) choose(both.customer, "US", "slow");
    both.merged(policy);
    Cart cart = both.customer;
    for (const Op& op : both.plan.ops) must(apply(cart, op));
    return cart.destination.country + " " + cart.shipping_method;
  };
  EXPECT_EQ(registers(MergePolicy::sum, true), "US slow");
  EXPECT_EQ(registers(MergePolicy::guest, true), "CA fast");
  EXPECT_EQ(registers(MergePolicy::sum, false), "CA fast");
}

TEST(SigningInAgain, AddsOnlyWhatIsNew) {
  SignIn both = of_both();
  both.merged(MergePolicy::sum);
  for (const Op& op : both.plan.ops) must(apply(both.customer, op));
  const Cart before = both.guest;
  both.taken_over = &before;
  EXPECT_EQ(both.merged(MergePolicy::sum), "3 A, 8 B, 4 C");
  EXPECT_TRUE(both.plan.ops.empty());
  must(apply(both.guest, make_add(both.guest, {2, 0}, "A", 7)));
  EXPECT_EQ(both.merged(MergePolicy::sum), "10 A, 8 B, 4 C");
}

TEST(SigningInAgain, BringsNothingBackThatWasRemoved) {
  for (const auto policy : {MergePolicy::sum, MergePolicy::max, MergePolicy::guest}) {
    SignIn both = of_both();
    must(apply(both.guest, make_code(both.guest, {2, 0}, "TEN", true)));
    must(apply(both.guest, make_destination(both.guest, {2, 0}, {"CA", "", ""})));
    const Cart before = both.guest;
    both.taken_over = &before;
    both.customer = cart_of(1, {{"A", 1}});
    EXPECT_EQ(both.merged(policy), "1 A");
    EXPECT_TRUE(both.plan.ops.empty());
  }
}

// Whatever the carts: every line of either is in the result with no less than the policy promises,
// and what is less than the sum is listed.
TEST(SigningIn, DropsNothingOfDrawnCarts) {
  Random random(5);
  for (int round = 0; round < rounds(20'000); ++round) {
    SignIn both;
    for (const char* sku : {"A", "B", "C", "D"}) {
      Variant& variant = both.shop.sell(sku, 100);
      variant.max_quantity = static_cast<std::int32_t>(random.between(1, 12));
      if (random.one_in(2)) variant.stock = static_cast<std::int32_t>(random.between(0, 12));
    }
    for (Cart* cart : {&both.customer, &both.guest}) {
      for (std::int64_t n = random.between(0, 5); n > 0; --n) {
        const std::string sku(1, static_cast<char>('A' + random.below(4)));
        const auto units = static_cast<std::int32_t>(random.between(1, 9));
        must(apply(*cart,
                   make_add(*cart, {static_cast<ReplicaId>(cart->id.bytes[15]), 0}, sku, units)));
      }
    }
    both.merged(MergePolicy::sum);
    Cart cart = both.customer;
    for (const Op& op : both.plan.ops) must(apply(cart, op));
    for (const char* sku : {"A", "B", "C", "D"}) {
      const auto now = held(cart, sku);
      const auto sum = held(both.customer, sku) + held(both.guest, sku);
      ASSERT_GE(now, std::max(held(both.customer, sku), held(both.guest, sku))) << round;
      const auto cut = std::ranges::find(both.plan.overflow, sku, &MergeCut::sku);
      ASSERT_EQ(cut != both.plan.overflow.end(), now < sum) << round;
      if (now == sum) continue;
      ASSERT_EQ(*cut, (MergeCut{sku, {}, sum, now})) << round;
    }
  }
}

}  // namespace
}  // namespace sealcart
