// What is counted, as text for Prometheus (exposition format 0.0.4). A count costs a look-up in a
// small map and an addition; labels are made once.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "sealcart/result.h"

namespace sealcart::server::api {

// Read at the moment somebody asks.
struct Levels {
  std::int64_t connections = 0;
  std::int64_t streams = 0;
  std::int64_t slow_readers = 0;  // streams given up so far
  std::int64_t turned_away = 0;   // connections there was no place for
  std::int64_t queued = 0;        // requests that wait for storage or are in its hands
  std::int64_t lost_lines = 0;    // of the log
  bool storage_full = false;
};

// Since the last time somebody took it.
struct Summary {
  std::int64_t answers = 0;
  std::int64_t refused = 0;  // 4xx
  std::int64_t failed = 0;   // 5xx
  std::int64_t slowest_us = 0;
};

class Metrics {
 public:
  using Duration = std::chrono::steady_clock::duration;

  Metrics();
  ~Metrics();

  // `route`: a pattern that lives as long as this; nothing for files and what is not there.
  void answered(const std::string* route, int status, std::optional<ErrorCode> refused,
                Duration took);
  void turned_away();  // by a queue that is too long
  Summary take_summary() { return std::exchange(summary_, {}); }

  // On the storage thread.
  void waited(Duration wait);
  void committed(std::size_t jobs, Duration took);
  void applied(std::size_t ops);
  void cached(std::size_t carts);

  std::string text(const Levels& levels);

 private:
  struct Families;
  std::unique_ptr<Families> families_;
  Summary summary_;
};

}  // namespace sealcart::server::api
