// Carts of Sylius' shop, each with the figures its scenario prints.
#include "support/peers/sylius_priced.h"

#include <gtest/gtest.h>

#include <cstdio>

namespace sealcart::peers {
namespace {

TEST(SyliusPricedCarts, ComeOutToTheLastFigure) {
  int carts = 0;
  std::size_t figures = 0;
  for (const Json& row : cart_rows("sylius_priced.jsonl")) {
    const PeerCase one = priced_case(row);
    const Replayed replayed = replay(one);
    EXPECT_EQ(replayed.verdict, Verdict::reproduced) << one.id << ": " << replayed.why;
    if (replayed.verdict != Verdict::reproduced) continue;
    ++carts;
    figures += row["expect"].size();
  }
  std::printf("sylius carts: %d with %zu figures reproduced\n", carts, figures);
}

}  // namespace
}  // namespace sealcart::peers
