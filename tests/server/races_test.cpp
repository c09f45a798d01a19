// Many threads at one moment, through the same queue as HTTP requests.
#include <gtest/gtest.h>

#include <latch>
#include <map>
#include <thread>

#include "support/shopper.h"

namespace sealcart::server {
namespace {

using testing::Shopper;
using testing::TestShop;

constexpr int kThreads = 64;

// Runs `act(i)` on 64 threads that start together; returns how often each answer came.
std::map<std::string, int> all_at_once(const std::function<Outcome<Order>(int)>& act) {
  std::latch start(kThreads);
  std::mutex mutex;
  std::map<std::string, int> counts;
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&, i] {
      start.arrive_and_wait();
      const Outcome<Order> outcome = act(i);
      const std::lock_guard lock(mutex);
      ++counts[outcome ? outcome->number : std::string(error_name(outcome.error().error.code))];
    });
  }
  for (std::thread& thread : threads) thread.join();
  return counts;
}

TEST(Races, OneKeySentByManyIsOneOrder) {
  TestShop shop;
  Shopper ada(shop);
  ada.fill("CUP-RED", 2);
  const OrderRequest request = ada.request(ada.good_quote());
  const auto counts = all_at_once([&](int) { return ada.order(request); });
  EXPECT_EQ(counts, (std::map<std::string, int>{{"SC-100001", kThreads}}));
  EXPECT_EQ(shop.available("CUP-RED"), 3);
}

TEST(Races, ManyKeysForOneCartAreOneOrder) {
  TestShop shop;
  Shopper ada(shop);
  ada.fill("CUP-RED", 1);
  std::vector<OrderRequest> requests;
  for (int i = 0; i < kThreads; ++i) requests.push_back(ada.request(ada.good_quote()));
  const auto counts =
      all_at_once([&](int i) { return ada.order(requests[static_cast<std::size_t>(i)]); });
  EXPECT_EQ(counts, (std::map<std::string, int>{{"SC-100001", 1}, {"cart_changed", kThreads - 1}}));
  EXPECT_EQ(shop.available("CUP-RED"), 4);
}

TEST(Races, ManyKeysForOneQuoteAreOneOrder) {
  TestShop shop;
  Shopper ada(shop);
  ada.fill("POT", 1);
  const Quote quote = ada.good_quote();
  std::vector<OrderRequest> requests;
  for (int i = 0; i < kThreads; ++i) requests.push_back(ada.request(quote));
  const auto counts =
      all_at_once([&](int i) { return ada.order(requests[static_cast<std::size_t>(i)]); });
  EXPECT_EQ(counts.at("SC-100001"), 1);
  EXPECT_EQ(counts.at("quote_expired"), kThreads - 1);
}

TEST(Races, TheLastUnitIsSoldOnce) {
  TestShop shop;
  std::vector<std::unique_ptr<Shopper>> shoppers;
  std::vector<OrderRequest> requests;
  for (int i = 0; i < kThreads; ++i) {
    shoppers.push_back(std::make_unique<Shopper>(shop));
    shoppers.back()->fill("CUP-BLUE", 1);
    requests.push_back(shoppers.back()->request(shoppers.back()->good_quote()));
  }
  const auto counts = all_at_once([&](int i) {
    const auto at = static_cast<std::size_t>(i);
    return shoppers[at]->order(requests[at]);
  });
  EXPECT_EQ(counts, (std::map<std::string, int>{{"SC-100001", 1}, {"sold_out", kThreads - 1}}));
  EXPECT_EQ(shop.available("CUP-BLUE"), 0);
}

}  // namespace
}  // namespace sealcart::server
