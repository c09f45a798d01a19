#include "services/key_directory.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/crypto.h"
#include "base/files.h"
#include "base/log.h"
#include "sealcart/seal/base64url.h"

namespace sealcart::server {
namespace {

constexpr std::size_t kFileBytes = 4096;

std::string trimmed(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  return text;
}

}  // namespace

KeyDirectory::KeyDirectory(std::filesystem::path folder, const seal::Id16& merchant)
    : folder_(std::move(folder)), merchant_(merchant) {}

bool KeyDirectory::refresh(Timestamp now) {
  // Two small files; their times would not tell two changes within one tick of the clock apart.
  const auto text = read_file(folder_ / "manifest", kFileBytes);
  const auto root_text = read_file(folder_ / "root.pub", kFileBytes);
  if (!text || !root_text) return false;
  const bool current = trimmed(*text) == text_ && trimmed(*root_text) == root_text_;
  if (current && now.ms < manifest_.not_after_ms) return true;
  const std::optional<Hash32> root = hash_from_hex(trimmed(*root_text));
  std::array<std::uint8_t, seal::kManifestBytes> bytes;
  const auto size = seal::decode_text(trimmed(*text), bytes);
  if (!root || !size) return false;
  const std::array<seal::RootKey, 1> roots{*root};
  const auto manifest = seal::verify_manifest(std::span(bytes).first(*size), roots,
                                              {merchant_, manifest_.serial, now.ms});
  if (!manifest) {
    log(Level::error, "manifest_refused", {{"status", seal::status_name(manifest.error())}});
    return false;
  }
  manifest_ = *manifest;
  text_ = trimmed(*text);
  root_text_ = trimmed(*root_text);
  return true;
}

std::optional<std::string> KeyDirectory::manifest(Timestamp now) {
  if (!refresh(now)) return std::nullopt;
  return text_;
}

std::optional<std::string> KeyDirectory::root_key(Timestamp now) {
  if (!refresh(now)) return std::nullopt;
  return root_text_;
}

bool KeyDirectory::knows(const seal::KeyId& kid, Timestamp now) {
  if (!refresh(now)) return false;
  return std::ranges::any_of(manifest_.listed(), [&](const seal::ManifestKey& key) {
    return key.kid == kid && now.ms < key.use_to_ms + seal::kTokenLifeMs;
  });
}

}  // namespace sealcart::server
