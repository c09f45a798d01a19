// Replays real carts line by line through core, and compares totals with the exact sums.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "replay/carts.h"
#include "sealcart/op.h"
#include "sealcart/result.h"

namespace sealcart::replay {

struct Outcome {
  std::string invoice;
  std::string refused;  // code of the rule that can't express the cart; empty: priced
  bool exact = false;
  std::int64_t total = 0;     // minor units
  std::int64_t expected = 0;  // exact sum of |units| x price
  std::string snapshot;       // canonical JSON
  std::vector<Op> ops;        // what the shopper's device would send
};

struct Counts {
  std::size_t exact = 0;
  std::size_t wrong = 0;
  std::map<std::string, std::size_t> refused;
};

// Each line becomes one add. Cancellations are replayed by their absolute quantities.
std::vector<Outcome> replay_all(const std::vector<SoldCart>& carts);

Counts count(const std::vector<Outcome>& outcomes);

}  // namespace sealcart::replay
