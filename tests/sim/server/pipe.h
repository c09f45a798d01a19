// Messages over a pair of pipes: four bytes of length (little-endian), then that many bytes.
// Unbuffered, so that the process that is forked next goes on reading where this one stopped.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sealcart::sim {

// Nothing at the end of the pipe.
std::optional<std::string> read_message(int from);
void write_message(int to, std::string_view text);

}  // namespace sealcart::sim
