// Rates by key: what is let through, and what strangers can do to the table.
#include "http/token_buckets.h"

#include <gtest/gtest.h>

#include "api/request_limits.h"
#include "base/crypto.h"

namespace sealcart::server {
namespace {

using http::rate_of;
using http::TokenBuckets;
using std::chrono::milliseconds;
using std::chrono::nanoseconds;
using std::chrono::seconds;

class TokenBucketsTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { start_crypto(); }
  TokenBuckets::Time now{std::chrono::hours(1)};
};

TEST_F(TokenBucketsTest, ABurstIsLetThroughThenTheRateThenAllAgain) {
  TokenBuckets buckets(rate_of(10, seconds(1)));
  for (int i = 0; i < 40; ++i) EXPECT_EQ(buckets.take("a", now), nanoseconds(0)) << i;
  EXPECT_EQ(buckets.take("a", now), milliseconds(100));
  EXPECT_EQ(buckets.wait_for("a", now), milliseconds(100));
  EXPECT_EQ(buckets.take("b", now), nanoseconds(0)) << "of another key";
  EXPECT_EQ(buckets.take("a", now + milliseconds(99)), milliseconds(1));
  EXPECT_EQ(buckets.take("a", now + milliseconds(100)), nanoseconds(0));
  EXPECT_GT(buckets.take("a", now + milliseconds(100)), nanoseconds(0)) << "one, not two";
  for (int i = 0; i < 40; ++i) EXPECT_EQ(buckets.take("a", now + seconds(10)), nanoseconds(0)) << i;
}

TEST_F(TokenBucketsTest, ARefusalCostsNothing) {
  TokenBuckets buckets(rate_of(10, seconds(1)));
  for (int i = 0; i < 1'000; ++i) static_cast<void>(buckets.take("a", now));
  EXPECT_EQ(buckets.take("a", now + milliseconds(100)), nanoseconds(0));
}

TEST_F(TokenBucketsTest, NoRateIsNoLimit) {
  TokenBuckets buckets(rate_of(0, seconds(1)));
  for (int i = 0; i < 10'000; ++i) ASSERT_EQ(buckets.take("a", now), nanoseconds(0));
}

// A million strangers push out full buckets first: who is being held back stays held back, unless
// three others of its set are as well.
TEST_F(TokenBucketsTest, StrangersDoNotFreeTheOneThatIsHeldBack) {
  TokenBuckets buckets(rate_of(10, seconds(1)));
  for (int i = 0; i < 40; ++i) static_cast<void>(buckets.take("a", now));
  for (int i = 0; i < 1'000'000; ++i) static_cast<void>(buckets.take("x" + std::to_string(i), now));
  EXPECT_GT(buckets.take("a", now), nanoseconds(0));
}

http::Request asking(std::string_view address, std::string_view cart) {
  http::Request request;
  request.client = http::parse_address(address);
  request.segments = {"v1", "carts", std::string(cart), "ops"};
  return request;
}

class RequestLimitsTest : public TokenBucketsTest {
 protected:
  api::RequestLimits limits{
      {rate_of(10, seconds(1)), rate_of(5, seconds(1)), rate_of(1, seconds(1))}};

  int admitted(const http::Request& request, int tries) {
    int count = 0;
    for (int i = 0; i < tries; ++i) count += limits.admit(request, now) ? 0 : 1;
    return count;
  }
};

TEST_F(RequestLimitsTest, ACartIsAskedForSoOftenFromAllAddressesTogether) {
  EXPECT_EQ(admitted(asking("192.0.2.1", "c"), 15), 15);
  EXPECT_EQ(admitted(asking("192.0.2.2", "c"), 15), 5);
  EXPECT_EQ(admitted(asking("192.0.2.2", "d"), 15), 15);
}

TEST_F(RequestLimitsTest, AnAddressAsksSoOftenForAllCartsTogether) {
  int count = 0;
  for (int i = 0; i < 100; ++i) count += admitted(asking("192.0.2.1", std::to_string(i)), 1);
  EXPECT_EQ(count, 40);
  const auto refusal = limits.admit(asking("192.0.2.1", "z"), now);
  EXPECT_EQ(*refusal, Error(ErrorCode::rate_limited).with("seconds", std::int64_t{1}));
}

TEST_F(RequestLimitsTest, TheAddressesOfOneHouseAreOne) {
  for (int i = 0; i < 100; ++i) {
    static_cast<void>(
        limits.admit(asking("2001:db8::" + std::to_string(i), std::to_string(i)), now));
  }
  EXPECT_TRUE(limits.admit(asking("2001:db8::ffff", "z"), now));
  EXPECT_FALSE(limits.admit(asking("2001:db8:0:1::1", "z"), now));
}

TEST_F(RequestLimitsTest, GuessesAtOneCartShutThatCartForTheirAddressAlone) {
  const http::Request request = asking("192.0.2.1", "c");
  for (int i = 0; i < 4; ++i) limits.learn(request.client, "c", ErrorCode::unauthorized, now);
  EXPECT_TRUE(limits.admit(request, now));
  EXPECT_FALSE(limits.admit(asking("192.0.2.1", "d"), now)) << "another cart";
  EXPECT_FALSE(limits.admit(asking("192.0.2.2", "c"), now)) << "another address";
  EXPECT_FALSE(limits.admit(request, now + seconds(1))) << "a second later";
}

TEST_F(RequestLimitsTest, OtherRefusalsAreNoGuesses) {
  const http::Request request = asking("192.0.2.1", "c");
  for (int i = 0; i < 9; ++i) limits.learn(request.client, "c", ErrorCode::op_gap, now);
  EXPECT_FALSE(limits.admit(request, now));
}

}  // namespace
}  // namespace sealcart::server
