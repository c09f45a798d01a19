// What a catalogue takes in, what it refuses whole, and what it finds.
#include "sealcart/catalog.h"

#include <gtest/gtest.h>

#include "support/shop.h"
#include "support/told.h"

namespace sealcart {
namespace {

Product shirt() {
  Product product = product_of("shirt", {});
  product.options = {{"Size", {"S", "M"}}, {"Colour", {"red", "blue"}}};
  for (const auto& [sku, size, colour] :
       {std::tuple("S-RED", "S", "red"), {"S-BLUE", "S", "blue"}, {"M-RED", "M", "red"}}) {
    product.variants.push_back(variant_of(sku, 1000));
    product.variants.back().options = {size, colour};
  }
  return product;
}

CatalogSlice slice_of(std::vector<Product> products) { return {"USD", std::move(products)}; }

std::string loaded(Catalog& catalog, CatalogSlice slice) {
  return told(catalog.load(std::move(slice), "USD"));
}
std::string loaded(std::vector<Product> products) {
  Catalog catalog;
  const std::string verdict = loaded(catalog, slice_of(std::move(products)));
  if (verdict != "ok") {
    EXPECT_TRUE(catalog.products().empty());
    EXPECT_EQ(catalog.revision(), 0u);
  }
  return verdict;
}

TEST(CatalogLoad, FindsEveryVariantAndProduct) {
  Catalog catalog;
  EXPECT_EQ(loaded(catalog, slice_of({shirt(), product_of("mug", {variant_of("MUG", 5)})})), "ok");
  ASSERT_TRUE(catalog.find("M-RED"));
  EXPECT_EQ(catalog.find("M-RED")->product->id, "shirt");
  EXPECT_EQ(catalog.find("M-RED")->variant->options, (std::vector<std::string>{"M", "red"}));
  EXPECT_EQ(catalog.product("mug")->variants.front().price, 5);
  EXPECT_FALSE(catalog.find("M-BLUE"));
  EXPECT_EQ(catalog.product("hat"), nullptr);
}

TEST(CatalogLoad, ALaterSliceReplacesTheProductsItRepeats) {
  Catalog catalog;
  EXPECT_EQ(loaded(catalog, slice_of({shirt(), product_of("mug", {variant_of("MUG", 5)})})), "ok");
  EXPECT_EQ(loaded(catalog, slice_of({product_of("shirt", {variant_of("ONE", 7)})})), "ok");
  EXPECT_EQ(catalog.revision(), 2u);
  EXPECT_FALSE(catalog.find("S-RED"));
  EXPECT_EQ(catalog.find("ONE")->variant->price, 7);
  EXPECT_TRUE(catalog.find("MUG"));
}

TEST(CatalogLoad, RefusesAnotherCurrency) {
  Catalog catalog;
  EXPECT_EQ(told(catalog.load({"EUR", {shirt()}}, "USD")),
            "currency_mismatch at currency given=EUR expected=USD");
  EXPECT_FALSE(catalog.find("S-RED"));
}

TEST(CatalogLoad, RefusesASkuTwice) {
  Product twice = shirt();
  twice.variants[2].sku = "S-RED";
  EXPECT_EQ(loaded({twice}), "catalog_duplicate_sku at products[0].variants[2].sku sku=S-RED");
  EXPECT_EQ(loaded({shirt(), product_of("hat", {variant_of("S-RED", 1)})}),
            "catalog_duplicate_sku at products[1].variants[0].sku sku=S-RED");
}

TEST(CatalogLoad, RefusesASkuThatAnotherProductHolds) {
  Catalog catalog;
  EXPECT_EQ(loaded(catalog, slice_of({shirt()})), "ok");
  EXPECT_EQ(loaded(catalog, slice_of({product_of("mug", {variant_of("MUG", 5)}),
                                      product_of("hat", {variant_of("S-RED", 1)})})),
            "catalog_duplicate_sku at products[1].variants[0].sku sku=S-RED");
  EXPECT_EQ(catalog.product("mug"), nullptr);
  EXPECT_EQ(catalog.find("S-RED")->product->id, "shirt");
}

TEST(CatalogLoad, ASkuMayMoveWhenItsOldProductLetsGoOfIt) {
  Catalog catalog;
  EXPECT_EQ(loaded(catalog, slice_of({shirt()})), "ok");
  Product without = shirt();
  without.variants.erase(without.variants.begin());
  EXPECT_EQ(loaded(catalog, slice_of({product_of("hat", {variant_of("S-RED", 1)}), without})),
            "ok");
  EXPECT_EQ(catalog.find("S-RED")->product->id, "hat");
}

TEST(CatalogLoad, RefusesAProductTwice) {
  EXPECT_EQ(
      loaded({product_of("hat", {variant_of("A", 1)}), product_of("hat", {variant_of("B", 1)})}),
      "store_duplicate_id at products[1].id id=hat");
}

TEST(CatalogLoad, RefusesOptionsThatDoNotFit) {
  Product fewer = shirt();
  fewer.variants[1].options = {"S"};
  EXPECT_EQ(loaded({fewer}), "catalog_options_mismatch at products[0].variants[1].options");
  Product unlisted = shirt();
  unlisted.variants[1].options = {"S", "green"};
  EXPECT_EQ(loaded({unlisted}), "catalog_options_mismatch at products[0].variants[1].options");
  Product repeated = shirt();
  repeated.variants[1].options = {"S", "red"};
  EXPECT_EQ(loaded({repeated}), "catalog_options_mismatch at products[0].variants[1].options");
}

TEST(CatalogLoad, RefusesTwoVariantsWithNothingToTellThemApart) {
  EXPECT_EQ(loaded({product_of("hat", {variant_of("A", 1), variant_of("B", 1)})}),
            "catalog_options_mismatch at products[0].variants[1].options");
}

TEST(CatalogLoad, RefusesAnOptionNamedTwice) {
  Product product = shirt();
  product.options[1].name = "Size";
  EXPECT_EQ(loaded({product}), "catalog_options_mismatch at products[0].options[1].name");
}

TEST(CatalogLoad, RefusesATextNamedTwiceOrLikeAnOption) {
  Product product = shirt();
  product.customizations = {{"Name"}, {"Name"}};
  EXPECT_EQ(loaded({product}), "store_duplicate_id at products[0].customizations[1].name id=Name");
  product.customizations = {{"Size"}};
  EXPECT_EQ(loaded({product}), "store_duplicate_id at products[0].customizations[0].name id=Size");
}

TEST(CatalogLoad, RefusesAProductWithoutVariants) {
  EXPECT_EQ(loaded({product_of("hat", {})}), "catalog_options_mismatch at products[0].variants");
}

TEST(CatalogLoad, RefusesALeastQuantityAboveTheLargest) {
  Product product = shirt();
  product.variants[0].min_quantity = 6;
  product.variants[0].max_quantity = 5;
  EXPECT_EQ(loaded({product}),
            "store_value_conflict at products[0].variants[0].minQuantity "
            "what=the least quantity exceeds the largest");
}

// --- what is no longer sold ----------------------------------------------------------------------
TEST(CatalogGone, AVariantItsProductNoLongerHasIsRemembered) {
  Catalog catalog;
  must(catalog.load(slice_of({shirt()}), "USD"));
  EXPECT_EQ(catalog.gone("S-RED"), nullptr) << "it is sold";
  EXPECT_EQ(catalog.gone("HAT"), nullptr) << "nothing is known of it";
  Product without = shirt();
  without.variants.erase(without.variants.begin());
  must(catalog.load(slice_of({without}), "USD"));
  EXPECT_FALSE(catalog.find("S-RED"));
  ASSERT_NE(catalog.gone("S-RED"), nullptr);
  EXPECT_EQ(catalog.gone("S-RED")->title, "Title of shirt");
  EXPECT_EQ(catalog.gone("S-RED")->options, (std::vector<std::string>{"S", "red"}));
  must(catalog.load(slice_of({shirt()}), "USD"));
  EXPECT_EQ(catalog.gone("S-RED"), nullptr) << "it is back";
}

TEST(CatalogGone, TheServerTellsOfASku) {
  Catalog catalog;
  must(catalog.load(slice_of({shirt(), product_of("mug", {variant_of("MUG", 5)})}), "USD"));
  CatalogSlice told = slice_of({});
  told.gone = {"S-BLUE", "MUG", "HAT"};
  must(catalog.load(told, "USD"));
  EXPECT_FALSE(catalog.find("S-BLUE"));
  EXPECT_EQ(catalog.find("S-RED")->variant->sku, "S-RED");
  EXPECT_EQ(catalog.find("M-RED")->variant->sku, "M-RED") << "the others moved up";
  EXPECT_EQ(catalog.gone("S-BLUE")->product, "shirt");
  EXPECT_EQ(catalog.product("mug"), nullptr) << "it had no other variant";
  EXPECT_EQ(catalog.gone("MUG")->title, "Title of mug");
  EXPECT_EQ(catalog.gone("HAT")->title, "") << "never loaded, and gone all the same";
}

TEST(CatalogGone, WhatTheSliceSellsIsNotGone) {
  Catalog catalog;
  CatalogSlice slice = slice_of({shirt()});
  slice.gone = {"S-RED"};
  must(catalog.load(slice, "USD"));
  EXPECT_TRUE(catalog.find("S-RED"));
  EXPECT_EQ(catalog.gone("S-RED"), nullptr);
}

TEST(CatalogGone, AClosedCatalogueHasEverythingThatIsSold) {
  Catalog catalog;
  must(catalog.load(slice_of({shirt()}), "USD"));
  catalog.close();
  EXPECT_NE(catalog.gone("HAT"), nullptr);
  EXPECT_EQ(catalog.gone("S-RED"), nullptr);
}

// --- choosing a variant --------------------------------------------------------------------------
std::string chosen(std::vector<OptionChoice> choices, std::string_view product = "shirt") {
  Catalog catalog;
  EXPECT_EQ(loaded(catalog, slice_of({shirt(), product_of("mug", {variant_of("MUG", 5)})})), "ok");
  const auto entry = catalog.choose(product, choices);
  return entry ? entry->variant->sku : told(entry.error());
}

TEST(CatalogChoose, FindsTheVariantWithTheseValues) {
  EXPECT_EQ(chosen({{"Size", "M"}, {"Colour", "red"}}), "M-RED");
  EXPECT_EQ(chosen({{"Colour", "blue"}, {"Size", "S"}}), "S-BLUE");
  EXPECT_EQ(chosen({}, "mug"), "MUG");
}

TEST(CatalogChoose, NamesWhatIsWrong) {
  EXPECT_EQ(chosen({}, "hat"), "product_unknown at product product=hat");
  EXPECT_EQ(chosen({{"Size", "M"}}), "option_missing at options option=Colour");
  EXPECT_EQ(chosen({{"Size", "M"}, {"Colour", "red"}, {"Cut", "slim"}}),
            "option_unknown at options[2] option=Cut");
  EXPECT_EQ(chosen({{"Size", "M"}, {"Colour", "green"}}),
            "option_unknown at options[1] option=green");
  EXPECT_EQ(chosen({{"Size", "M"}}, "mug"), "option_unknown at options[0] option=Size");
  EXPECT_EQ(chosen({{"size", "M"}, {"Colour", "red"}}), "option_missing at options option=Size");
}

TEST(CatalogChoose, RefusesACombinationThatIsNotMade) {
  EXPECT_EQ(chosen({{"Size", "M"}, {"Colour", "blue"}}), "variant_impossible at options");
}

}  // namespace
}  // namespace sealcart
