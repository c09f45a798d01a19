// Changes to JSON that keep it JSON: most bytes changed at random never get past the reader.
#pragma once

#include <cstddef>
#include <cstdint>

namespace sealcart::fuzz {

// For LLVMFuzzerCustomMutator: one change of a number, a text, a flag, a list or an object, with
// values the document has elsewhere or that stand at an edge. Now and then, and when `data` is no
// JSON, libFuzzer's own change of bytes. Works on the text: nothing is built from it.
std::size_t mutate_json(std::uint8_t* data, std::size_t size, std::size_t max_size, unsigned seed);

}  // namespace sealcart::fuzz
