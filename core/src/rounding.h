// The one decision every rounded division takes.
#pragma once

#include "sealcart/money.h"

namespace sealcart {

// Whether a rest of `rest` parts in `whole`, rest < whole, carries the quotient on by one.
inline bool rounds_away(unsigned __int128 rest, unsigned __int128 whole, bool quotient_is_odd,
                        Rounding mode) {
  const unsigned __int128 missing = whole - rest;
  if (rest != missing) return rest > missing;
  if (mode == Rounding::half_even) return quotient_is_odd;
  return mode == Rounding::half_up;
}

// round(dividend / divisor) of sizes without a sign; the quotient fits 64 bits.
std::int64_t divide_rounded(unsigned __int128 dividend, unsigned __int128 divisor, Rounding mode);

}  // namespace sealcart
