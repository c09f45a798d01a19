// The list of keys a page may seal to, signed offline by a root key the page has pinned, so that
// the endpoint in between cannot put a key of its own in place.
//
// Bytes, big-endian:  "WCM1" ‖ merchant 16 ‖ serial 8 ‖ not_before 8 ‖ not_after 8 ‖ count 1
//   ‖ count × (kid 8 ‖ suite 1 ‖ pk 32 ‖ use_from 8 ‖ use_to 8) ‖ Ed25519 signature 64 (RFC 8032)
// The signature covers every byte before it. There is exactly one encoding of each manifest.
#pragma once

#include <span>

#include "sealcart/seal/bytes.h"
#include "sealcart/seal/status.h"

namespace sealcart::seal {

inline constexpr std::size_t kManifestKeys = 16;
inline constexpr std::size_t kManifestHeadBytes = 45;
inline constexpr std::size_t kManifestKeyBytes = 57;
inline constexpr std::size_t kSignatureBytes = 64;
inline constexpr std::size_t kManifestBytes =
    kManifestHeadBytes + kManifestKeys * kManifestKeyBytes + kSignatureBytes;
inline constexpr std::size_t kRootKeys = 4;  // active and standby, twice over while they change
inline constexpr std::int64_t kManifestLifeMs = std::int64_t{7} * 24 * 60 * 60 * 1000;
inline constexpr std::int64_t kKeyUseMs = std::int64_t{24} * 60 * 60 * 1000;

struct ManifestKey {
  KeyId kid{};
  std::uint8_t suite = kSuiteSealedBox;  // keys of unknown suites are kept and never chosen
  PublicKey pk{};
  std::int64_t use_from_ms = 0;  // sealed to from here
  std::int64_t use_to_ms = 0;    // up to, not at, here; at most 24 h later

  friend bool operator==(const ManifestKey&, const ManifestKey&) = default;
};

struct KeyManifest {
  Id16 merchant{};
  std::int64_t serial = 0;  // rises with each manifest
  std::int64_t not_before_ms = 0;
  std::int64_t not_after_ms = 0;  // valid up to, not at, here; at most 7 days later
  std::uint8_t count = 0;         // 1 to 16
  std::array<ManifestKey, kManifestKeys> keys{};

  std::span<const ManifestKey> listed() const { return std::span(keys).first(count); }
  friend bool operator==(const KeyManifest&, const KeyManifest&) = default;
};

struct ManifestContext {
  Id16 merchant{};
  std::int64_t lowest_serial = 0;  // the highest serial seen before; the same one is fine
  std::int64_t now_ms = 0;
};

// Nothing of the manifest is believed, and no key of it returned, unless a root key signed it.
// Refuses manifest_encoding, manifest_signature, manifest_merchant, manifest_serial, then what
// no reader would accept (manifest_window, manifest_key), then manifest_early or manifest_expired.
SealResult<KeyManifest> verify_manifest(Bytes manifest, std::span<const RootKey> roots,
                                        const ManifestContext& context);

// The key to seal to: of those in use at `now_ms` the one taken into use last. Refuses key_none,
// and manifest_early or manifest_expired for a manifest kept open past its time.
SealResult<ManifestKey> choose_key(const KeyManifest& manifest, std::int64_t now_ms);

}  // namespace sealcart::seal
