// sealcart.toml. Every key, its default and its meaning: docs/OPERATIONS.md.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "services/backend.h"
#include "services/retention.h"

namespace sealcart::server {

struct ServerConfig {
  std::string listen = "127.0.0.1";
  std::uint16_t port = 8080;
  std::uint16_t seal_port = 8081;
  std::string origin;       // as browsers see the shop; empty: made of listen and port
  std::string seal_origin;  // the same for the seal frame
  std::vector<std::filesystem::path> site;
  std::vector<std::filesystem::path> seal_site;
  std::filesystem::path worker_secret_file;
  BackendConfig backend;
  Retention retention;
};

// Throws ConfigError.
ServerConfig load_server_config(const std::filesystem::path& file);

}  // namespace sealcart::server
