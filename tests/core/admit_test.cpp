// What the server lets into the log.
#include <gtest/gtest.h>

#include "sealcart/op_log.h"
#include "support/shop.h"
#include "support/told.h"

namespace sealcart {
namespace {

constexpr Author kAuthor{kMaker, 2};
constexpr std::int64_t kHead = 2;

// A cart with one line of two units, a log of two entries, and a shop that sells A and B.
struct AdmitTest : testing::Test {
  PricingCase shop;
  Op op;

  AdmitTest() {
    shop.document.promotions = {percent_off("ten", PromotionTarget::order, 100'000)};
    shop.document.promotions[0].code = "TEN";
    shop.document.shipping_methods = {shipping_method("post", {"home"}, 500)};
    shop.line("A", 1000, 2);
    shop.sell("B", 500);
    op = make_add(shop.cart, kAuthor, "B", 1);
  }
  std::string admitted() const {
    const Cart before = shop.cart;
    const Status status = admit(shop.cart, op, kHead, shop.store(), shop.catalog());
    EXPECT_EQ(shop.cart, before);
    return told(status);
  }
};

TEST_F(AdmitTest, TheNextOperationOfAReplica) { EXPECT_EQ(admitted(), "ok"); }

TEST_F(AdmitTest, NotOneBasedOnAnEntryToCome) {
  op.base = 3;
  EXPECT_EQ(admitted(), "op_base_ahead at base base=3 head=2");
}

TEST_F(AdmitTest, NotOneThatLeavesAGap) {
  op.n = 3;
  EXPECT_EQ(admitted(), "op_gap at n n=3 last=1");
}

// The caller has compared known operations already: what is left here says something new under an
// old number.
TEST_F(AdmitTest, NotOneUnderANumberThatIsTaken) {
  op.n = 1;
  EXPECT_EQ(admitted(), "op_fork at n n=1");
}

TEST_F(AdmitTest, NotOneFromFarAheadInLogicalTime) {
  op.lamport = shop.cart.lamport + 1'000;
  EXPECT_EQ(admitted(), "ok");
  op.lamport += 1;
  EXPECT_EQ(admitted(), "op_invalid at lamport what=logical time runs ahead");
}

TEST_F(AdmitTest, NotOneThatNamesALotNobodyMade) {
  op = make_set(shop.cart, kAuthor, shop.cart.lines[0], 3);
  EXPECT_EQ(admitted(), "ok");
  op.shrinks = {{kMaker, 2, 0}};
  EXPECT_EQ(admitted(), "op_invalid at shrinks what=a lot nobody has made");
  op.shrinks = {{99, 1, 0}};
  EXPECT_EQ(admitted(), "op_invalid at shrinks what=a lot nobody has made");
}

TEST_F(AdmitTest, NotOneThatContradictsItself) {
  op.cart = cart_id(2);
  EXPECT_EQ(admitted(), "cart_mismatch at cart");
  op = make_add(shop.cart, kAuthor, "B", 0);
  EXPECT_EQ(admitted(), "quantity_too_small at units given=0 min=1");
}

TEST_F(AdmitTest, NotMoreThanACartHolds) {
  for (ReplicaId replica = 100; shop.cart.clocks.size() < limits::kReplicas; ++replica) {
    ASSERT_TRUE(apply(shop.cart, make_add(shop.cart, {replica, 0}, "A", 1)));
  }
  op = make_add(shop.cart, {999, 0}, "A", 1);
  EXPECT_EQ(admitted(), "replicas_too_many max=32");
}

TEST_F(AdmitTest, OnlySkusTheStoreSells) {
  op = make_add(shop.cart, kAuthor, "C", 1);
  EXPECT_EQ(admitted(), "sku_unknown at sku sku=C");
  op.kind = OpKind::set;
  EXPECT_EQ(admitted(), "sku_unknown at sku sku=C");
  op = make_remove(shop.cart, kAuthor, shop.cart.lines[0]);
  op.sku = "C";  // what is gone from the catalogue can still be removed
  EXPECT_EQ(admitted(), "ok");
}

TEST_F(AdmitTest, OnlyCodesAsTheStoreSpellsThem) {
  op = make_code(shop.cart, kAuthor, "TEN", true);
  EXPECT_EQ(admitted(), "ok");
  op.value = "ten";
  EXPECT_EQ(admitted(), "code_unknown at value code=ten");
  op.value = "NINE";
  EXPECT_EQ(admitted(), "code_unknown at value code=NINE");
  op = make_code(shop.cart, kAuthor, "NINE", false);
  EXPECT_EQ(admitted(), "ok");
}

TEST_F(AdmitTest, OnlyCountriesThatExist) {
  op = make_destination(shop.cart, kAuthor, {"FR", "", ""});
  EXPECT_EQ(admitted(), "ok");
  op.destination->country = "XX";
  EXPECT_EQ(admitted(), "country_unknown at destination.country");
  op.destination->country = "";
  EXPECT_EQ(admitted(), "ok");
}

TEST_F(AdmitTest, OnlyShippingMethodsTheStoreHas) {
  op = make_shipping_method(shop.cart, kAuthor, "post");
  EXPECT_EQ(admitted(), "ok");
  op.value = "rocket";
  EXPECT_EQ(admitted(), "shipping_method_unknown at value method=rocket");
  op.value = "";
  EXPECT_EQ(admitted(), "ok");
}

}  // namespace
}  // namespace sealcart
