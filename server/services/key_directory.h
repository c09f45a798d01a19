// The signed key manifest as the payment worker publishes it: two files, its text and the root's
// public key. This server only passes it on; it holds no key that opens anything.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "sealcart/seal/manifest.h"
#include "sealcart/time.h"

namespace sealcart::server {

class KeyDirectory {
 public:
  // `folder` holds "manifest" (base64url) and "root.pub" (hexadecimal).
  KeyDirectory(std::filesystem::path folder, const seal::Id16& merchant);

  // The manifest as text, when it verifies now; verified again when it changed.
  std::optional<std::string> manifest(Timestamp now);
  // The root's public key that signed it, hexadecimal.
  std::optional<std::string> root_key(Timestamp now);
  // Whether a token may be sealed to this key: it is listed and was in use a token's life ago.
  bool knows(const seal::KeyId& kid, Timestamp now);

 private:
  bool refresh(Timestamp now);

  std::filesystem::path folder_;
  seal::Id16 merchant_;
  std::string text_;
  std::string root_text_;
  seal::KeyManifest manifest_;
};

}  // namespace sealcart::server
