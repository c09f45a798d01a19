// The carts of the side-by-side benchmark with other cart libraries: 1, 10, 100 and 1,000 lines
// drawn by xorshift32, with a discount and a tax rate of its own for each line, 10 % off the order
// and a shipping threshold. The totals are those every contender has to reach.
#include <gtest/gtest.h>

#include <array>

#include "support/shop.h"
#include "support/told.h"

namespace sealcart {
namespace {

// The generator of the benchmark, call for call: its other draws are made and thrown away.
class PeerDraws {
 public:
  std::int64_t between(std::int64_t least, std::int64_t most) {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 17;
    state_ ^= state_ << 5;
    const double unit = static_cast<double>(state_) / 4294967296.0;
    return least + static_cast<std::int64_t>(unit * static_cast<double>(most - least + 1));
  }
  template <std::size_t N>
  std::int32_t pick(const std::array<std::int32_t, N>& list) {
    return list[static_cast<std::size_t>(between(0, N - 1))];
  }
  void skip(std::int64_t count) { between(0, count - 1); }

 private:
  std::uint32_t state_ = 0x9E3779B9;
};

constexpr std::array<std::int32_t, 6> kDiscountsBps{0, 0, 500, 1000, 1250, 2000};
constexpr std::array<std::int32_t, 6> kTaxesBps{0, 500, 725, 825, 1000, 2000};

PricingCase peer_rules() {
  PricingCase test;
  test.document.rounding.ties = Ties::position;
  for (const std::int32_t bps : kTaxesBps) {
    const std::string category = "tax" + std::to_string(bps);
    test.document.tax_categories.push_back(category);
    test.document.tax_rates.push_back(tax_rate("home", category, bps * 100, false));
  }
  for (const std::int32_t bps : {500, 1000, 1250, 2000}) {
    const std::string category = std::to_string(bps);
    test.document.promotions.push_back(percent_off(category, PromotionTarget::line, bps * 100));
    test.document.promotions.back().categories = {category};
  }
  test.document.promotions.push_back(percent_off("tenoff", PromotionTarget::order, 100'000));
  test.document.shipping_methods = {shipping_method("flat", {"home"}, 799)};
  test.document.shipping_methods[0].free_from = 750'000;
  test.document.shipping_methods[0].tax_category = "tax825";
  return test;
}

PricingCase peer_cart(PeerDraws& draws, int count) {
  PricingCase test = peer_rules();
  for (int i = 0; i < count; ++i) {
    draws.between(1000, 9999);  // SKU
    draws.skip(5);              // size
    draws.skip(4);              // colour
    draws.skip(6);              // title
    const auto quantity = static_cast<std::int32_t>(draws.between(1, 5));
    const std::int64_t price = draws.between(199, 19'999);
    const std::int32_t discount = draws.pick(kDiscountsBps);
    const std::int32_t tax = draws.pick(kTaxesBps);
    draws.between(50, 2500);  // weight
    test.line("li" + std::to_string(i), price, quantity, "tax" + std::to_string(tax));
    test.slice.products.back().category = std::to_string(discount);
  }
  return test;
}

TEST(PeerCarts, ReachTheTotalsOfTheBenchmark) {
  struct Wanted {
    int lines;
    std::int64_t line_discount, order_discount, shipping, tax, total;
  };
  PeerDraws draws;  // one stream for all four
  for (const Wanted& wanted : {Wanted{1, 12'188, 8'531, 799, 15'422, 93'002},
                               Wanted{10, 19'835, 21'702, 799, 15'753, 211'865},
                               Wanted{100, 216'999, 289'075, 0, 227'217, 2'828'892},
                               Wanted{1000, 2'542'901, 2'863'564, 0, 2'117'542, 27'889'618}}) {
    const Totals totals = peer_cart(draws, wanted.lines).totals();
    EXPECT_EQ(totals.line_discount_total, wanted.line_discount);
    EXPECT_EQ(totals.order_discount_total, wanted.order_discount);
    EXPECT_EQ(totals.shipping_total, wanted.shipping);
    EXPECT_EQ(totals.additional_tax_total, wanted.tax);
    EXPECT_EQ(totals.grand_total, wanted.total) << wanted.lines << " lines";
  }
}

}  // namespace
}  // namespace sealcart
