#include "sealcart/cart.h"

#include <gtest/gtest.h>

#include "support/shop.h"

namespace sealcart {
namespace {

Lot add_lot(std::int32_t units, std::int64_t born = 1) { return {1, 1, LotKind::add, units, born}; }
Lot set_lot(std::int32_t units, std::int64_t born = 1) { return {1, 1, LotKind::set, units, born}; }

TEST(QuantityOf, IsTheLargestSetPlusAllAdds) {
  EXPECT_EQ(quantity_of({}), 0);
  EXPECT_EQ(quantity_of({add_lot(2), add_lot(3)}), 5);
  EXPECT_EQ(quantity_of({set_lot(5), set_lot(3)}), 5);
  EXPECT_EQ(quantity_of({set_lot(5), add_lot(1), set_lot(7), add_lot(2)}), 10);
}

TEST(Born, IsThatOfTheOldestLiveLot) {
  const LineItem line{line_id("A"), "A", {add_lot(1, 9), set_lot(1, 4), add_lot(1, 6)}};
  EXPECT_EQ(line.born(), 4);
}

TEST(Cart, FindsLinesCodesAndClocks) {
  PricingCase test;
  test.line("A", 100, 1);
  test.line("B", 100, 2);
  test.code("TEN");
  ASSERT_NE(test.cart.find_line(line_id("B")), nullptr);
  EXPECT_EQ(test.cart.find_line(line_id("B"))->sku, "B");
  EXPECT_EQ(test.cart.find_line(line_id("C")), nullptr);
  ASSERT_NE(test.cart.find_code("TEN"), nullptr);
  EXPECT_EQ(test.cart.find_code("ten"), nullptr);
  EXPECT_EQ(test.cart.seen(kMaker), 3);
  EXPECT_EQ(test.cart.seen(kMaker + 1), 0);
}

}  // namespace
}  // namespace sealcart
