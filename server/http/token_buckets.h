// How often something may be done, for each of very many keys, in memory of a fixed size.
//
// A bucket holds `burst` tokens and gets one back each `interval`. What is kept of it is one time:
// when it will be full again (the generic cell rate algorithm). A key has four places it can be in,
// chosen by a keyed hash nobody outside can aim at; when they are taken, the bucket nearest to full
// goes: the one whose loss gives away least.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <string_view>
#include <vector>

namespace sealcart::server::http {

struct Rate {
  std::chrono::nanoseconds interval{0};  // between two; 0: not limited
  std::int64_t burst = 1;                // at once
};

// `times` a second or minute, four times as many at once; 0: not limited.
Rate rate_of(std::int64_t times, std::chrono::nanoseconds in);

class TokenBuckets {
 public:
  using Time = std::chrono::steady_clock::time_point;

  explicit TokenBuckets(Rate rate);

  // Takes a token. How long to wait for one when there is none.
  std::chrono::nanoseconds take(std::string_view key, Time now);
  // The same without taking it.
  std::chrono::nanoseconds wait_for(std::string_view key, Time now) const;

 private:
  struct Bucket {
    std::uint64_t key = 0;
    Time full_at{};
  };
  static constexpr std::size_t kPlaces = 4;
  static constexpr std::size_t kSets = 16'384;
  using Set = std::array<Bucket, kPlaces>;

  std::uint64_t hash_of(std::string_view key) const;
  Bucket& bucket_of(std::uint64_t key);

  std::chrono::nanoseconds interval_;
  std::chrono::nanoseconds slack_;  // that a burst may be ahead
  std::array<std::uint8_t, 16> secret_{};
  std::vector<Set> sets_;
};

}  // namespace sealcart::server::http
