// Making a manifest: the offline root's side. Native only, never part of seal.wasm.
#pragma once

#include <vector>

#include "sealcart/seal/manifest.h"

namespace sealcart::seal {

// The Ed25519 public key of `root_seed` (RFC 8032 private key, 32 random bytes).
RootKey root_key(const Seed& root_seed);

// The signed bytes verify_manifest reads. Refuses what no reader would accept: manifest_serial,
// manifest_window, manifest_key, or manifest_encoding for a count outside 1 to 16.
SealResult<std::vector<std::uint8_t>> sign_manifest(const KeyManifest& manifest,
                                                    const Seed& root_seed);

}  // namespace sealcart::seal
