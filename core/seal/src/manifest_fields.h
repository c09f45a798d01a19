// The one list of a manifest's fields, in wire order.
#pragma once

#include <array>

#include "sealcart/seal/manifest.h"

namespace sealcart::seal {

inline constexpr std::array<char, 4> kManifestMagic{'W', 'C', 'M', '1'};

template <class Magic, class Manifest, class Codec>
void manifest_head_fields(Magic& magic, Manifest& manifest, Codec& codec) {
  codec(magic);
  codec(manifest.merchant);
  codec(manifest.serial);
  codec(manifest.not_before_ms);
  codec(manifest.not_after_ms);
  codec(manifest.count);
}

template <class Key, class Codec>
void manifest_key_fields(Key& key, Codec& codec) {
  codec(key.kid);
  codec(key.suite);
  codec(key.pk);
  codec(key.use_from_ms);
  codec(key.use_to_ms);
}

constexpr std::size_t signed_size(std::size_t count) {
  return kManifestHeadBytes + count * kManifestKeyBytes;
}

// manifest_window or manifest_key when no reader would accept it; what the clock says is not asked.
SealStatus check_manifest(const KeyManifest& manifest);

}  // namespace sealcart::seal
