#include "http/token_buckets.h"

#include <algorithm>

#include "base/crypto.h"

namespace sealcart::server::http {

using std::chrono::nanoseconds;

Rate rate_of(std::int64_t times, nanoseconds in) {
  constexpr std::int64_t kBurst = 4;
  return times > 0 ? Rate{in / times, times * kBurst} : Rate{};
}

TokenBuckets::TokenBuckets(Rate rate)
    : interval_(rate.interval),
      slack_(rate.interval * (rate.burst - 1)),
      sets_(rate.interval.count() > 0 ? kSets : 0) {
  fill_random(secret_);
}

std::uint64_t TokenBuckets::hash_of(std::string_view key) const { return table_hash(secret_, key); }

TokenBuckets::Bucket& TokenBuckets::bucket_of(std::uint64_t key) {
  Set& set = sets_[key % kSets];
  const auto known = std::ranges::find(set, key, &Bucket::key);
  if (known != set.end()) return *known;
  Bucket& fullest = *std::ranges::min_element(set, {}, &Bucket::full_at);
  fullest = {key, {}};
  return fullest;
}

nanoseconds TokenBuckets::wait_for(std::string_view key, Time now) const {
  if (sets_.empty()) return nanoseconds(0);
  const std::uint64_t hash = hash_of(key);
  const Set& set = sets_[hash % kSets];
  const auto known = std::ranges::find(set, hash, &Bucket::key);
  if (known == set.end()) return nanoseconds(0);
  return std::max<nanoseconds>(nanoseconds(0), known->full_at - slack_ - now);
}

nanoseconds TokenBuckets::take(std::string_view key, Time now) {
  if (sets_.empty()) return nanoseconds(0);
  Bucket& bucket = bucket_of(hash_of(key));
  const nanoseconds wait = bucket.full_at - slack_ - now;
  if (wait > nanoseconds(0)) return wait;
  bucket.full_at = std::max(bucket.full_at, now) + interval_;
  return nanoseconds(0);
}

}  // namespace sealcart::server::http
