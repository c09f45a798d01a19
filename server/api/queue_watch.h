// How long requests wait for storage, and whether that has become too long.
//
// One slow commit is no overload. It is when no request began its work within the target for a
// whole second (the idea of CoDel: look at the least wait, not at the average): then writes are
// turned away until one does, and reads only when it lasts three times as long.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>

namespace sealcart::server::api {

class QueueWatch {
 public:
  using Time = std::chrono::steady_clock::time_point;

  // 0: never too long.
  explicit QueueWatch(std::chrono::milliseconds target) : target_(target) {}

  static Time now() { return std::chrono::steady_clock::now(); }

  // Called where requests are, on the io thread.
  void submitted(Time now);
  void answered() { pending_.fetch_sub(1, std::memory_order_relaxed); }
  bool turns_away(bool writes, Time now) const;
  std::int64_t pending() const { return pending_.load(std::memory_order_relaxed); }

  // Called where work is done.
  void began(Time submitted, Time now);

 private:
  static constexpr std::chrono::seconds kPatience{1};  // for writes
  static constexpr int kReadsLast = 3;

  std::chrono::milliseconds target_;
  std::atomic<std::int64_t> pending_{0};
  std::atomic<Time> in_time_{};  // when the last one began soon enough
};

}  // namespace sealcart::server::api
