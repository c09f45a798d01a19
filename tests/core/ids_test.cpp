#include "sealcart/ids.h"

#include <gtest/gtest.h>

namespace sealcart {
namespace {

TEST(Ids, HexIsLowerCaseAndReadsBack) {
  const std::string text = "00ff10a9bcdef0123456789abcdef012";
  const auto bytes = from_hex(text);
  ASSERT_TRUE(bytes);
  EXPECT_EQ((*bytes)[1], 0xFF);
  EXPECT_EQ(to_hex(*bytes), text);
}

TEST(Ids, OtherTextIsNoId) {
  EXPECT_FALSE(from_hex(""));
  EXPECT_FALSE(from_hex("00ff10a9bcdef0123456789abcdef01"));
  EXPECT_FALSE(from_hex("00ff10a9bcdef0123456789abcdef0123"));
  EXPECT_FALSE(from_hex("00FF10A9BCDEF0123456789ABCDEF012"));
  EXPECT_FALSE(from_hex("00ff10a9bcdef0123456789abcdef01g"));
  EXPECT_FALSE(from_hex(std::string_view("00ff10a9bcdef0123456789abcdef01\0", 32)));
}

// Vectors of the FNV reference code (Fowler, Noll, Vo, Eastlake; FNV-1a, 128 bits).
TEST(Ids, LineIdIsFnv1aOfTheSku) {
  EXPECT_EQ(to_hex(line_id("").bytes), "6c62272e07bb014262b821756295c58d");
  EXPECT_EQ(to_hex(line_id("a").bytes), "d228cb696f1a8caf78912b704e4a8964");
  EXPECT_EQ(to_hex(line_id("foobar").bytes), "343e1662793c64bf6f0d3597ba446f18");
}

TEST(Ids, BytesAboveAsciiCountAsUnsigned) {
  EXPECT_NE(line_id("\xC3\xA9"), line_id("\xC3\x29"));
  EXPECT_EQ(to_hex(line_id("\xFF").bytes), "d228cb68f51a8caf78912b704e49f346");
}

}  // namespace
}  // namespace sealcart
