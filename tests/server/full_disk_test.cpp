// A full disk: what is written is refused and leaves nothing behind, what is read is answered, and
// the server goes on by itself.
#include <gtest/gtest.h>

#include "services/accesses.h"
#include "services/payments.h"
#include "support/shopper.h"
#include "support/simulated_file.h"

namespace sealcart::server {
namespace {

using testing::Shopper;
using testing::SimulatedDisk;
using testing::TestShop;
using How = SimulatedDisk::How;

class FullDisk : public ::testing::Test {
 protected:
  SimulatedDisk disk;
  TestShop shop;
  Shopper ada{shop};

  void fill_up() { disk.fail({.act = 1, .how = How::full}); }
  template <class T>
  static std::string told(const Outcome<T>& outcome) {
    return outcome ? "ok" : std::string(error_name(outcome.error().error.code));
  }
  std::int64_t head() {
    return shop
        .on_cart<std::int64_t>(
            ada.cart(),
            [](Work&, const CartState& cart) -> Outcome<std::int64_t> { return cart.record.head; })
        .value();
  }
  std::size_t tokens() {
    return shop
        .run<std::size_t>([](Work& work) -> Outcome<std::size_t> {
          return work.storage.orders_with_token().size();
        })
        .value();
  }
  void wait_for_room() {
    for (int i = 0; i < 500 && shop.backend().full(); ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    EXPECT_FALSE(shop.backend().full());
  }
};

TEST_F(FullDisk, RefusesWhatIsWrittenAnswersWhatIsReadAndGoesOnByItself) {
  ada.add("POT", 1);
  static_cast<void>(ada.send().value());
  fill_up();
  ada.add("CUP-RED", 1);
  EXPECT_EQ(told(ada.send()), "storage_full");
  EXPECT_TRUE(shop.backend().full());
  EXPECT_EQ(head(), 1);
  EXPECT_EQ(told(ada.send({}, 0)), "ok");
  disk.heal();
  EXPECT_EQ(told(ada.send()), "ok");
  EXPECT_EQ(head(), 2);
  wait_for_room();
}

TEST_F(FullDisk, ACartIsOpenedAlthoughItsDayCannotBeNoted) {
  shop.pass(24 * 60 * 60 * 1000);
  fill_up();
  const auto open = [&] {
    return shop.run<Visit>([&](Work& work) -> Outcome<Visit> {
      return open_cart(work, ada.cart(), blake2b("capability"), AccessScope::view);
    });
  };
  EXPECT_EQ(told(open()), "ok");
  EXPECT_TRUE(shop.backend().full());
  disk.heal();
  wait_for_room();
  EXPECT_EQ(told(open()), "ok");
}

// They wait while the thread is held, so they share a transaction.
TEST_F(FullDisk, ReadsAreAnsweredThatShareATransactionWithAWrite) {
  std::promise<void> begun;
  std::promise<void> go;
  auto holding = std::async(std::launch::async, [&] {
    return shop.run<bool>([&, runs = 0](Work&) mutable -> Outcome<bool> {
      if (++runs > 1) return true;  // again, alone: the others had come to its transaction
      begun.set_value();
      go.get_future().wait();
      return true;
    });
  });
  begun.get_future().wait();
  ada.add("POT", 1);
  auto writing = std::async(std::launch::async, [&] { return told(ada.send()); });
  auto reading = std::async(std::launch::async, [&] { return head(); });
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  fill_up();
  go.set_value();
  EXPECT_TRUE(holding.get());
  EXPECT_EQ(writing.get(), "storage_full");
  EXPECT_EQ(reading.get(), 0);
}

// What was written before is moved to its place, and its room used again.
TEST_F(FullDisk, GoesOnWithTheRoomOfItsLog) {
  const auto write = [&](char letter) {
    return told(shop.run<bool>([&](Work& work) -> Outcome<bool> {
      work.storage.put_setting("some", std::string(200'000, letter));
      return true;
    }));
  };
  EXPECT_EQ(write('a'), "ok");
  shop.restart();  // its place is there
  for (const char letter : {'b', 'c', 'd'}) EXPECT_EQ(write(letter), "ok");
  disk.fail({.act = 1, .how = How::no_growth});
  for (int i = 0; i < 20; ++i) EXPECT_EQ(write(static_cast<char>('e' + i)), "ok") << i;
  EXPECT_TRUE(disk.failed());
}

class FullDiskAtAnOrder : public FullDisk {
 protected:
  OrderRequest request = [this] {
    ada.fill("CUP-RED", 2);
    return ada.request(ada.good_quote());
  }();

  // With room for ever more, until it is enough; `refused` looks at what was kept meanwhile.
  template <class T>
  void with_growing_room(const std::function<Outcome<T>()>& ask,
                         const std::function<void()>& refused) {
    for (std::int64_t act = 1;; ++act) {
      disk.fail({.act = act, .how = How::full});
      const std::string answer = told(ask());
      if (answer == "ok") break;
      ASSERT_EQ(answer, "storage_full");
      refused();
      disk.heal();
    }
    disk.heal();
  }
};

TEST_F(FullDiskAtAnOrder, ATokenWithoutItsOrderDoesNotStay) {
  bool alone = false;
  const auto look = [&] {
    if (alone || tokens() == 0) return;
    alone = true;
    disk.heal();
    wait_for_room();
    EXPECT_EQ(tokens(), 0U);
  };
  with_growing_room<Order>([&] { return ada.order(request); }, look);
  EXPECT_TRUE(alone);
  EXPECT_EQ(tokens(), 1U);
  EXPECT_TRUE(ada.read(request.order));
}

TEST_F(FullDiskAtAnOrder, APaymentThatCannotBeClosedKeepsItsToken) {
  static_cast<void>(ada.order(request).value());
  const auto claim = shop.run<PaymentResult>([](Work& work) -> Outcome<PaymentResult> {
    const PaymentClaim claimed = claim_payment(work).value().value();
    return PaymentResult{claimed.order,
                         claimed.fence,
                         PaymentState::captured,
                         "REF-1",
                         claimed.amount,
                         claimed.currency,
                         {}};
  });
  const auto settle = [&] {
    return shop.run<Order>(
        [&](Work& work) -> Outcome<Order> { return settle_payment(work, *claim); });
  };
  int refusals = 0;
  with_growing_room<Order>(settle, [&] {
    ++refusals;
    EXPECT_EQ(tokens(), 1U);
  });
  EXPECT_GT(refusals, 2);
  EXPECT_EQ(ada.read(request.order)->payment, PaymentState::captured);
  wait_for_room();  // its token may have found none to be deleted
  EXPECT_EQ(tokens(), 0U);
}

}  // namespace
}  // namespace sealcart::server
