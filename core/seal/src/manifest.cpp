#include "sealcart/seal/manifest.h"

#include <sodium.h>

#include <algorithm>

#include "byte_fields.h"
#include "manifest_fields.h"
#include "sealed_box.h"

namespace sealcart::seal {
namespace {

bool is_window(std::int64_t from_ms, std::int64_t to_ms, std::int64_t longest_ms) {
  return from_ms > 0 && from_ms < to_ms && to_ms <= kMaxTimeMs && to_ms - from_ms <= longest_ms;
}

bool is_signed_by_any(Bytes manifest, std::span<const RootKey> roots) {
  const auto text = manifest.first(manifest.size() - kSignatureBytes);
  const auto signature = manifest.last(kSignatureBytes);
  return std::ranges::any_of(roots, [&](const RootKey& root) {
    return crypto_sign_ed25519_verify_detached(signature.data(), text.data(), text.size(),
                                               root.data()) == 0;
  });
}

SealResult<KeyManifest> decode(Bytes manifest) {
  if (manifest.size() < signed_size(1) + kSignatureBytes) {
    return refuse(SealStatus::manifest_encoding);
  }
  std::array<char, 4> magic;
  KeyManifest decoded;
  ByteReader reader(manifest);
  manifest_head_fields(magic, decoded, reader);
  if (magic != kManifestMagic || decoded.count == 0 || decoded.count > kManifestKeys ||
      manifest.size() != signed_size(decoded.count) + kSignatureBytes) {
    return refuse(SealStatus::manifest_encoding);
  }
  for (std::size_t i = 0; i < decoded.count; ++i) manifest_key_fields(decoded.keys[i], reader);
  return decoded;
}

SealStatus check_time(const KeyManifest& manifest, std::int64_t now_ms) {
  if (now_ms < manifest.not_before_ms) return SealStatus::manifest_early;
  if (now_ms >= manifest.not_after_ms) return SealStatus::manifest_expired;
  return SealStatus::ok;
}

bool is_own_key(const ManifestKey& key) {
  return key.kid == key_id(key.pk) && (key.suite != kSuiteSealedBox || is_usable_key(key.pk));
}

SealStatus check_claims(const KeyManifest& manifest, const ManifestContext& context) {
  if (manifest.merchant != context.merchant) return SealStatus::manifest_merchant;
  if (manifest.serial < context.lowest_serial) return SealStatus::manifest_serial;
  if (const SealStatus status = check_manifest(manifest); status != SealStatus::ok) return status;
  return check_time(manifest, context.now_ms);
}

}  // namespace

SealStatus check_manifest(const KeyManifest& manifest) {
  const auto keys = manifest.listed();
  if (manifest.serial < 1 || manifest.serial > kMaxAmount) return SealStatus::manifest_serial;
  if (!is_window(manifest.not_before_ms, manifest.not_after_ms, kManifestLifeMs)) {
    return SealStatus::manifest_window;
  }
  for (auto key = keys.begin(); key != keys.end(); ++key) {
    if (!is_window(key->use_from_ms, key->use_to_ms, kKeyUseMs)) return SealStatus::manifest_window;
    const auto is_same = [&](const ManifestKey& other) { return other.kid == key->kid; };
    if (std::any_of(keys.begin(), key, is_same)) return SealStatus::manifest_key;
    if (!is_own_key(*key)) return SealStatus::manifest_key;
  }
  return SealStatus::ok;
}

SealResult<KeyManifest> verify_manifest(Bytes manifest, std::span<const RootKey> roots,
                                        const ManifestContext& context) {
  const auto decoded = decode(manifest);
  if (!decoded) return decoded;
  if (!is_signed_by_any(manifest, roots)) return refuse(SealStatus::manifest_signature);
  const SealStatus status = check_claims(*decoded, context);
  if (status != SealStatus::ok) return refuse(status);
  return decoded;
}

SealResult<ManifestKey> choose_key(const KeyManifest& manifest, std::int64_t now_ms) {
  if (const SealStatus status = check_time(manifest, now_ms); status != SealStatus::ok) {
    return refuse(status);
  }
  const ManifestKey* chosen = nullptr;
  for (const ManifestKey& key : manifest.listed()) {
    if (key.suite != kSuiteSealedBox) continue;
    if (now_ms < key.use_from_ms || now_ms >= key.use_to_ms) continue;
    if (chosen == nullptr || key.use_from_ms > chosen->use_from_ms) chosen = &key;
  }
  if (chosen == nullptr) return refuse(SealStatus::key_none);
  return *chosen;
}

}  // namespace sealcart::seal
