// Damaged operations from outside: whatever becomes of them, the cart stays sound.
#include <gtest/gtest.h>

#include "support/op_verdict.h"

namespace sealcart {
namespace {

TEST(OpsFromOutside, LeaveASoundCart) {
  int joined = 0, refused = 0;
  for (int seed = 0; seed < rounds(10'000); ++seed) {
    Random random(static_cast<std::uint64_t>(seed));
    const OpVerdict verdict = op_verdict(drawn_op_input(random));
    ASSERT_FALSE(verdict.broken) << seed << "\n" << verdict.text;
    (verdict.text.find(" at ") == verdict.text.npos ? joined : refused)++;
  }
  EXPECT_GT(joined, rounds(1'000));
  EXPECT_GT(refused, rounds(1'000));
}

}  // namespace
}  // namespace sealcart
