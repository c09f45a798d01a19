// Products in GF(2^255-19) for a machine that multiplies 64 by 64 bits but keeps only 64 of the
// 128.
//
// libsodium knows two representations: five 51-bit limbs with 128-bit products, which Wasm emulates
// (a ladder takes twice as long), and ten 25.5-bit limbs, which Wasm sign-extends and truncates at
// every step (a sixth longer). Here the five limbs stay and each product is made of 26-bit halves.
//
// Force-included before libsodium's curve files, compiled with HAVE_TI_MODE. It gives the four
// functions that need 128 bits another body under the same contract; the rest, X25519 and Ed25519
// themselves, is libsodium's, unchanged. tests/seal compares each with the one it stands in for.
#pragma once

#include <stdint.h>

#define fe25519_mul fe25519_mul_in_128_bits
#define fe25519_sq fe25519_sq_in_128_bits
#define fe25519_sq2 fe25519_sq2_in_128_bits
#define fe25519_scalar_product fe25519_scalar_product_in_128_bits
#include "private/ed25519_ref10.h"
#undef fe25519_mul
#undef fe25519_sq
#undef fe25519_sq2
#undef fe25519_scalar_product

// Every limb of f and g is below 2^54, as libsodium's sums and differences are; every limb of the
// product is below 2^51 + 2 (twice that for sq2, 2^51 + 2^46 for scalar_product). h may be f or g.
void fe25519_mul(fe25519 h, const fe25519 f, const fe25519 g);
void fe25519_sq(fe25519 h, const fe25519 f);
void fe25519_sq2(fe25519 h, const fe25519 f);                         // 2 f^2
void fe25519_scalar_product(fe25519 h, const fe25519 f, uint32_t n);  // n below 2^17
