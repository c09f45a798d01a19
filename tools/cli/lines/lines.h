// Requests and answers as JSON lines: what `price` and `invoice` have in common.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "sealcart/result.h"

namespace sealcart::lines {

// Appends the answer to one request to `out`, without a line end.
using Answer = std::function<Status(std::string_view request, std::string& out)>;

// Reads `file` ("-": standard input) line by line and writes one line for each to standard output:
// the answer, or {"error":{...}}. Empty lines are passed over. 0: all answered; 1: some refused;
// 2: the file can't be read. Totals go to standard error.
int run(const std::string& file, const Answer& answer);

}  // namespace sealcart::lines
