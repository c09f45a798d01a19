// payd.toml. Every key, its default and its meaning: docs/OPERATIONS.md.
#pragma once

#include <array>
#include <filesystem>

#include "http/client.h"

namespace sealcart::server::payd {

struct PaydConfig {
  http::Origin endpoint;
  std::filesystem::path worker_secret_file;
  std::filesystem::path private_folder;
  std::filesystem::path public_folder;
  std::filesystem::path database;
  std::filesystem::path simulator;
  std::array<std::uint8_t, 16> merchant{};
  int hands = 4;
};

// Throws ConfigError. `endpoint`: used instead of the configured one, when not empty.
PaydConfig load_payd_config(const std::filesystem::path& file, const std::string& endpoint);

}  // namespace sealcart::server::payd
