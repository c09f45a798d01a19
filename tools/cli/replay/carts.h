// Real carts as they were rung up: one JSON object a line (tests/data/SOURCES.md).
#pragma once

#include <istream>
#include <string>
#include <vector>

namespace sealcart::replay {

struct SoldLine {
  std::string code;        // stock code
  std::int64_t units = 0;  // negative: a cancellation
  std::string price;       // decimal text; never read through a double
};

struct SoldCart {
  std::string invoice;
  std::vector<SoldLine> lines;
};

// Ends with the first line that is not such an object; `error` then says which.
std::vector<SoldCart> read_carts(std::istream& in, std::string& error);

}  // namespace sealcart::replay
