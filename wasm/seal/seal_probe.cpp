// seal_probe.wasm: the primitives inside seal.wasm, exported so that tests/seal can put published
// vectors through the very same object code. Never shipped: it takes secret keys.
#include <sodium.h>

#include <array>
#include <cstddef>
#include <cstdint>

namespace {
std::array<std::uint8_t, 8192>
    io;  // three fields of 32 bytes in, the result in the first; message at 128
}

extern "C" {

std::uint8_t* probe_io() { return io.data(); }

int probe_x25519() {
  return crypto_scalarmult_curve25519(io.data(), io.data() + 32, io.data() + 64);
}

int probe_x25519_base() { return crypto_scalarmult_curve25519_base(io.data(), io.data() + 32); }

// key at 0, signature at 32, message at 128
int probe_ed25519_verify(std::size_t size) {
  return crypto_sign_ed25519_verify_detached(io.data() + 32, io.data() + 128, size, io.data());
}

void sodium_misuse() { __builtin_trap(); }

}  // extern "C"
