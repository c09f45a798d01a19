// Cases of other platforms, and of our own in the same form: what goes in, and the figures that
// have to come out.
#pragma once

#include <string>
#include <vector>

#include "support/peers/case_reader.h"

namespace sealcart::peers {

struct PeerCase {
  std::string id;
  std::string source;   // "sylius", "vendure", ...: of the repository it was taken from
  std::string kind;     // "promotion_tax"
  std::string use;      // target, policy, trap, unchecked_fact
  std::string profile;  // what the collection says of the platform's rounding
  std::string description;
  Json inputs;
  Json expected;
};

enum class Verdict { reproduced, differs, inexpressible };

struct Replayed {
  Verdict verdict = Verdict::reproduced;
  std::string why;
};

// Those of tests/data/pricing/peer_cases.jsonl, and those that may be checked against but not
// shipped, when they lie beside the repository.
std::vector<PeerCase> peer_cases();
// Those of one file: a document with a list "cases", or one case a line; none when it is not there.
std::vector<PeerCase> read_cases(const std::string& path);

// Turns a case into a request of `sealcart price`, prices it and compares. What is done depends on
// the kind of the case and the members it has, never on its id.
Replayed replay(const PeerCase& peer_case);

}  // namespace sealcart::peers
