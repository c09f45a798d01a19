// What becomes of batches of operations from outside: read, admitted, joined, checked.
#pragma once

#include <string>
#include <string_view>

#include "sealcart/sync.h"
#include "support/random.h"

namespace sealcart {

// `input`: batches one after the other, each after a byte for its form (even: JSON, odd: compact)
// and two for its length, the lower first.
struct OpVerdict {
  std::string text;     // a word for each batch, the laws that are broken, and the cart at the end
  bool broken = false;  // a law is; not to be looked for in the text, which quotes the input
};
OpVerdict op_verdict(std::string_view input);

// Such an input: drawn operations, of which some bytes are changed.
std::string drawn_op_input(Random& random);

}  // namespace sealcart
