// sealcart.toml. Every key, its default and its meaning: docs/OPERATIONS.md.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "api/request_limits.h"
#include "http/connections.h"
#include "services/backend.h"
#include "services/retention.h"

namespace sealcart::server {

struct TlsFiles {
  std::filesystem::path certificate;
  std::filesystem::path key;
};

struct ServerConfig {
  std::string listen = "127.0.0.1";
  std::uint16_t port = 8080;
  std::uint16_t seal_port = 8081;
  std::optional<std::uint16_t> metrics_port;  // on 127.0.0.1 alone
  std::optional<std::uint16_t> worker_port;   // the same, for the worker beside a TLS server
  std::chrono::seconds drain{0};              // between the signal to stop and the end of listening
  std::chrono::milliseconds storage_wait{100};
  std::string origin;       // as browsers see the shop; empty: made of listen and port
  std::string seal_origin;  // the same for the seal frame
  std::vector<std::string> allowed_origins;  // other pages that use the API
  std::optional<TlsFiles> tls;
  http::Proxies proxies;
  http::ConnectionLimits connections;
  api::RequestRates rates;
  std::vector<std::filesystem::path> site;
  std::vector<std::filesystem::path> seal_site;
  std::filesystem::path worker_secret_file;
  BackendConfig backend;
  Retention retention;
};

// Whether store documents and catalogues are read too; the backend reads them at its start.
enum class Stores { left, read };

// Throws ConfigError with every fault there is.
ServerConfig load_server_config(const std::filesystem::path& file, Stores stores = Stores::left);

}  // namespace sealcart::server
