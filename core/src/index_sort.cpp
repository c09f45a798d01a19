#include "index_sort.h"

#include <algorithm>

namespace sealcart {

void sort_positions(std::span<std::uint32_t> positions, const void* context,
                    BeforeFunction before) {
  std::sort(positions.begin(), positions.end(),
            [&](std::uint32_t a, std::uint32_t b) { return before(context, a, b); });
}

}  // namespace sealcart
