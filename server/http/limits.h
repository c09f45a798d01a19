// How much and how long a connection may take (docs/OPERATIONS.md).
#pragma once

#include <chrono>
#include <cstddef>

namespace sealcart::server::http {

inline constexpr std::size_t kBodyBytes = 64 * 1024;
inline constexpr std::size_t kHeaderBytes = 16 * 1024;
inline constexpr std::size_t kHeaders = 64;
inline constexpr int kRequestsPerConnection = 100;

// Defaults; the configuration may say otherwise.
inline constexpr std::size_t kConnections = 4'096;  // event streams not among them
inline constexpr std::size_t kStreams = 12'288;
inline constexpr std::size_t kConnectionsPerAddress = 64;

inline constexpr std::chrono::seconds kIdleTime{30};   // between two requests
inline constexpr std::chrono::seconds kHeaderTime{5};  // from the first byte of a request
inline constexpr std::chrono::seconds kBodyTime{10};   // from the end of the headers
inline constexpr std::chrono::seconds kStallTime{5};   // of it, before kBytesPerSecond counts
inline constexpr std::chrono::seconds kWriteTime{15};  // for an answer, and each event of a stream
inline constexpr std::chrono::seconds kRequestTime{30};  // from first byte to the answer's last
inline constexpr std::chrono::seconds kLingerTime{1};    // for the rest of a refused request
inline constexpr std::chrono::seconds kStopTime{5};      // for requests under way when stopping

inline constexpr std::size_t kBytesPerSecond = 1024;  // a body comes no slower
// A large answer gets more time than kWriteTime: a second for so many bytes.
inline constexpr std::size_t kAnswerBytesPerSecond = 16 * 1024;
// What the kernel holds for a reader of a stream that is slow; then writing waits.
inline constexpr int kStreamSendBytes = 64 * 1024;

}  // namespace sealcart::server::http
