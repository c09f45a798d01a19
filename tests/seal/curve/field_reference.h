// Field products in libsodium's 128-bit arithmetic and in seal.wasm's, and X25519 over the latter.
#pragma once

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef uint64_t Limbs[5];  // libsodium's fe25519

void reference_mul(Limbs h, const Limbs f, const Limbs g);
void reference_sq(Limbs h, const Limbs f);
void reference_scalar_product(Limbs h, const Limbs f, uint32_t n);

void fe25519_mul(Limbs h, const Limbs f, const Limbs g);
void fe25519_sq(Limbs h, const Limbs f);
void fe25519_sq2(Limbs h, const Limbs f);
void fe25519_scalar_product(Limbs h, const Limbs f, uint32_t n);

void fe25519_tobytes(unsigned char* s, const Limbs h);  // the one canonical form, libsodium's

struct X25519 {
  int (*mult)(unsigned char* q, const unsigned char* n, const unsigned char* p);
  int (*mult_base)(unsigned char* q, const unsigned char* n);
};
extern struct X25519 seal_curve_x25519;

#ifdef __cplusplus
}
#endif
