// Time is a value handed in. Core owns no clock.
#pragma once

#include <compare>
#include <cstdint>

namespace sealcart {

// Milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
struct Timestamp {
  std::int64_t ms = 0;
  friend auto operator<=>(const Timestamp&, const Timestamp&) = default;
};

}  // namespace sealcart
