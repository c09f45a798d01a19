// Tells commits apart by their order: work, work, …, then all answers. Several threads may work.
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>

#include "api/metrics.h"

namespace sealcart::server::api {

class BatchMeter {
 public:
  using Time = std::chrono::steady_clock::time_point;

  explicit BatchMeter(Metrics& metrics) : metrics_(metrics) {}

  void worked(Time now) {
    const std::lock_guard lock(mutex_);
    ++jobs_;
    last_ = now;
  }
  // The first answer after some work means that the work is on disk.
  void answered(Time now) {
    const std::lock_guard lock(mutex_);
    if (jobs_ > 0) metrics_.committed(jobs_, now - last_);
    jobs_ = 0;
  }

 private:
  Metrics& metrics_;
  std::mutex mutex_;
  std::size_t jobs_ = 0;
  Time last_{};
};

}  // namespace sealcart::server::api
