// The worker's keys: the X25519 pairs that open tokens and the Ed25519 root that vouches for them.
//
// Two files of mode 0600 in `private_folder`, made at the first start: "root.seed" and "keys". Only
// public halves leave, to `public_folder`: "manifest" (base64url) and "root.pub" (hexadecimal). A
// pair is sealed to for 24 hours and opens for 24 hours more; then it is destroyed. A shop that
// keeps its root offline signs manifests elsewhere; the demo's root lives beside the keys.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sealcart/seal/manifest.h"
#include "sealcart/seal/open.h"
#include "sealcart/time.h"

namespace sealcart::server::payd {

class Keyring {
 public:
  // Throws when a file is damaged or can't be written.
  Keyring(std::filesystem::path private_folder, std::filesystem::path public_folder,
          const seal::Id16& merchant, Timestamp now);

  // Makes a new pair in time, destroys old ones, and publishes what changed. Call it now and then.
  void tend(Timestamp now);
  const seal::RecipientKey* find(const seal::KeyId& kid) const;

 private:
  struct Pair {
    seal::SecretBytes<32> seed;
    std::int64_t use_from_ms = 0;
    std::int64_t use_to_ms = 0;
    seal::RecipientKey key;
  };

  static Pair pair_of(const seal::Seed& seed, std::int64_t from_ms);
  void load();
  void save() const;
  void publish(Timestamp now);

  std::filesystem::path private_folder_;
  std::filesystem::path public_folder_;
  seal::Id16 merchant_;
  seal::SecretBytes<32> root_;
  std::int64_t serial_ = 0;  // of the last manifest
  std::int64_t manifest_ends_ms_ = 0;
  std::vector<Pair> pairs_;  // oldest first
};

}  // namespace sealcart::server::payd
