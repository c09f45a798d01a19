// Multiples of the base point from 16 points made on first use, where libsodium reads 256 constant
// ones: 27 KB less to download for 10 microseconds.
//
// A comb (Lim and Lee, 1994) of five teeth, 51 bits apart, with signed digits: an odd scalar is a
// sum of 255 terms +2^i or -2^i, so five of them, one under each tooth, are a sign and one of 16
// points. 51 times: double, add that point. The order of operations and the memory read never
// depend on the scalar.
#include <string.h>

#include "field_products.h"

#define TEETH 5
#define SPACING 51
#define POINTS 16

static ge25519_cached points[POINTS];  // tooth 4 plus or minus each of the teeth 0 to 3
static ge25519_cached base_point;
static int points_made;

// r = 2 p for the projective p (Hisil, Wong, Carter and Dawson, 2008, section 3.3, a = -1).
static void twice(ge25519_p1p1* r, const ge25519_p2* p) {
  fe25519 sum;
  fe25519_sq(r->X, p->X);
  fe25519_sq(r->Z, p->Y);
  fe25519_sq2(r->T, p->Z);
  fe25519_add(sum, p->X, p->Y);
  fe25519_add(r->Y, r->Z, r->X);
  fe25519_sub(r->Z, r->Z, r->X);
  fe25519_sq(sum, sum);
  fe25519_sub(r->X, sum, r->Y);
  fe25519_sub(r->T, r->T, r->Z);
}

static void next_tooth(ge25519_p3* tooth) {
  ge25519_p1p1 r;
  for (int i = 0; i < SPACING; i++) {
    ge25519_p2 p;
    memcpy(&p, tooth, sizeof p);  // X, Y, Z come first in both
    twice(&r, &p);
    ge25519_p1p1_to_p3(tooth, &r);
  }
}

static void make_points(void) {
  static const unsigned char kEncodedBase[32] = {// y = 4/5, x even (RFC 8032, section 5.1)
                                                 0x58, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66,
                                                 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66,
                                                 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66,
                                                 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66};
  ge25519_cached teeth[TEETH - 1];
  ge25519_p3 tooth;
  ge25519_frombytes(&tooth, kEncodedBase);
  for (int t = 0; t < TEETH - 1; t++) {
    ge25519_p3_to_cached(&teeth[t], &tooth);
    next_tooth(&tooth);
  }
  base_point = teeth[0];
  for (int i = 0; i < POINTS; i++) {
    ge25519_p3 sum = tooth;
    ge25519_p1p1 r;
    for (int t = 0; t < TEETH - 1; t++) {
      if (i >> t & 1) {
        ge25519_add(&r, &sum, &teeth[t]);
      } else {
        ge25519_sub(&r, &sum, &teeth[t]);
      }
      ge25519_p1p1_to_p3(&sum, &r);
    }
    ge25519_p3_to_cached(&points[i], &sum);
  }
  points_made = 1;
}

// points[index], negated when `negative`: every point is read, whichever is wanted.
static void pick(ge25519_cached* out, unsigned index, unsigned negative) {
  enum { kWords = sizeof *out / sizeof(uint64_t) };
  uint64_t words[kWords] = {0};
  for (unsigned i = 0; i < POINTS; i++) {
    const uint64_t mask = UINT64_C(0) - (((uint64_t)(i ^ index) - 1) >> 63);
    uint64_t candidate[kWords];
    memcpy(candidate, &points[i], sizeof candidate);
    for (int w = 0; w < kWords; w++) words[w] |= candidate[w] & mask;
  }
  memcpy(out, words, sizeof *out);
  fe25519 minus;
  fe25519_neg(minus, out->T2d);
  fe25519_cswap(out->YplusX, out->YminusX, negative);
  fe25519_cmov(out->T2d, minus, negative);
}

static unsigned bit(const unsigned char* digits, int at) { return digits[at >> 3] >> (at & 7) & 1; }

// h = a B for an even a below 2^255, which every X25519 scalar is (RFC 7748, section 5: clamped).
// Stands in for libsodium's ge25519_scalarmult_base.
void sealcart_scalarmult_base(ge25519_p3* h, const unsigned char* a) {
  unsigned char digits[32];  // of a + 1, which is odd: bit i set is the term +2^i, clear is -2^i
  if (!points_made) make_points();
  for (int i = 0; i < 31; i++) digits[i] = (unsigned char)(a[i] >> 1 | a[i + 1] << 7);
  digits[31] = (unsigned char)(a[31] >> 1 | 0x40);
  ge25519_p2 sum;
  ge25519_p1p1 r;
  fe25519_0(sum.X);
  fe25519_1(sum.Y);
  fe25519_1(sum.Z);
  for (int column = SPACING - 1; column >= 0; column--) {
    const unsigned top = bit(digits, SPACING * (TEETH - 1) + column);
    unsigned index = 0;
    for (int t = 0; t < TEETH - 1; t++) {
      index |= (bit(digits, SPACING * t + column) ^ top ^ 1) << t;
    }
    ge25519_cached point;
    pick(&point, index, top ^ 1);
    twice(&r, &sum);
    ge25519_p1p1_to_p3(h, &r);
    ge25519_add(&r, h, &point);
    ge25519_p1p1_to_p2(&sum, &r);
  }
  ge25519_p1p1_to_p3(h, &r);
  ge25519_sub(&r, h, &base_point);  // a = (a + 1) - 1
  ge25519_p1p1_to_p3(h, &r);
}
