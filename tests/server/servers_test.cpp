// Several servers on one database: each acts on what the others wrote, at once and without gaps.
// On SQLite there is one server, so these run where SEALCART_TEST_POSTGRES is set.
#include <gtest/gtest.h>

#include <latch>
#include <map>
#include <thread>

#include "services/compaction.h"
#include "store/postgres/pg_session.h"
#include "support/shopper.h"

namespace sealcart::server {
namespace {

using testing::Shopper;
using testing::TestDatabase;
using testing::TestShop;

class Servers : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!TestDatabase::is_postgres()) GTEST_SKIP() << "one server has one database";
    first = std::make_unique<TestShop>();
    second = std::make_unique<TestShop>(*first);
    for (TestShop* server : {first.get(), second.get()}) {
      ASSERT_TRUE(heard(*server, [](const Changes& one) { return one.missed; })) << "hears nothing";
    }
  }
  // Waits for what comes over the database's own channel.
  template <class Done>
  static bool soon(const Done& done) {
    for (int i = 0; i < 500; ++i) {
      if (done()) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
  }
  template <class Says>
  static bool heard(TestShop& server, const Says& says) {
    return soon([&] { return std::ranges::any_of(server.take_changes(), says); });
  }
  std::string count(const std::string& sql) const {
    const PgSession session = open_session(first->database().url());
    return PQgetvalue(run_text(session.get(), sql).get(), 0, 0);
  }

  std::unique_ptr<TestShop> first, second;
};

TEST_F(Servers, GoOnWhereTheOtherLeftACart) {
  Shopper ada(*first, 7);
  ada.add("CUP-RED", 1);
  ASSERT_TRUE(ada.send());
  Shopper tablet(*second, ada.cart(), 8);
  ASSERT_TRUE(tablet.send());
  for (int i = 0; i < 3; ++i) {
    tablet.add("POT", 1);
    ASSERT_TRUE(tablet.send());
    ada.add("SPOON", 1);
    ASSERT_TRUE(ada.send());
  }
  ASSERT_TRUE(tablet.send());
  EXPECT_EQ(ada.sees(), tablet.sees());
  EXPECT_EQ(ada.sees().lines.size(), 3U);
}

TEST_F(Servers, BeginAgainFromACheckpointTheOtherMade) {
  Shopper ada(*first, 7);
  ada.add("POT", 1);
  ASSERT_TRUE(ada.send());
  Shopper tablet(*second, ada.cart(), 8);
  ASSERT_TRUE(tablet.send());
  for (std::int64_t n = 0; n < kKeptEntries + kEntriesToCut; n += 128) {
    for (int i = 0; i < 128; ++i) ada.set(ada.sees().lines[0], 1 + i % 40);
    ASSERT_TRUE(ada.send());
  }
  EXPECT_NE(count("SELECT cut FROM cart"), "0");
  tablet.add("SPOON", 1);
  while (tablet.send().value().head > tablet.head()) {
  }
  ASSERT_TRUE(ada.send());
  EXPECT_EQ(ada.sees(), tablet.sees());
}

TEST_F(Servers, KeepOneLogWhenBothWriteItAtOnce) {
  Shopper ada(*first, 7);
  ASSERT_TRUE(ada.send());
  constexpr int kDevices = 8, kEdits = 7;
  std::vector<std::thread> devices;
  std::latch start(kDevices);
  for (int i = 0; i < kDevices; ++i) {
    devices.emplace_back([&, i] {
      Shopper device(i % 2 == 0 ? *first : *second, ada.cart(), 100 + i);
      start.arrive_and_wait();
      for (int edit = 0; edit < kEdits; ++edit) {
        device.add("SPOON", 1);
        const Outcome<LogBatch> sent = device.send();
        EXPECT_TRUE(sent) << error_message(sent.error().error);
      }
    });
  }
  for (std::thread& device : devices) device.join();
  ASSERT_TRUE(ada.send());
  EXPECT_EQ(ada.sees().clocks.size(), std::size_t{kDevices});
  EXPECT_EQ(count("SELECT count(*) || ' ' || max(log_index) FROM op"), "56 56");
}

TEST_F(Servers, SellTheLastUnitOnce) {
  constexpr std::size_t kShoppers = 32;
  std::vector<std::unique_ptr<Shopper>> shoppers;
  std::vector<OrderRequest> requests;
  for (std::size_t i = 0; i < kShoppers; ++i) {
    shoppers.push_back(std::make_unique<Shopper>(i % 2 == 0 ? *first : *second));
    shoppers.back()->fill("CUP-BLUE", 1);
    requests.push_back(shoppers.back()->request(shoppers.back()->good_quote()));
  }
  std::latch start(kShoppers);
  std::mutex mutex;
  std::map<std::string, int> counts;
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < kShoppers; ++i) {
    threads.emplace_back([&, i] {
      start.arrive_and_wait();
      const Outcome<Order> order = shoppers[i]->order(requests[i]);
      const std::lock_guard lock(mutex);
      ++counts[order ? "placed" : std::string(error_name(order.error().error.code))];
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(counts, (std::map<std::string, int>{{"placed", 1}, {"sold_out", kShoppers - 1}}));
  EXPECT_EQ(count("SELECT reserved FROM stock WHERE sku = 'CUP-BLUE'"), "1");
}

TEST_F(Servers, TellEachOtherWhatChanged) {
  Shopper ada(*first);
  ada.fill("CUP-RED", 2);
  EXPECT_TRUE(heard(
      *second, [&](const Changes& one) { return std::ranges::count(one.carts, ada.cart()) > 0; }));
  const Order order = ada.order(ada.request(ada.good_quote())).value();
  EXPECT_TRUE(heard(*second, [&](const Changes& one) {
    return std::ranges::count(one.orders, order.id, &Order::id) > 0;
  }));
  const auto left = [&] {
    return second->run<std::int64_t>([](Work& work) -> Outcome<std::int64_t> {
      return work.shops.find("tea")->catalog().find("CUP-RED")->variant->stock.value();
    });
  };
  EXPECT_TRUE(soon([&] { return left().value() == 3; }));
}

TEST_F(Servers, StartTogetherOnAnEmptyDatabase) {
  const testing::TempFolder folder;
  const TestDatabase empty(folder);
  BackendConfig config;
  empty.put_into(config);
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      EXPECT_NO_THROW(
          Backend(config, [] { return Timestamp{testing::kStart}; }, [](const Changes&) {}));
    });
  }
  for (std::thread& thread : threads) thread.join();
}

TEST_F(Servers, ComeBackWhenTheDatabaseCutsThemOff) {
  Shopper ada(*first);
  ada.add("POT", 1);
  ASSERT_TRUE(ada.send());
  count(
      "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
      "WHERE datname = current_database() AND pid <> pg_backend_pid()");
  ada.add("POT", 1);
  EXPECT_TRUE(ada.send());
  Shopper tablet(*second, ada.cart(), 8);
  EXPECT_TRUE(tablet.send());
  EXPECT_EQ(tablet.sees(), ada.sees());
}

// Each has one cart and waits for the other's: PostgreSQL ends one, which runs again.
TEST_F(Servers, RunAgainWhatWasInEachOthersWay) {
  Shopper ada(*first), bob(*first);
  std::latch both(2);
  const auto touch = [&](TestShop& server, const CartId& a, const CartId& b) {
    bool waited = false;
    return server.run<int>([&, waited](Work& work) mutable -> Outcome<int> {
      static_cast<void>(load_cart(work, a));
      if (!std::exchange(waited, true)) both.arrive_and_wait();
      static_cast<void>(load_cart(work, b));
      return 1;
    });
  };
  Outcome<int> mine = 0, theirs = 0;
  std::thread other([&] { theirs = touch(*second, bob.cart(), ada.cart()); });
  mine = touch(*first, ada.cart(), bob.cart());
  other.join();
  EXPECT_TRUE(mine);
  EXPECT_TRUE(theirs);
}

TEST_F(Servers, LeaveADatabaseOfANewerProgramAlone) {
  count("INSERT INTO schema_version VALUES (999, 'from the future') RETURNING number");
  EXPECT_THROW(TestShop{*first}, std::runtime_error);
}

TEST_F(Servers, KeepTokensOutOfTheShopsSchema) {
  EXPECT_EQ(count("SELECT string_agg(table_schema, ',') FROM information_schema.tables "
                  "WHERE table_name = 'token'"),
            "sealed");
}

}  // namespace
}  // namespace sealcart::server
