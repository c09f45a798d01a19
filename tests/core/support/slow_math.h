// Exact arithmetic by hand, bit by bit: what the fast one is held against. No 128-bit integers of
// the compiler, no division instruction.
#pragma once

#include <cstdint>

#include "sealcart/money.h"

namespace sealcart::slow {

struct Natural {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
};

// School multiplication with digits of 32 bits.
constexpr Natural multiply(std::uint64_t a, std::uint64_t b) {
  const std::uint64_t a0 = a & 0xFFFFFFFF, a1 = a >> 32, b0 = b & 0xFFFFFFFF, b1 = b >> 32;
  const std::uint64_t middle = a1 * b0 + ((a0 * b0) >> 32);
  const std::uint64_t crossed = a0 * b1 + (middle & 0xFFFFFFFF);
  return {a1 * b1 + (middle >> 32) + (crossed >> 32), (crossed << 32) | ((a0 * b0) & 0xFFFFFFFF)};
}

struct Division {
  Natural quotient;
  std::uint64_t remainder = 0;
};

// Long division, one bit at a time. divisor < 2^63.
constexpr Division divide(Natural dividend, std::uint64_t divisor) {
  Division result;
  for (int bit = 127; bit >= 0; --bit) {
    const std::uint64_t next =
        bit >= 64 ? (dividend.high >> (bit - 64)) & 1 : (dividend.low >> bit) & 1;
    result.remainder = result.remainder << 1 | next;
    result.quotient.high = result.quotient.high << 1 | result.quotient.low >> 63;
    result.quotient.low <<= 1;
    if (result.remainder >= divisor) {
      result.remainder -= divisor;
      result.quotient.low |= 1;
    }
  }
  return result;
}

// |a * b / c| rounded; the caller puts the sign back. The quotient must fit 64 bits.
constexpr std::uint64_t rounded(std::uint64_t a, std::uint64_t b, std::uint64_t c, Rounding mode) {
  const Division exact = divide(multiply(a, b), c);
  const std::uint64_t rest = c - exact.remainder;  // the way up
  const bool tie = exact.remainder == rest;
  const bool up = tie ? mode == Rounding::half_up ||
                            (mode == Rounding::half_even && (exact.quotient.low & 1) != 0)
                      : exact.remainder > rest;
  return exact.quotient.low + (up ? 1 : 0);
}

}  // namespace sealcart::slow
