#include "sealcart/seal/manifest_sign.h"

#include <sodium.h>

#include "byte_fields.h"
#include "manifest_fields.h"
#include "sealcart/seal/secret_bytes.h"

namespace sealcart::seal {
namespace {

struct RootPair {
  RootKey pk;
  std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> sk;

  explicit RootPair(const Seed& seed) {
    crypto_sign_seed_keypair(pk.data(), sk.data(), seed.data());
  }
  ~RootPair() { wipe(sk); }
};

}  // namespace

RootKey root_key(const Seed& root_seed) { return RootPair(root_seed).pk; }

SealResult<std::vector<std::uint8_t>> sign_manifest(const KeyManifest& manifest,
                                                    const Seed& root_seed) {
  if (manifest.count == 0 || manifest.count > kManifestKeys) {
    return refuse(SealStatus::manifest_encoding);
  }
  if (const SealStatus status = check_manifest(manifest); status != SealStatus::ok) {
    return refuse(status);
  }
  std::vector<std::uint8_t> bytes(signed_size(manifest.count) + kSignatureBytes);
  ByteWriter writer(bytes);
  manifest_head_fields(kManifestMagic, manifest, writer);
  for (const ManifestKey& key : manifest.listed()) manifest_key_fields(key, writer);
  const RootPair root(root_seed);
  crypto_sign_detached(bytes.data() + writer.at(), nullptr, bytes.data(), writer.at(),
                       root.sk.data());
  return bytes;
}

}  // namespace sealcart::seal
