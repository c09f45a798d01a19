#include "payd/keyring.h"

#include <algorithm>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "base/crypto.h"
#include "base/files.h"
#include "base/log.h"
#include "sealcart/seal/base64url.h"
#include "sealcart/seal/manifest_sign.h"

namespace sealcart::server::payd {
namespace {

constexpr std::int64_t kDayMs = seal::kKeyUseMs;
constexpr std::int64_t kRenewMs = kDayMs / 2;  // a pair with less time left gets a successor
constexpr std::int64_t kManifestRenewMs = 2 * kDayMs;
constexpr std::int64_t kBackdateMs = 60 * 1000;  // devices' clocks differ
constexpr std::size_t kFileBytes = 16 * 1024;

seal::Seed array_of(const seal::SecretBytes<32>& secret) {
  seal::Seed seed{};
  std::ranges::copy(secret.bytes(), seed.begin());
  return seed;
}

seal::SecretBytes<32> secret_from_hex(std::string_view text, const std::filesystem::path& file) {
  std::optional<Hash32> bytes = hash_from_hex(text);
  if (!bytes) throw std::runtime_error(file.string() + ": not a secret of 64 hexadecimal digits");
  seal::SecretBytes<32> secret(*bytes);
  seal::wipe(*bytes);
  return secret;
}

// The endpoint may run as another user.
void make_public_folder(const std::filesystem::path& folder) {
  using std::filesystem::perms;
  if (!std::filesystem::create_directories(folder)) return;
  std::filesystem::permissions(folder, perms::owner_all | perms::group_read | perms::group_exec |
                                           perms::others_read | perms::others_exec);
}

}  // namespace

Keyring::Keyring(std::filesystem::path private_folder, std::filesystem::path public_folder,
                 const seal::Id16& merchant, Timestamp now)
    : private_folder_(std::move(private_folder)),
      public_folder_(std::move(public_folder)),
      merchant_(merchant) {
  std::filesystem::create_directories(private_folder_);
  make_public_folder(public_folder_);
  std::string root = load_or_make_secret(private_folder_ / "root.seed");
  root_ = secret_from_hex(root, private_folder_ / "root.seed");
  wipe(root);
  load();
  tend(now);
}

Keyring::Pair Keyring::pair_of(const seal::Seed& seed, std::int64_t from_ms) {
  return {seal::SecretBytes<32>(seed), from_ms, from_ms + kDayMs, seal::recipient_key(seed)};
}

// "serial <n>", then "<seed> <use from, ms>" for each pair.
void Keyring::load() {
  const std::filesystem::path file = private_folder_ / "keys";
  std::optional<std::string> text = read_file(file, kFileBytes);
  if (!text) return;
  std::istringstream lines(*text);
  std::string word;
  lines >> word >> serial_;
  std::int64_t from_ms = 0;
  while (lines >> word >> from_ms) {
    seal::Seed seed = array_of(secret_from_hex(word, file));
    pairs_.push_back(pair_of(seed, from_ms));
    seal::wipe(seed);
    wipe(word);
  }
  wipe(*text);
}

void Keyring::save() const {
  std::string text = "serial " + std::to_string(serial_) + "\n";
  for (const Pair& pair : pairs_) {
    std::string seed = hex(pair.seed.bytes());
    text += seed + " " + std::to_string(pair.use_from_ms) + "\n";
    wipe(seed);
  }
  replace_file(private_folder_ / "keys", text, Visibility::owner_only);
  wipe(text);
}

void Keyring::tend(Timestamp now) {
  const std::size_t destroyed =
      std::erase_if(pairs_, [&](const Pair& pair) { return now.ms >= pair.use_to_ms + kDayMs; });
  const bool make = pairs_.empty() || pairs_.back().use_to_ms - now.ms < kRenewMs;
  if (make) {
    seal::Seed seed;
    fill_random(seed);
    pairs_.push_back(pair_of(seed, now.ms - kBackdateMs));
    seal::wipe(seed);
  }
  const bool renew = manifest_ends_ms_ - now.ms < kManifestRenewMs;
  if (destroyed > 0 || make || renew) publish(now);
}

void Keyring::publish(Timestamp now) {
  seal::KeyManifest manifest;
  manifest.merchant = merchant_;
  manifest.serial = std::max(serial_ + 1, now.ms / 1000);
  manifest.not_before_ms = now.ms - kBackdateMs;
  manifest.not_after_ms = manifest.not_before_ms + seal::kManifestLifeMs;
  for (const Pair& pair : pairs_) {
    if (pair.use_to_ms <= now.ms || manifest.count == seal::kManifestKeys) continue;
    manifest.keys[manifest.count++] = {pair.key.kid, seal::kSuiteSealedBox, pair.key.pk,
                                       pair.use_from_ms, pair.use_to_ms};
  }
  seal::Seed root = array_of(root_);
  const auto signed_bytes = seal::sign_manifest(manifest, root);
  const seal::RootKey root_pub = seal::root_key(root);
  seal::wipe(root);
  if (!signed_bytes) {
    throw std::runtime_error("the key manifest can't be signed: " +
                             std::string(seal::status_text(signed_bytes.error())));
  }
  serial_ = manifest.serial;
  manifest_ends_ms_ = manifest.not_after_ms;
  save();
  std::string text(seal::text_size(signed_bytes->size()) + 1, '\0');
  seal::encode_text(*signed_bytes, text);
  text.back() = '\n';
  replace_file(public_folder_ / "root.pub", hex(root_pub) + "\n", Visibility::everyone);
  replace_file(public_folder_ / "manifest", text, Visibility::everyone);
  log(Level::info, "keys_published", {{"serial", serial_}, {"keys", int{manifest.count}}});
}

const seal::RecipientKey* Keyring::find(const seal::KeyId& kid) const {
  const auto found = std::ranges::find(pairs_, kid, [](const Pair& pair) { return pair.key.kid; });
  return found == pairs_.end() ? nullptr : &found->key;
}

}  // namespace sealcart::server::payd
