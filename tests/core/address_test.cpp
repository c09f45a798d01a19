#include "sealcart/address.h"

#include <gtest/gtest.h>

namespace sealcart {
namespace {

TEST(Country, IsACodeIso3166Assigns) {
  for (const char* code : {"AD", "AL", "BR", "DE", "GB", "IR", "US", "ZW"}) {
    EXPECT_TRUE(is_country(code)) << code;
  }
}

// "DA" and "ED" stand across two codes of a table without separators.
TEST(Country, OtherTextIsNone) {
  for (const char* code : {"", "U", "us", "USA", "XX", "ZZ", "UK", "EU", "ED", "  "}) {
    EXPECT_FALSE(is_country(code)) << code;
  }
}

TEST(Country, EveryPairOfCapitalsIsDecided) {
  int known = 0;
  for (char a = 'A'; a <= 'Z'; ++a) {
    for (char b = 'A'; b <= 'Z'; ++b) known += is_country(std::string{a, b}) ? 1 : 0;
  }
  EXPECT_EQ(known, 249);
}

TEST(DestinationOf, KeepsWhatDecidesTaxAndShipping) {
  const Address address{"Ada", "1 Main St", "", "Oakland", "CA", "94601", "US", "+1"};
  EXPECT_EQ(destination_of(address), (Destination{"US", "CA", "94601"}));
}

}  // namespace
}  // namespace sealcart
