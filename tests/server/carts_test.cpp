#include <gtest/gtest.h>

#include "sealcart/wire.h"
#include "services/accesses.h"
#include "support/shopper.h"

namespace sealcart::server {
namespace {

using testing::Shopper;
using testing::TestShop;

Outcome<MadeCart> make(TestShop& shop, const CartId& id, std::string_view capability,
                       std::string store = "tea", std::string currency = "EUR") {
  return shop.run<MadeCart>([&](Work& work) -> Outcome<MadeCart> {
    return make_cart(work, {store, id, currency}, blake2b(capability));
  });
}

std::string json_of(const Snapshot& snapshot) {
  std::string text;
  write_json(text, snapshot);
  return text;
}

TEST(Carts, AreMadeOnceHoweverOftenAskedFor) {
  TestShop shop;
  const CartId id = random_id<CartId>();
  EXPECT_TRUE(make(shop, id, "mine")->fresh);
  EXPECT_FALSE(make(shop, id, "mine")->fresh);
  EXPECT_EQ(make(shop, id, "other").error().error.code, ErrorCode::unauthorized);
}

TEST(Carts, WhoseSumWouldBeTooLargeStayAsTheyAre) {
  TestShop shop;
  shop.offer("island.catalog.json");
  Shopper ada(shop);
  ada.fill("ISLAND", 5'000);
  ada.add("ISLAND", 4'500);
  EXPECT_EQ(ada.send().error().error.code, ErrorCode::amount_overflow);
  Shopper tablet(shop, ada.cart(), 8);
  static_cast<void>(tablet.send().value());
  EXPECT_EQ(quantity_of(tablet.sees().lines[0].lots), 5'000);
}

TEST(Carts, AreMadeInAStoreAndItsCurrencyOnly) {
  TestShop shop;
  const auto unknown = make(shop, random_id<CartId>(), "mine", "coffee");
  EXPECT_EQ(unknown.error().error,
            Error(ErrorCode::value_not_allowed, "store").with("allowed", "tea"));
  const auto dollars = make(shop, random_id<CartId>(), "mine", "tea", "USD");
  EXPECT_EQ(dollars.error().error.code, ErrorCode::currency_mismatch);
  EXPECT_EQ(dollars.error().error.path, "currency");
}

TEST(Carts, OpenWithTheirCapabilityAlone) {
  TestShop shop;
  const CartId id = random_id<CartId>();
  static_cast<void>(make(shop, id, "mine").value());
  const auto open = [&](const CartId& cart, std::optional<Hash32> capability) {
    return shop.run<Visit>([&](Work& work) -> Outcome<Visit> {
      return open_cart(work, cart, capability, AccessScope::manage);
    });
  };
  EXPECT_TRUE(open(id, blake2b("mine")));
  EXPECT_EQ(open(id, blake2b("guess")).error().error.code, ErrorCode::unauthorized);
  EXPECT_EQ(open(id, std::nullopt).error().error.code, ErrorCode::unauthorized);
  EXPECT_EQ(open(random_id<CartId>(), blake2b("mine")).error().error.code, ErrorCode::cart_unknown);
}

TEST(Carts, TellWhatTheyRememberOfTheLogAsStorageHasIt) {
  TestShop shop;
  Shopper shopper(shop);
  for (int i = 0; i < 40; ++i) {
    shopper.add("CUP-RED", 1);
    static_cast<void>(shopper.send().value());
  }
  for (std::int64_t after = 0; after <= 40; ++after) {
    const auto told = shop.on_cart<LogBatch>(
        shopper.cart(), [&](Work& work, const CartState& state) -> Outcome<LogBatch> {
          Result<LogBatch> batch = read_log(work, state, after);
          const auto stored = work.storage.log(state.record.id, after, limits::kOpsPerBatch);
          EXPECT_EQ(batch->entries.size(), stored.size());
          for (std::size_t i = 0; i < stored.size(); ++i) {
            EXPECT_EQ(batch->entries[i].index, stored[i].index);
            EXPECT_EQ(batch->entries[i].op, stored[i].op);
          }
          return *batch;
        });
    EXPECT_EQ(told->entries.size(), static_cast<std::size_t>(40 - after));
  }
}

TEST(Carts, TakeACapabilityOfExactly32Bytes) {
  start_crypto();
  EXPECT_TRUE(capability_hash(std::string(43, 'A')));
  EXPECT_FALSE(capability_hash(std::string(42, 'A')));
  EXPECT_FALSE(capability_hash(std::string(44, 'A')));
  EXPECT_FALSE(capability_hash(std::string(42, 'A') + "="));
  EXPECT_FALSE(capability_hash(""));
}

TEST(Ops, ABatchIsTakenWholeOrNotAtAll) {
  TestShop shop;
  Shopper ada(shop);
  const Op good = ada.add("CUP-RED", 2);
  Op bad = ada.add("POT", 1);
  bad.sku = "TEAPOT";
  const auto refused = ada.send({good, bad});
  EXPECT_EQ(refused.error().error.code, ErrorCode::sku_unknown);
  EXPECT_EQ(refused.error().error.path, "ops[1].sku");
  EXPECT_EQ(ada.send({})->head, 0);
  EXPECT_TRUE(ada.snapshot().lines.empty());
}

TEST(Ops, KnownOnesAreAcknowledgedAgain) {
  TestShop shop;
  Shopper ada(shop);
  const std::vector<Op> ops{ada.add("CUP-RED", 2), ada.add("POT", 1)};
  const auto first = ada.send(ops);
  const auto again = ada.send(ops);
  EXPECT_EQ(again->head, 2);
  ASSERT_EQ(again->entries.size(), 2U);
  EXPECT_EQ(again->entries[1].op, ops[1]);
  EXPECT_EQ(ada.snapshot().unit_count, 3);
  const auto longer = ada.send({ops[0], ops[1], ada.add("CUP-RED", 1)});
  EXPECT_EQ(longer->head, 3);
}

TEST(Ops, TheSameNumberWithOtherContentIsAFork) {
  TestShop shop;
  Shopper ada(shop);
  Op op = ada.add("CUP-RED", 2);
  static_cast<void>(ada.send({op}).value());
  op.units = 3;
  const auto fork = ada.send({op});
  EXPECT_EQ(fork.error().error.code, ErrorCode::op_fork);
  EXPECT_EQ(fork.error().error.path, "ops[0].n");
  EXPECT_EQ(ada.snapshot().unit_count, 2);
}

TEST(Ops, AMissingOneIsAGap) {
  TestShop shop;
  Shopper ada(shop);
  ada.add("CUP-RED", 2);
  const Op second = ada.add("POT", 1);
  EXPECT_EQ(ada.send({second}).error().error.code, ErrorCode::op_gap);
}

TEST(Ops, OnlyTheServerOrders) {
  TestShop shop;
  Shopper ada(shop);
  Op op = ada.add("CUP-RED", 2);
  static_cast<void>(ada.send().value());
  op = make_remove(ada.sees(), {ada.replica(), 1}, ada.sees().lines[0], OpKind::order);
  const auto refused = ada.send({op});
  EXPECT_EQ(refused.error().error.code, ErrorCode::op_invalid);
  EXPECT_EQ(refused.error().error.path, "ops[0].kind");
}

TEST(Ops, AreReadPageByPage) {
  TestShop shop;
  Shopper ada(shop);
  std::vector<Op> ops;
  for (int i = 0; i < 300; ++i) ops.push_back(ada.choose());
  // choose_post makes two operations each time.
  ops = ada.pending();
  for (std::size_t from = 0; from < ops.size(); from += limits::kOpsPerBatch) {
    const auto to = std::min(from + limits::kOpsPerBatch, ops.size());
    static_cast<void>(ada.send({ops.begin() + static_cast<std::ptrdiff_t>(from),
                                ops.begin() + static_cast<std::ptrdiff_t>(to)})
                          .value());
  }
  const auto page = ada.send({}, 250);
  EXPECT_EQ(page->head, 600);
  ASSERT_EQ(page->entries.size(), limits::kOpsPerBatch);
  EXPECT_EQ(page->entries.front().index, 251);
  EXPECT_EQ(ada.send({}, 601).error().error.code, ErrorCode::op_base_ahead);
}

TEST(Ops, OfTwoDevicesJoin) {
  TestShop shop;
  Shopper phone(shop);
  Shopper laptop(shop, phone.cart(), 8);
  phone.add("CUP-RED", 2);
  laptop.add("CUP-RED", 1);
  static_cast<void>(phone.send().value());
  static_cast<void>(laptop.send().value());
  static_cast<void>(phone.send().value());
  EXPECT_EQ(phone.sees(), laptop.sees());
  EXPECT_EQ(phone.snapshot().unit_count, 3);
}

TEST(Ops, ACartKeepsAPlaceForTheServer) {
  TestShop shop;
  Shopper first(shop, 1);
  static_cast<void>(first.send({first.add("POT", 1)}).value());
  for (ReplicaId replica = 2; replica < static_cast<ReplicaId>(limits::kReplicas); ++replica) {
    Shopper next(shop, first.cart(), replica);
    static_cast<void>(next.send({next.add("POT", 1)}).value());
  }
  Shopper last(shop, first.cart(), 1000);
  EXPECT_EQ(last.send({last.add("POT", 1)}).error().error.code, ErrorCode::replicas_too_many);
}

TEST(Carts, AreTheSameAfterARestart) {
  TestShop shop;
  Shopper ada(shop);
  ada.fill("CUP-RED", 3);
  const std::string before = json_of(ada.snapshot());
  shop.restart();
  EXPECT_EQ(json_of(ada.snapshot()), before);
}

}  // namespace
}  // namespace sealcart::server
