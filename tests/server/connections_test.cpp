// Who gets a place when there are few.
#include "http/connections.h"

#include <gtest/gtest.h>

#include <memory>
#include <vector>

namespace sealcart::server::http {
namespace {

using Seat = Connections::Seat;

class ConnectionsTest : public ::testing::Test {
 protected:
  Connections all{{.plain = 8, .streams = 4, .per_address = 3}};
  std::vector<int> closed;

  std::unique_ptr<Seat> from(int name, std::string_view address) {
    return std::make_unique<Seat>(all, parse_address(address),
                                  [this, name] { closed.push_back(name); });
  }
};

TEST_F(ConnectionsTest, AnAddressHasSoManyAndGetsThemBack) {
  std::vector<std::unique_ptr<Seat>> seats;
  for (int i = 0; i < 3; ++i) seats.push_back(from(i, "192.0.2.1"));
  EXPECT_FALSE(from(3, "192.0.2.1")->taken());
  EXPECT_TRUE(from(4, "192.0.2.2")->taken());
  seats.pop_back();
  EXPECT_TRUE(from(5, "192.0.2.1")->taken());
  EXPECT_EQ(all.plain(), 2U);
}

TEST_F(ConnectionsTest, AProxyIsNotCountedAsAnAddress) {
  std::vector<std::unique_ptr<Seat>> seats;
  for (int i = 0; i < 8; ++i) {
    seats.push_back(std::make_unique<Seat>(all, std::nullopt, [] {}));
    EXPECT_TRUE(seats.back()->taken());
  }
}

TEST_F(ConnectionsTest, ANewcomerDisplacesTheOneThatWaitedLongest) {
  std::vector<std::unique_ptr<Seat>> seats;
  for (int i = 0; i < 8; ++i) {
    seats.push_back(from(i, "192.0.2." + std::to_string(i)));
    seats.back()->wait();
  }
  seats[0]->work();
  seats[1]->work();
  seats[1]->wait();
  const auto newcomer = from(8, "192.0.2.99");
  EXPECT_TRUE(newcomer->taken());
  EXPECT_EQ(closed, std::vector<int>{2}) << "0 works, 1 waits anew";
}

TEST_F(ConnectionsTest, WhoWorksIsNeverDisplaced) {
  std::vector<std::unique_ptr<Seat>> seats;
  for (int i = 0; i < 8; ++i) seats.push_back(from(i, "192.0.2." + std::to_string(i)));
  EXPECT_FALSE(from(8, "192.0.2.99")->taken());
  EXPECT_TRUE(closed.empty());
  EXPECT_EQ(all.plain(), 8U);
}

TEST_F(ConnectionsTest, AStreamLeavesItsPlaceToOthers) {
  std::vector<std::unique_ptr<Seat>> seats;
  for (int i = 0; i < 4; ++i) {
    seats.push_back(from(i, "192.0.2." + std::to_string(i)));
    EXPECT_TRUE(seats.back()->become_stream(std::nullopt));
  }
  EXPECT_EQ(all.plain(), 0U);
  const auto fifth = from(5, "192.0.2.5");
  EXPECT_FALSE(fifth->become_stream(std::nullopt));
  EXPECT_EQ(all.plain(), 1U);
  seats.pop_back();
  EXPECT_TRUE(fifth->become_stream(std::nullopt));
}

TEST_F(ConnectionsTest, StreamsThroughAProxyCountForTheirClient) {
  std::vector<std::unique_ptr<Seat>> seats;
  const auto stream_of = [&](std::string_view client) {
    seats.push_back(std::make_unique<Seat>(all, std::nullopt, [] {}));
    return seats.back()->become_stream(parse_address(client));
  };
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(stream_of("192.0.2.1"));
  EXPECT_FALSE(stream_of("192.0.2.1"));
  EXPECT_TRUE(stream_of("192.0.2.2"));
}

}  // namespace
}  // namespace sealcart::server::http
