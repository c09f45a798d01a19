// Who a request is counted as, with proxies in between.
#include "http/address.h"

#include <gtest/gtest.h>

namespace sealcart::server::http {
namespace {

Address at(std::string_view text) { return parse_address(text).value(); }

class ProxiesTest : public ::testing::Test {
 protected:
  Proxies proxies{{*Network::parse("10.0.0.0/8"), *Network::parse("2001:db8::/32")}};

  std::optional<Address> client(std::string_view peer, std::string_view forwarded) const {
    return proxies.client_of(at(peer), forwarded);
  }
};

TEST_F(ProxiesTest, AStrangerIsWhoItIsWhateverItSays) {
  EXPECT_EQ(client("192.0.2.1", ""), at("192.0.2.1"));
  EXPECT_EQ(client("192.0.2.1", "198.51.100.7"), at("192.0.2.1"));
}

TEST_F(ProxiesTest, AProxySpeaksForTheLastAddressThatIsNoProxy) {
  EXPECT_EQ(client("10.1.2.3", "198.51.100.7"), at("198.51.100.7"));
  EXPECT_EQ(client("10.1.2.3", "6.6.6.6, 198.51.100.7"), at("198.51.100.7"))
      << "left ones are made up";
  EXPECT_EQ(client("10.1.2.3", "6.6.6.6,198.51.100.7 , 10.9.9.9"), at("198.51.100.7"));
  EXPECT_EQ(client("2001:db8::1", "2001:db9::5"), at("2001:db9::5"));
  EXPECT_EQ(client("10.1.2.3", "::ffff:198.51.100.7"), at("198.51.100.7"));
}

TEST_F(ProxiesTest, AProxyThatNamesNobodyIsNotLimited) {
  EXPECT_EQ(client("10.1.2.3", ""), std::nullopt);
  EXPECT_EQ(client("10.1.2.3", "10.4.4.4"), std::nullopt);
}

TEST_F(ProxiesTest, WhatIsNoAddressCountsAsTheProxy) {
  for (const auto* bad : {"unknown", "1.2.3", "198.51.100.7:80", ",", " ", "198.51.100.7, x"}) {
    EXPECT_EQ(client("10.1.2.3", bad), at("10.1.2.3")) << bad;
  }
  EXPECT_EQ(client("10.1.2.3", std::string(16'000, ',')), at("10.1.2.3"));
}

TEST(Network, IsReadWithItsLength) {
  EXPECT_TRUE(Network::parse("192.0.2.0/24")->contains(at("192.0.2.255")));
  EXPECT_FALSE(Network::parse("192.0.2.0/24")->contains(at("192.0.3.0")));
  EXPECT_TRUE(Network::parse("192.0.2.77/24")->contains(at("192.0.2.1")));
  EXPECT_TRUE(Network::parse("0.0.0.0/0")->contains(at("255.255.255.255")));
  EXPECT_FALSE(Network::parse("0.0.0.0/0")->contains(at("2001:db8::1")));
  EXPECT_TRUE(Network::parse("::/0")->contains(at("2001:db8::1")));
  EXPECT_TRUE(Network::parse("2001:db8::/33")->contains(at("2001:db8:7fff::")));
  EXPECT_FALSE(Network::parse("2001:db8::/33")->contains(at("2001:db8:8000::")));
  EXPECT_FALSE(Network::parse("::1")->contains(at("::2")));
  for (const auto* bad :
       {"", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0.0/8x", "::/129", "x/8"}) {
    EXPECT_FALSE(Network::parse(bad)) << bad;
  }
}

TEST(Household, IsAnAddressOrTheNetworkOfOneCustomer) {
  EXPECT_EQ(household_of(at("192.0.2.1")), at("192.0.2.1"));
  EXPECT_EQ(household_of(at("2001:db8:1:2:3:4:5:6")), at("2001:db8:1:2::"));
}

}  // namespace
}  // namespace sealcart::server::http
