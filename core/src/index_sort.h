// Sorting positions by what they stand for. One compiled sort for every caller: a template would
// put another copy into the Wasm module for each comparison.
#pragma once

#include <cstdint>
#include <span>

namespace sealcart {

using BeforeFunction = bool (*)(const void* context, std::uint32_t a, std::uint32_t b);
void sort_positions(std::span<std::uint32_t> positions, const void* context, BeforeFunction before);

template <class Before>
void sort_positions(std::span<std::uint32_t> positions, const Before& before) {
  sort_positions(positions, &before, [](const void* context, std::uint32_t a, std::uint32_t b) {
    return (*static_cast<const Before*>(context))(a, b);
  });
}

}  // namespace sealcart
