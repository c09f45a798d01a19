// The short text of what can be had: it comes back as it went in, and asks for little room.
#include "sealcart/availability.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "sealcart/option_matrix.h"
#include "sealcart/wire.h"
#include "support/random.h"

namespace sealcart {
namespace {

ProductOption option_of(std::string name, std::size_t values) {
  ProductOption option{std::move(name), {}};
  for (std::size_t v = 0; v < values; ++v) option.values.push_back(std::to_string(v));
  return option;
}

Variant variant_with(std::vector<std::string> options, bool sold_out) {
  Variant variant;
  variant.options = std::move(options);
  if (sold_out) variant.stock = 0;
  return variant;
}

Product two_by_three(std::string_view states) {
  Product product;
  product.options = {option_of("Size", 2), option_of("Colour", 3)};
  for (std::size_t i = 0; i < states.size(); ++i) {
    if (states[i] == '-') continue;
    product.variants.push_back(
        variant_with({std::to_string(i / 3), std::to_string(i % 3)}, states[i] == 's'));
  }
  return product;
}

// "oo-s": a letter for each combination.
std::string states_of(const Product& product) {
  std::string states;
  const OptionMatrix matrix(product);
  OptionMatrix::Selection selection(product.options.size(), 0);
  while (true) {
    const auto variant = matrix.variant(selection);
    states += !variant ? '-' : is_sold_out(product.variants[*variant]) ? 's' : 'o';
    std::size_t o = selection.size();
    while (o > 0) {
      --o;
      if (static_cast<std::size_t>(++selection[o]) < product.options[o].values.size()) break;
      selection[o] = 0;
      if (o == 0) return states;
    }
    if (selection.empty()) return states;
  }
}

TEST(Availability, HasItsLetters) {
  // Version, two options of 2 and 3 values, none not made, then runs.
  EXPECT_EQ(encode_availability(two_by_three("oooooo")), "BCCDAK");
  EXPECT_EQ(encode_availability(two_by_three("--oos-")), "BCCDCCA");
  EXPECT_EQ(encode_availability(two_by_three("s-----")), "BCCDAB");
  EXPECT_EQ(encode_availability(two_by_three("o-s--o")), "BCCDAABBDA") << "gaps between runs";
}

TEST(Availability, EveryStateOfSixCombinationsComesBack) {
  for (int n = 1; n < 729; ++n) {
    std::string states;
    for (int left = n, i = 0; i < 6; ++i, left /= 3) states += "-os"[left % 3];
    const Product product = two_by_three(states);
    const std::string text = encode_availability(product);
    const auto read = read_availability(product.options, text);
    ASSERT_TRUE(read) << states << " " << text;
    ASSERT_EQ(states_of(*read), states) << text;
    ASSERT_EQ(encode_availability(*read), text);
  }
}

TEST(Availability, AProductWithoutOptionsIsOneCombination) {
  Product product;
  product.variants = {variant_with({}, true)};
  const auto read = read_availability({}, encode_availability(product));
  ASSERT_TRUE(read);
  ASSERT_EQ(read->variants.size(), 1u);
  EXPECT_TRUE(is_sold_out(read->variants[0]));
}

Product drawn(Random& random) {
  Product product;
  const std::size_t options = 1 + random.below(4);
  for (std::size_t o = 0; o < options; ++o) {
    product.options.push_back(option_of("O" + std::to_string(o), 1 + random.below(9)));
  }
  const std::size_t rarity = 1 + random.below(4);
  OptionMatrix::Selection digits(options, 0);
  do {
    if (!random.one_in(rarity) || product.variants.size() == limits::kVariantsPerProduct) continue;
    std::vector<std::string> values;
    for (const std::int32_t digit : digits) values.push_back(std::to_string(digit));
    product.variants.push_back(variant_with(std::move(values), random.one_in(5)));
  } while ([&] {
    for (std::size_t o = options; o > 0; --o) {
      if (static_cast<std::size_t>(++digits[o - 1]) < product.options[o - 1].values.size()) {
        return true;
      }
      digits[o - 1] = 0;
    }
    return false;
  }());
  if (product.variants.empty()) {
    product.variants.push_back(variant_with(std::vector<std::string>(options, "0"), false));
  }
  // The order in which a merchant lists them does not matter.
  std::ranges::reverse(product.variants);
  return product;
}

TEST(Availability, AnyProductComesBackAndAnswersTheSame) {
  for (int seed = 0; seed < rounds(2'000); ++seed) {
    Random random(static_cast<std::uint64_t>(seed));
    const Product product = drawn(random);
    const std::string text = encode_availability(product);
    const auto read = read_availability(product.options, text);
    ASSERT_TRUE(read) << "seed " << seed;
    ASSERT_EQ(read->variants.size(), product.variants.size());
    ASSERT_EQ(encode_availability(*read), text);
    std::vector<OptionChoice> chosen;
    for (const ProductOption& option : product.options) {
      if (random.one_in(2)) chosen.push_back({option.name, random.pick(option.values)});
    }
    const auto whole = view_options(product, chosen);
    const auto shown = view_options(*read, chosen);
    for (std::size_t o = 0; o < product.options.size(); ++o) {
      for (std::size_t v = 0; v < product.options[o].values.size(); ++v) {
        ASSERT_EQ(shown->options[o].values[v].state, whole->options[o].values[v].state) << seed;
      }
    }
  }
}

// What is accepted is written back as the same text, whatever came in.
TEST(Availability, AnyTextIsRefusedOrTheOneOfItsProduct) {
  int accepted = 0;
  const auto options = two_by_three("").options;
  const std::string letters = "ABCDEFghik012_-*";
  for (int seed = 0; seed < rounds(200'000); ++seed) {
    Random random(static_cast<std::uint64_t>(seed));
    std::string text = random.one_in(9) ? "" : "BCCD";
    for (std::size_t left = random.below(7); left > 0; --left) text += random.pick(letters);
    const auto read = read_availability(options, text);
    if (!read) continue;
    ++accepted;
    ASSERT_EQ(encode_availability(*read), text);
  }
  EXPECT_GT(accepted, 100);
}

TEST(Availability, OfOtherOptionsIsRefused) {
  const std::string text = encode_availability(two_by_three("oo-ss-"));
  EXPECT_FALSE(read_availability({option_of("Size", 3), option_of("Colour", 2)}, text));
  EXPECT_FALSE(read_availability({option_of("Size", 2)}, text));
  EXPECT_FALSE(read_availability({}, text));
  EXPECT_FALSE(read_availability(two_by_three("").options, ""));
  EXPECT_FALSE(read_availability(two_by_three("").options, text + "AA")) << "more than there are";
}

// 256^8 combinations are 2^64.
TEST(Availability, TheLastOfAllCombinationsIsNumbered) {
  Product product;
  for (std::size_t o = 0; o < limits::kOptions; ++o) {
    product.options.push_back(option_of("O" + std::to_string(o), limits::kOptionValues));
  }
  product.variants = {variant_with(std::vector<std::string>(8, "0"), false),
                      variant_with(std::vector<std::string>(8, "255"), true)};
  const std::string text = encode_availability(product);
  const auto read = read_availability(product.options, text);
  ASSERT_TRUE(read) << text;
  EXPECT_EQ(read->variants[1].options, product.variants[1].options);
  EXPECT_TRUE(is_sold_out(read->variants[1]));
}

// 2,000 variants in 10 x 11 x 20, every eighth sold out, and every eleventh combination not made.
TEST(Availability, OfTwoThousandVariantsIsShort) {
  Product product;
  product.options = {option_of("Size", 10), option_of("Length", 11), option_of("Colour", 20)};
  Random random(1);
  for (int i = 0; i < 2'200 && product.variants.size() < 2'000; ++i) {
    if (random.one_in(11)) continue;
    product.variants.push_back(
        variant_with({std::to_string(i / 220), std::to_string(i / 20 % 11), std::to_string(i % 20)},
                     random.one_in(8)));
  }
  const std::size_t bytes = encode_availability(product).size();
  RecordProperty("bytes", static_cast<int>(bytes));
  std::printf("availability of %zu variants: %zu bytes\n", product.variants.size(), bytes);
  EXPECT_LT(bytes, 1'000u);
  for (Variant& variant : product.variants) variant.stock.reset();
  const std::size_t plain = encode_availability(product).size();
  std::printf("the same with all of them in stock: %zu bytes\n", plain);
  EXPECT_LT(plain, bytes);
}

// Choosing from the text is choosing from the product, but for the SKU.
TEST(ViewAvailability, AnswersAsTheProductWould) {
  Product product;
  product.options = {option_of("Size", 3), option_of("Colour", 2)};
  product.variants = {variant_with({"0", "0"}, false), variant_with({"1", "0"}, true),
                      variant_with({"1", "1"}, false)};
  const std::string text = encode_availability(product);
  for (const std::vector<OptionChoice>& chosen :
       std::vector<std::vector<OptionChoice>>{{},
                                              {{"Size", "0"}},
                                              {{"Size", "1"}, {"Colour", "0"}},
                                              {{"Size", "2"}},
                                              {{"Size", "1"}, {"Colour", "1"}},
                                              {{"Size", "0"}, {"Colour", "1"}}}) {
    auto whole = view_options(product, chosen, "Size");
    const auto told = view_availability({product.options, text, chosen, "Size"});
    ASSERT_TRUE(whole && told);
    std::string left, right;
    whole->sku.clear();
    write_json(left, *whole);
    write_json(right, *told);
    EXPECT_EQ(left, right);
  }
}

TEST(ViewAvailability, RefusesATextOfAnotherProduct) {
  Product product;
  product.options = {option_of("Size", 3)};
  product.variants = {variant_with({"0"}, false)};
  const std::string text = encode_availability(product);
  const auto other = view_availability({{option_of("Size", 4)}, text, {}, {}});
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().code, ErrorCode::pack_invalid);
  const auto unknown = view_availability({product.options, text, {{"Size", "9"}}, {}});
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().code, ErrorCode::option_unknown);
}

}  // namespace
}  // namespace sealcart
