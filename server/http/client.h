// One request to another program of ours, over plain HTTP inside the machine or a tunnel.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "http/awaitable.h"

namespace sealcart::server::http {

struct Origin {
  std::string host;
  std::string port;
};

// "http://host:port"; nothing for anything else.
std::optional<Origin> parse_origin(std::string_view text);

struct ClientAnswer {
  int status = 0;  // 0: it could not be reached, or answered too late
  std::string body;
};

// POST with a JSON body; never throws for what the other side does.
Awaitable<ClientAnswer> post(Origin to, std::string path, std::string bearer, std::string body,
                             std::chrono::seconds limit);

}  // namespace sealcart::server::http
