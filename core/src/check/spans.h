// Times from startsAt on and before endsAt; a missing end is open.
#pragma once

#include <cstdint>
#include <limits>

namespace sealcart::checking {

template <class T>
std::int64_t start_of(const T& entry) {
  return entry.starts_at ? entry.starts_at->ms : std::numeric_limits<std::int64_t>::min();
}
template <class T>
std::int64_t end_of(const T& entry) {
  return entry.ends_at ? entry.ends_at->ms : std::numeric_limits<std::int64_t>::max();
}
template <class T>
bool never_counts(const T& entry) {
  return end_of(entry) <= start_of(entry);
}
template <class A, class B>
bool meet(const A& a, const B& b) {
  return start_of(a) < end_of(b) && start_of(b) < end_of(a) && !never_counts(a) && !never_counts(b);
}

}  // namespace sealcart::checking
