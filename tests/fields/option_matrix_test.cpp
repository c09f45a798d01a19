// What is left to choose, held against a plain walk over all variants; and real catalogues, whole
// and with variants taken out.
#include "sealcart/option_matrix.h"

#include <gtest/gtest.h>

#include <random>

#include "support/case_rows.h"

namespace sealcart {
namespace {

using Selection = OptionMatrix::Selection;
constexpr std::int32_t kOpen = OptionMatrix::kOpen;

Product product_with(std::vector<ProductOption> options) {
  Product product;
  product.id = "p";
  product.title = "P";
  product.options = std::move(options);
  return product;
}

void add_variant(Product& product, std::vector<std::string> values,
                 std::optional<std::int32_t> stock = {}) {
  Variant variant;
  variant.sku = "SKU-" + std::to_string(product.variants.size());
  variant.options = std::move(values);
  variant.tax_category = "standard";
  variant.stock = stock;
  product.variants.push_back(std::move(variant));
}

// Size and colour; M-blue is not made, S-blue is sold out.
Product shirt() {
  Product product = product_with({{"Size", {"S", "M"}}, {"Colour", {"red", "blue"}}});
  add_variant(product, {"S", "red"}, 3);
  add_variant(product, {"S", "blue"}, 0);
  add_variant(product, {"M", "red"});
  return product;
}

std::string value_at(const Product& product, const Selection& selection, std::size_t option) {
  return product.options[option].values[static_cast<std::size_t>(selection[option])];
}

bool fits(const Product& product, const Variant& variant, const Selection& selection) {
  for (std::size_t o = 0; o < selection.size(); ++o) {
    if (selection[o] != kOpen && variant.options[o] != value_at(product, selection, o))
      return false;
  }
  return true;
}

ValueState slow_state(const Product& product, std::size_t option, std::int32_t value,
                      Selection selection) {
  selection[option] = value;
  ValueState state = ValueState::not_made;
  for (const Variant& variant : product.variants) {
    if (!fits(product, variant, selection)) continue;
    if (!is_sold_out(variant)) return ValueState::orderable;
    state = ValueState::sold_out;
  }
  return state;
}

// Every selection of a product, partial ones too; stops where there are too many.
std::vector<Selection> selections_of(const Product& product) {
  std::vector<Selection> all{Selection(product.options.size(), kOpen)};
  for (std::size_t o = 0; o < product.options.size() && all.size() < 4'000; ++o) {
    std::vector<Selection> longer = all;
    for (const Selection& selection : all) {
      for (std::size_t v = 0; v < product.options[o].values.size(); ++v) {
        longer.push_back(selection);
        longer.back()[o] = static_cast<std::int32_t>(v);
      }
    }
    all = std::move(longer);
  }
  return all;
}

// Counts what was compared, so that an empty run shows.
std::size_t expect_agrees_with_a_walk(const Product& product) {
  const OptionMatrix matrix(product);
  std::size_t compared = 0;
  for (const Selection& selection : selections_of(product)) {
    const bool complete = std::ranges::find(selection, kOpen) == selection.end();
    std::optional<std::size_t> exact;
    for (std::size_t v = 0; complete && v < product.variants.size(); ++v) {
      if (fits(product, product.variants[v], selection)) exact = v;
    }
    EXPECT_EQ(matrix.variant(selection), exact);
    for (std::size_t o = 0; o < product.options.size(); ++o) {
      for (std::size_t v = 0; v < product.options[o].values.size(); ++v) {
        const auto value = static_cast<std::int32_t>(v);
        EXPECT_EQ(matrix.state(o, value, selection), slow_state(product, o, value, selection));
        ++compared;
      }
    }
    if (exact && !is_sold_out(product.variants[*exact])) {
      EXPECT_EQ(matrix.nearest(selection), exact);
    }
  }
  return compared;
}

TEST(OptionMatrix, TellsWhatIsLeftBesideTheOtherChoices) {
  const Product product = shirt();
  const OptionMatrix matrix(product);
  const Selection blue{kOpen, 1};
  EXPECT_EQ(matrix.state(0, 0, blue), ValueState::sold_out);
  EXPECT_EQ(matrix.state(0, 1, blue), ValueState::not_made);
  EXPECT_EQ(matrix.state(1, 0, blue), ValueState::orderable);
  EXPECT_EQ(matrix.obstacle(0, 1, blue), 1u);
  EXPECT_EQ(matrix.variant({1, 1}), std::nullopt);
  EXPECT_EQ(matrix.variant({1, 0}), 2u);
}

TEST(OptionMatrix, TheNearestCanBeOrderedAndKeepsWhatWasChosenLast) {
  const Product product = shirt();
  const OptionMatrix matrix(product);
  EXPECT_EQ(matrix.nearest({1, 1}), 2u) << "M is kept: the earlier option";
  EXPECT_EQ(matrix.nearest({1, 1}, 1), 1u) << "blue is kept, though sold out: there is no other";
  EXPECT_EQ(matrix.nearest({0, 1}), 0u) << "a sold out variant is not the answer to itself";
}

TEST(OptionMatrix, AValueWithoutAnyVariantHasNoNearest) {
  Product product = product_with({{"Size", {"S", "XXL"}}});
  add_variant(product, {"S"});
  const OptionMatrix matrix(product);
  EXPECT_EQ(matrix.nearest({1}, 0), std::nullopt);
  EXPECT_EQ(matrix.nearest({1}), 0u);
}

TEST(OptionMatrix, AProductWithoutOptionsIsItsOnlyVariant) {
  Product product = product_with({});
  add_variant(product, {});
  EXPECT_EQ(OptionMatrix(product).variant({}), 0u);
}

TEST(OptionMatrix, StockBelowTheLeastQuantityIsSoldOut) {
  Variant variant;
  variant.stock = 5;
  variant.min_quantity = 6;
  EXPECT_TRUE(is_sold_out(variant));
  variant.stock = 6;
  EXPECT_FALSE(is_sold_out(variant));
  variant.stock = 0;
  variant.backorder = true;
  EXPECT_FALSE(is_sold_out(variant));
}

TEST(OptionMatrix, AgreesWithAWalkOverRandomSparseProducts) {
  std::mt19937 random(11);
  std::size_t compared = 0;
  for (int round = 0; round < 200; ++round) {
    Product product = product_with({});
    const std::size_t options = 1 + random() % 3;
    for (std::size_t o = 0; o < options; ++o) {
      ProductOption option{"o" + std::to_string(o), {}};
      for (std::size_t v = 0, n = 1 + random() % 6; v < n; ++v) {
        option.values.push_back("v" + std::to_string(v));
      }
      product.options.push_back(std::move(option));
    }
    for (const Selection& selection : selections_of(product)) {
      if (std::ranges::find(selection, kOpen) != selection.end() || random() % 3 == 0) continue;
      std::vector<std::string> values;
      for (std::size_t o = 0; o < options; ++o) values.push_back(value_at(product, selection, o));
      add_variant(product, std::move(values), static_cast<std::int32_t>(random() % 2));
    }
    compared += expect_agrees_with_a_walk(product);
  }
  EXPECT_GT(compared, 20'000u);
}

Product product_of_row(const nlohmann::json& row) {
  Product product = product_with({});
  for (const auto& option : row["options"]) {
    product.options.push_back({option["name"], option["values"]});
  }
  for (const auto& variant : row["variants"]) {
    std::vector<std::string> values;
    for (const ProductOption& option : product.options) {
      values.push_back(variant["options"][option.name]);
    }
    std::optional<std::int32_t> stock;
    if (variant.contains("stock") && variant["stock"].is_number_integer()) {
      stock = variant["stock"].get<std::int32_t>();
    }
    add_variant(product, std::move(values), stock);
  }
  return product;
}

TEST(OptionMatrix, AgreesWithAWalkOverRealCataloguesAlsoWithGaps) {
  std::mt19937 random(12);
  std::size_t products = 0;
  for (const auto& row : shared_rows("catalog/products.jsonl")) {
    Product product = product_of_row(row);
    expect_agrees_with_a_walk(product);
    ++products;
    if (product.variants.size() < 3) continue;
    std::erase_if(product.variants, [&](const Variant&) { return random() % 3 == 0; });
    if (!product.variants.empty()) expect_agrees_with_a_walk(product);
  }
  RecordProperty("products", static_cast<int>(products));
}

Catalog catalog_of(Product product) {
  Catalog catalog;
  EXPECT_TRUE(catalog.load({"USD", {std::move(product)}}, "USD"));
  return catalog;
}

TEST(OptionsView, ShowsEveryValueTheSkuOrTheNearest) {
  const Catalog catalog = catalog_of(shirt());
  const auto impossible = view_options(catalog, "p", {{"Size", "M"}, {"Colour", "blue"}}, "Colour");
  ASSERT_TRUE(impossible);
  EXPECT_EQ(impossible->sku, "");
  ASSERT_EQ(impossible->nearest.size(), 2u);
  EXPECT_EQ(impossible->nearest[0].value, "S");
  EXPECT_EQ(impossible->options[1].values[1].state, ValueState::not_made);
  EXPECT_EQ(impossible->options[1].values[1].obstacle, "Size");
  const auto exact = view_options(catalog, "p", {{"Colour", "red"}, {"Size", "M"}});
  ASSERT_TRUE(exact);
  EXPECT_EQ(exact->sku, "SKU-2");
  EXPECT_TRUE(exact->nearest.empty());
}

TEST(OptionsView, NamesWhatItDoesNotKnow) {
  const Catalog catalog = catalog_of(shirt());
  const auto said = [&](std::string_view product, std::vector<OptionChoice> chosen,
                        std::string_view firm = {}) {
    const auto view = view_options(catalog, product, chosen, firm);
    return view ? std::string("ok")
                : std::string(error_name(view.error().code)) + " " + view.error().path;
  };
  EXPECT_EQ(said("q", {}), "product_unknown product");
  EXPECT_EQ(said("p", {{"Size", "S"}, {"Cut", "slim"}}), "option_unknown options[1]");
  EXPECT_EQ(said("p", {{"Size", "L"}}), "option_unknown options[0]");
  EXPECT_EQ(said("p", {}, "Cut"), "option_unknown firm");
  EXPECT_EQ(said("p", {}), "ok");
}

}  // namespace
}  // namespace sealcart
