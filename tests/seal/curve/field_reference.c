// The header renames libsodium's own products; here they are called by their new names.
#include "field_products.h"

void reference_mul(fe25519 h, const fe25519 f, const fe25519 g) {
  fe25519_mul_in_128_bits(h, f, g);
}
void reference_sq(fe25519 h, const fe25519 f) { fe25519_sq_in_128_bits(h, f); }
void reference_scalar_product(fe25519 h, const fe25519 f, uint32_t n) {
  fe25519_scalar_product_in_128_bits(h, f, n);
}
