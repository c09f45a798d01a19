#include "api/queue_watch.h"

namespace sealcart::server::api {

void QueueWatch::submitted(Time now) {
  // Nobody waited before this one.
  if (pending_.fetch_add(1, std::memory_order_relaxed) == 0) in_time_ = now;
}

void QueueWatch::began(Time submitted, Time now) {
  if (now - submitted <= target_) in_time_ = now;
}

bool QueueWatch::turns_away(bool writes, Time now) const {
  if (target_.count() == 0 || pending() == 0) return false;
  return now - in_time_.load() > kPatience * (writes ? 1 : kReadsLast);
}

}  // namespace sealcart::server::api
