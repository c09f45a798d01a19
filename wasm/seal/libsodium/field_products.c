// A limb below 2^54 is cut into a low half of 26 and a high half of 28 bits, so a field element is
// ten halves h[0..9] of weight 2^0, 2^26, 2^51, 2^77, ... (the radix 2^25.5 of Bernstein's
// Curve25519 paper). A product of two odd-numbered halves weighs one bit more than its place: it is
// doubled. What passes 2^255 comes back times 19. The largest column sum is
//   h[0]: 2^52 + 4 * 19 * 2^52 + 5 * 38 * 2^56 < 2^63.6,
// so nothing overflows 64 bits. No branch and no address depends on a value.
#include "field_products.h"

#define HALVES 10
#define LOW_BITS 26
#define HIGH_BITS 25
#define MASK(bits) ((UINT64_C(1) << (bits)) - 1)
#define UNROLL _Pragma("GCC unroll 10")  // straight-line code: every index is then a constant

static inline void split(uint64_t halves[HALVES], const fe25519 f) {
  UNROLL
  for (int i = 0; i < 5; i++) {
    halves[2 * i] = f[i] & MASK(LOW_BITS);
    halves[2 * i + 1] = f[i] >> LOW_BITS;
  }
}

static inline void join(fe25519 h, const uint64_t columns[HALVES]) {
  uint64_t carry = 0;
  UNROLL
  for (int i = 0; i < 5; i++) {
    const uint64_t low = columns[2 * i] + carry;
    const uint64_t high = columns[2 * i + 1] + (low >> LOW_BITS);
    h[i] = (low & MASK(LOW_BITS)) | (high & MASK(HIGH_BITS)) << LOW_BITS;
    carry = high >> HIGH_BITS;
  }
  h[0] += 19 * carry;
  h[1] += h[0] >> 51;
  h[0] &= MASK(51);
}

static inline int both_odd(int i, int j) { return i & j & 1; }

void fe25519_mul(fe25519 h, const fe25519 f, const fe25519 g) {
  uint64_t a[HALVES], a2[HALVES], b[HALVES], b19[HALVES], columns[HALVES];
  split(a, f);
  split(b, g);
  UNROLL
  for (int i = 0; i < HALVES; i++) {
    a2[i] = 2 * a[i];
    b19[i] = 19 * b[i];
  }
  UNROLL
  for (int k = 0; k < HALVES; k++) {
    columns[k] = 0;
    UNROLL
    for (int i = 0; i < HALVES; i++) {
      const int j = (k - i + HALVES) % HALVES;
      columns[k] += (both_odd(i, j) ? a2[i] : a[i]) * (i + j >= HALVES ? b19[j] : b[j]);
    }
  }
  join(h, columns);
}

void fe25519_sq(fe25519 h, const fe25519 f) {
  uint64_t a[HALVES], a2[HALVES], a19[HALVES], a38[HALVES], columns[HALVES];
  split(a, f);
  UNROLL
  for (int i = 0; i < HALVES; i++) {
    a2[i] = 2 * a[i];
    a19[i] = 19 * a[i];
    a38[i] = 38 * a[i];
  }
  UNROLL
  for (int k = 0; k < HALVES; k++) {
    columns[k] = 0;
    UNROLL
    for (int i = 0; i < HALVES; i++) {
      const int j = (k - i + HALVES) % HALVES;
      if (i > j) continue;  // counted once, doubled
      const uint64_t once = both_odd(i, j) ? a2[j] : a[j];
      const uint64_t wrapped = both_odd(i, j) ? a38[j] : a19[j];
      columns[k] += (i < j ? a2[i] : a[i]) * (i + j >= HALVES ? wrapped : once);
    }
  }
  join(h, columns);
}

void fe25519_sq2(fe25519 h, const fe25519 f) {
  fe25519_sq(h, f);
  for (int i = 0; i < 5; i++) h[i] *= 2;
}

void fe25519_scalar_product(fe25519 h, const fe25519 f, uint32_t n) {
  uint64_t carry = 0;
  UNROLL
  for (int i = 0; i < 5; i++) {
    const uint64_t low = (f[i] & MASK(LOW_BITS)) * n + carry;
    const uint64_t high = (f[i] >> LOW_BITS) * n + (low >> LOW_BITS);
    h[i] = (low & MASK(LOW_BITS)) | (high & MASK(HIGH_BITS)) << LOW_BITS;
    carry = high >> HIGH_BITS;
  }
  h[0] += 19 * carry;
}
