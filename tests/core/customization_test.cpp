// Texts of a line: what they may be, and that they tell lines apart on every device alike.
#include "sealcart/customization.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "support/open_session.h"
#include "support/random.h"
#include "support/told.h"

namespace sealcart {
namespace {

const Customizations kAda{{"Engraving", "Ada"}};
const Customizations kBob{{"Engraving", "Bob"}};

TEST(OrderedTexts, AreByNameAndNotEmpty) {
  EXPECT_EQ(ordered({{"b", "2"}, {"c", ""}, {"a", "1"}}), (Customizations{{"a", "1"}, {"b", "2"}}));
  EXPECT_EQ(ordered({}), Customizations{});
}

TEST(CheckTexts, WantTheOrderedForm) {
  EXPECT_EQ(told(check_texts(Customizations{{"a", "1"}, {"b", "2"}})), "ok");
  const std::string form = " what=texts are named once, in order, and not empty";
  EXPECT_EQ(told(check_texts(Customizations{{"b", "1"}, {"a", "2"}})),
            "op_invalid at customizations[1]" + form);
  EXPECT_EQ(told(check_texts(Customizations{{"a", "1"}, {"a", "1"}})),
            "op_invalid at customizations[1]" + form);
  EXPECT_EQ(told(check_texts(Customizations{{"a", ""}})), "op_invalid at customizations[0]" + form);
}

TEST(CheckTexts, RefuseWhatIsNoText) {
  EXPECT_EQ(told(check_texts(Customizations{{"a", "two\nlines"}})), "ok");
  EXPECT_EQ(told(check_texts(Customizations{{"a", "x"}, {"b", "bell\x07"}})),
            "character_not_allowed at customizations[1].value character=U+0007");
  EXPECT_EQ(told(check_texts(Customizations{{"a", "\xE2\x80\xAE"}})),
            "character_not_allowed at customizations[0].value character=U+202E");
  EXPECT_EQ(told(check_texts(Customizations{{"a", std::string(500, 'x')}})), "ok");
  EXPECT_EQ(told(check_texts(Customizations{{"a", std::string(501, 'x')}})),
            "text_too_long at customizations[0].value max=500");
}

TEST(CheckCustomizations, AreThoseOfTheProduct) {
  const std::vector<CustomizationField> fields{{"Name", 4, true}, {"Wish", 500, false}};
  const auto check = [&](Customizations texts) {
    return told(check_customizations(fields, ordered(std::move(texts))));
  };
  EXPECT_EQ(check({{"Name", "Ada"}}), "ok");
  EXPECT_EQ(check({{"Wish", "w"}, {"Name", "Adam"}}), "ok");
  EXPECT_EQ(check({{"Name", "Adams"}}), "text_too_long at customizations[0].value max=4");
  EXPECT_EQ(check({{"Name", "\xC3\xA9\xC3\xA9x"}}),
            "text_too_long at customizations[0].value max=4")
      << "bytes, not letters";
  EXPECT_EQ(check({}), "customization_missing at customizations name=Name");
  EXPECT_EQ(check({{"Name", ""}}), "customization_missing at customizations name=Name");
  EXPECT_EQ(check({{"Colour", "x"}, {"Name", "Ada"}}),
            "customization_unknown at customizations[0].name name=Colour");
}

// --- identity ------------------------------------------------------------------------------------
TEST(LineIdentity, IsOfTheSkuAloneWithoutTexts) { EXPECT_EQ(line_id("A", {}), line_id("A")); }

TEST(LineIdentity, IsStable) {
  EXPECT_EQ(line_id("MUG", kAda), line_id("MUG\xFF"
                                          "Engraving\xFF"
                                          "Ada"));
}

TEST(LineIdentity, NoTwoTextsRunTogether) {
  std::set<LineId> seen;
  const std::vector<std::pair<std::string, Customizations>> all{
      {"A", {}},
      {"A", {{"b", "c"}}},
      {"Ab", {{"c", "d"}}},
      {"A", {{"bc", "d"}}},
      {"A", {{"b", "cd"}}},
      {"A", {{"b", "c"}, {"d", "e"}}},
      {"A", {{"b", "c"}, {"de", "f"}}},
      {"Abc", {}},
  };
  for (const auto& [sku, texts] : all) EXPECT_TRUE(seen.insert(line_id(sku, texts)).second);
}

TEST(LinesWithTexts, AreOneForEqualTextsAndTwoForOthers) {
  Cart cart = empty_cart();
  must(apply(cart, make_add(cart, {1, 0}, "MUG", 2, kAda)));
  must(apply(cart, make_add(cart, {2, 0}, "MUG", 3, kBob)));
  must(apply(cart, make_add(cart, {2, 0}, "MUG", 4)));
  must(apply(cart, make_add(cart, {3, 0}, "MUG", 5, kAda)));
  ASSERT_EQ(cart.lines.size(), 3u);
  EXPECT_EQ(quantity_of(cart.find_line(line_id("MUG", kAda))->lots), 7);
  EXPECT_EQ(quantity_of(cart.find_line(line_id("MUG", kBob))->lots), 3);
  EXPECT_EQ(quantity_of(cart.find_line(line_id("MUG"))->lots), 4);
  must(check_cart(cart));
  must(apply(cart, make_set(cart, {1, 0}, *cart.find_line(line_id("MUG", kAda)), 1)));
  must(apply(cart, make_remove(cart, {1, 0}, *cart.find_line(line_id("MUG", kBob)))));
  EXPECT_EQ(cart.lines.size(), 2u);
  EXPECT_EQ(quantity_of(cart.find_line(line_id("MUG", kAda))->lots), 1);
  EXPECT_EQ(quantity_of(cart.find_line(line_id("MUG"))->lots), 4);
}

TEST(LinesWithTexts, AnOperationWithoutThemReadsAsBefore) {
  const auto op = read_json<Op>(
      R"({"v":1,"cart":"00000000000000000000000000000001","replica":9,"n":1,"lamport":1,"base":0,)"
      R"("kind":"add","sku":"MUG","units":1,"born":1})");
  ASSERT_TRUE(op);
  Cart cart = empty_cart();
  must(apply(cart, *op));
  EXPECT_EQ(cart.lines[0].id, line_id("MUG"));
  const auto line = read_json<LineItem>(R"({"id":")" + to_hex(line_id("MUG").bytes) +
                                        R"(","sku":"MUG","lots":[]})");
  ASSERT_TRUE(line);
  EXPECT_TRUE(line->customizations.empty());
}

TEST(LinesWithTexts, OnlyOperationsOfLinesHaveThem) {
  Cart cart = empty_cart();
  Op op = make_code(cart, {1, 0}, "CODE", true);
  op.customizations = kAda;
  EXPECT_EQ(told(apply(cart, op)), "op_invalid at customizations what=only lines have texts");
  Op add = make_add(cart, {1, 0}, "MUG", 1);
  add.customizations = {{"b", "1"}, {"a", "2"}};
  EXPECT_EQ(told(check_op(cart, add)).substr(0, 31), "op_invalid at customizations[1]");
}

TEST(LinesWithTexts, ASavedLineUnderAnotherIdIsRefused) {
  Cart cart = empty_cart();
  must(apply(cart, make_add(cart, {1, 0}, "MUG", 2, kAda)));
  cart.lines[0].customizations = kBob;
  EXPECT_EQ(told(check_cart(cart)), "cart_invalid at lines[0].id");
  cart.lines[0].customizations = {{"Engraving", ""}};
  EXPECT_EQ(told(check_cart(cart)), "cart_invalid at lines[0].customizations");
}

TEST(LinesWithTexts, AVariantHasSoManyAndNoMore) {
  Cart cart = empty_cart();
  for (std::size_t i = 0; i < limits::kLinesPerVariant; ++i) {
    const Op op = make_add(cart, {1, 0}, "MUG", 1, {{"Engraving", std::to_string(i)}});
    EXPECT_EQ(told(check_caps(cart, op)), "ok");
    must(apply(cart, op));
  }
  EXPECT_EQ(told(check_caps(cart, make_add(cart, {1, 0}, "MUG", 1, kAda))),
            "customizations_too_many max=64");
  EXPECT_EQ(told(check_caps(cart, make_add(cart, {1, 0}, "MUG", 1, {{"Engraving", "0"}}))), "ok");
  EXPECT_EQ(told(check_caps(cart, make_add(cart, {1, 0}, "CUP", 1, kAda))), "ok");
}

// Devices that saw the same operations in whatever order have the same lines.
TEST(LinesWithTexts, AreTheSameOnEveryDevice) {
  const std::vector<Customizations> texts{{}, kAda, kBob, {{"Engraving", "Ada"}, {"Wish", "!"}}};
  for (int seed = 0; seed < rounds(1'000); ++seed) {
    Random random(static_cast<std::uint64_t>(seed));
    std::vector<Cart> devices(3, empty_cart());
    std::vector<std::vector<Op>> made(3);
    for (int step = 0; step < 12; ++step) {
      const std::size_t d = random.below(3);
      const Author author{static_cast<ReplicaId>(d + 1), 0};
      Cart& cart = devices[d];
      Op op = make_add(cart, author, random.one_in(2) ? "A" : "B", 1 + step, random.pick(texts));
      if (!cart.lines.empty() && random.one_in(3)) {
        const LineItem& line = random.pick(cart.lines);
        op = random.one_in(2) ? make_remove(cart, author, line)
                              : make_set(cart, author, line, 1 + step);
      }
      must(apply(cart, op));
      made[d].push_back(op);
    }
    // Each takes in the others' operations, one maker after the other, in an order of its own.
    for (std::size_t d = 0; d < 3; ++d) {
      const std::size_t first = (d + 1 + random.below(2)) % 3;
      for (const std::size_t maker : {first, 3 - d - first, d}) {
        if (maker == d) continue;
        for (const Op& op : made[maker]) must(apply(devices[d], op));
      }
    }
    ASSERT_EQ(json(devices[0]), json(devices[1])) << "seed " << seed;
    ASSERT_EQ(json(devices[0]), json(devices[2])) << "seed " << seed;
    ASSERT_EQ(told(check_cart(devices[0])), "ok");
  }
}

// --- in a session --------------------------------------------------------------------------------
struct Engraved : testing::Test {
  Shop shop;
  Session session;
  Engraved() {
    shop.sell("MUG", 1'000).stock = 5;
    shop.sell("PLAIN", 500);
    shop.slice.products[0].customizations = {{"Engraving", 10, true}, {"Wish", 10, false}};
    session = open_session(shop);
  }
  std::string add(std::string sku, std::int64_t units, Customizations texts) {
    Command command = add_command(std::move(sku), units);
    command.customizations = std::move(texts);
    return submitted(session, command);
  }
};

TEST_F(Engraved, AddTakesTheTextsOfTheProduct) {
  EXPECT_EQ(add("MUG", 1, kAda), "ok");
  EXPECT_EQ(add("MUG", 1, {{"Wish", ""}, {"Engraving", "Ada"}}), "ok") << "an empty one is none";
  EXPECT_EQ(add("MUG", 2, kBob), "ok");
  EXPECT_EQ(lines_of(session), "2 x MUG, 2 x MUG");
  EXPECT_EQ(session.snapshot().lines[1].customizations, kBob);
  EXPECT_EQ(session.snapshot().problems.size(), 0u);
  EXPECT_EQ(session.priced().totals.item_subtotal, 4'000);
}

TEST_F(Engraved, AddRefusesOtherTexts) {
  EXPECT_EQ(add("MUG", 1, {}), "customization_missing at customizations name=Engraving");
  EXPECT_EQ(add("MUG", 1, {{"Engraving", "far too long"}}),
            "text_too_long at customizations[0].value max=10");
  EXPECT_EQ(add("MUG", 1, {{"Engraving", "\x1B"}}),
            "character_not_allowed at customizations[0].value character=U+001B");
  EXPECT_EQ(add("PLAIN", 1, kAda),
            "customization_unknown at customizations[0].name name=Engraving");
}

TEST_F(Engraved, LinesOfOneVariantShareItsStock) {
  EXPECT_EQ(add("MUG", 3, kAda), "ok");
  EXPECT_EQ(add("MUG", 3, kBob), "stock_insufficient at quantity given=3 available=2");
  EXPECT_EQ(add("MUG", 1, kBob), "ok");
  EXPECT_EQ(session.snapshot().lines[0].max_quantity, 4);
  EXPECT_EQ(session.snapshot().lines[1].max_quantity, 2);
  EXPECT_EQ(told(session.set_quantity(1, 2)), "ok");
  EXPECT_EQ(session.snapshot().lines[0].max_quantity, 3) << "told anew";
  EXPECT_EQ(told(session.set_quantity(0, 4)), "stock_insufficient at quantity given=4 available=3");
  shop.slice.products[0].variants[0].stock = 4;
  must(session.load_catalog(shop.slice));
  const Snapshot snapshot = session.snapshot();
  ASSERT_EQ(snapshot.problems.size(), 1u);
  EXPECT_EQ(snapshot.problems[0].code + " " + snapshot.problems[0].path,
            "stock_insufficient lines[1].quantity");
  must(session.submit(*snapshot.problems[0].remedy));
  EXPECT_EQ(lines_of(session), "3 x MUG, 1 x MUG");
  EXPECT_EQ(session.snapshot().problems.size(), 0u);
}

// The shopper's words are kept; what the product now asks for is told.
TEST_F(Engraved, ALineWhoseProductAsksForOtherTextsIsAProblem) {
  EXPECT_EQ(add("MUG", 3, kAda), "ok");
  shop.slice.products[0].customizations = {{"Wish", 10, true}};
  must(session.load_catalog(shop.slice));
  EXPECT_EQ(session.snapshot().problems.at(0).code, "customization_unknown");
  EXPECT_EQ(session.snapshot().problems.at(0).path, "lines[0].customizations[0].name");
  EXPECT_EQ(session.snapshot().lines[0].customizations, kAda);
}

TEST_F(Engraved, TheServerLetsInTextsAndNoControlCharacters) {
  const Store store = shop.store();
  const Catalog catalog = shop.catalog();
  const Cart cart = empty_cart();
  const auto admitted = [&](Customizations texts) {
    return told(admit(cart, make_add(cart, {9, 0}, "MUG", 1, std::move(texts)), 0, store, catalog));
  };
  EXPECT_EQ(admitted(kAda), "ok");
  EXPECT_EQ(admitted({}), "ok") << "what the product asks for is a problem, and no refusal";
  EXPECT_EQ(admitted({{"Engraving", "\x01"}}),
            "character_not_allowed at customizations[0].value character=U+0001");
}

}  // namespace
}  // namespace sealcart
