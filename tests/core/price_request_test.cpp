#include "sealcart/price_request.h"

#include <gtest/gtest.h>

#include "support/open_session.h"
#include "support/told.h"

namespace sealcart {
namespace {

Shop taxed_shop() {
  Shop shop;
  shop.sell("MUG", 1250);
  shop.sell("CAP", 2100);
  shop.document.tax_rates = {tax_rate("away", "standard", 50'000, false)};
  shop.document.promotions = {percent_off("ten", PromotionTarget::order, 100'000)};
  shop.document.promotions[0].code = "Ten";
  shop.document.shipping_methods = {shipping_method("post", {"home"}, 500),
                                    shipping_method("air", {"away"}, 900)};
  return shop;
}

PriceRequest asking(std::vector<PriceLine> lines) {
  Shop shop = taxed_shop();
  PriceRequest request;
  request.store = std::move(shop.document);
  request.catalog = std::move(shop.slice);
  request.lines = std::move(lines);
  return request;
}

std::string verdict(Pricer& pricer, PriceRequest request) {
  return told(pricer.price(std::move(request)));
}

TEST(PriceRequest, GivesTheBytesOfASessionThatGotTheSameCommands) {
  PriceRequest request = asking({{"MUG", 2}, {"CAP", 1}, {"MUG", 1}});
  request.codes = {"ten"};
  request.destination = Destination{"CA", {}, {}};
  request.shipping_method = "air";
  const Result<Snapshot> priced = Pricer().price(std::move(request));
  ASSERT_EQ(told(priced), "ok");
  Session session = open_session(taxed_shop(), 1);
  for (const Command& command :
       {add_command("MUG", 2), add_command("CAP", 1), add_command("MUG", 1),
        code_command(CommandKind::apply_code, "ten"), destination_command("CA"),
        method_command("air")}) {
    ASSERT_EQ(told(session.submit(command)), "ok");
  }
  Snapshot expected = session.snapshot();
  expected.cart = priced->cart;
  EXPECT_EQ(json(*priced), json(expected));
  // 3 x 12.50 + 21.00 less 10 %, shipping 9.00, 5 % tax of 33.75 and of 18.90, each rounded.
  EXPECT_EQ(priced->grand_total, 5265 + 900 + 169 + 95);
}

TEST(PriceRequest, RulesStandForTheRequestsThatFollow) {
  Pricer pricer;
  PriceRequest bare;
  bare.lines = {{"MUG", 3}};
  EXPECT_EQ(verdict(pricer, bare), "field_missing at store");
  EXPECT_EQ(verdict(pricer, asking({{"MUG", 1}})), "ok");
  const Result<Snapshot> next = pricer.price(bare);
  ASSERT_EQ(told(next), "ok");
  EXPECT_EQ(next->item_subtotal, 3 * 1250);
  PriceRequest other = asking({{"MUG", 1}});
  other.catalog.reset();
  EXPECT_EQ(verdict(pricer, other), "field_missing at catalog");
}

TEST(PriceRequest, ARefusedRequestLeavesTheRulesBeforeIt) {
  Pricer pricer;
  EXPECT_EQ(verdict(pricer, asking({{"MUG", 1}})), "ok");
  PriceRequest dearer = asking({{"HAT", 1}});
  dearer.catalog->products[0].variants[0].price = 9900;
  EXPECT_EQ(verdict(pricer, dearer), "sku_unknown at lines[0].sku sku=HAT");
  PriceRequest bare;
  bare.lines = {{"MUG", 1}};
  const Result<Snapshot> next = pricer.price(bare);
  ASSERT_EQ(told(next), "ok");
  EXPECT_EQ(next->item_subtotal, 1250);
}

TEST(PriceRequest, RefusalsNameTheFieldOfTheRequest) {
  Pricer pricer;
  PriceRequest request = asking({{"MUG", 1}, {"CAP", 0}});
  EXPECT_EQ(verdict(pricer, request).rfind("quantity_too_small at lines[1].quantity", 0), 0U);
  request = asking({{"MUG", 1}});
  request.codes = {"nothing"};
  EXPECT_EQ(verdict(pricer, request).rfind("code_unknown at codes[0]", 0), 0U);
  request = asking({{"MUG", 1}});
  request.shipping_method = "rocket";
  EXPECT_NE(verdict(pricer, request).find(" at shippingMethod"), std::string::npos);
  request = asking({});
  request.store->tax_rates[0].zone = "nowhere";
  EXPECT_EQ(verdict(pricer, request).rfind("store_reference_unknown at store.taxRates[0].zone", 0),
            0U);
}

}  // namespace
}  // namespace sealcart
