// How much and how long a connection may take (docs/OPERATIONS.md).
#pragma once

#include <chrono>
#include <cstddef>

namespace sealcart::server::http {

inline constexpr std::size_t kBodyBytes = 64 * 1024;
inline constexpr std::size_t kHeaderBytes = 16 * 1024;
inline constexpr std::size_t kHeaders = 64;
inline constexpr int kRequestsPerConnection = 100;
inline constexpr std::size_t kConnections = 4'096;

inline constexpr std::chrono::seconds kIdleTime{30};   // between two requests
inline constexpr std::chrono::seconds kHeaderTime{5};  // from the first byte of a request
inline constexpr std::chrono::seconds kBodyTime{10};   // from the end of the headers
inline constexpr std::chrono::seconds kWriteTime{15};  // for an answer, and each event of a stream
inline constexpr std::chrono::seconds kLingerTime{1};  // for the rest of a refused request
inline constexpr std::chrono::seconds kStopTime{5};    // for requests under way when stopping

}  // namespace sealcart::server::http
