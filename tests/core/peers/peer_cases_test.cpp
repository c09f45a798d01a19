// Every case of seven platforms, priced under the profile it declares.
//
// A `target` has to come out to the last unit; a `trap` is a platform's mistake and must not; a
// `policy` holds under that platform's own policy alone. An `unchecked_fact` was copied from a test
// of the platform and replayed by nobody; those that differ are told, not failed.
#include <gtest/gtest.h>

#include <cstdio>
#include <map>

#include "support/peers/peer_case.h"

namespace sealcart::peers {
namespace {

struct Count {
  int reproduced = 0;
  int differ = 0;
  int inexpressible = 0;
};

void judge(const PeerCase& one, const Replayed& replayed, Count& count) {
  const bool reproduced = replayed.verdict == Verdict::reproduced;
  if (reproduced) ++count.reproduced;
  if (replayed.verdict == Verdict::differs) ++count.differ;
  if (replayed.verdict == Verdict::inexpressible) ++count.inexpressible;
  if (!reproduced) {
    std::printf("  %s %s (%s) %s: %s\n", one.id.c_str(), one.kind.c_str(), one.use.c_str(),
                replayed.verdict == Verdict::differs ? "differs" : "is not expressible",
                replayed.why.c_str());
  }
  if (one.use == "trap") {
    EXPECT_FALSE(reproduced) << one.id << " is a trap: " << one.description;
  } else if (one.use == "target" || one.use == "policy") {
    EXPECT_TRUE(reproduced) << one.id << " " << one.description << ": " << replayed.why;
  }
}

TEST(PeerCases, ComeOutAsEachPlatformSays) {
  std::map<std::string, Count> by_source;
  std::map<std::string, Count> by_use;
  const auto cases = peer_cases();
  EXPECT_GE(cases.size(), 80U) << "those of our own are missing";
  for (const PeerCase& one : cases) {
    const Replayed replayed = replay(one);
    judge(one, replayed, by_source[one.source]);
    Count& use = by_use[one.use];
    if (replayed.verdict == Verdict::reproduced) ++use.reproduced;
    if (replayed.verdict == Verdict::differs) ++use.differ;
    if (replayed.verdict == Verdict::inexpressible) ++use.inexpressible;
  }
  for (const auto* table : {&by_source, &by_use}) {
    for (const auto& [name, count] : *table) {
      std::printf("%-16s %4d reproduced %4d differ %4d not expressible\n", name.c_str(),
                  count.reproduced, count.differ, count.inexpressible);
    }
  }
}

}  // namespace
}  // namespace sealcart::peers
