#include "base/clock.h"

#include <chrono>

namespace sealcart::server {

Timestamp system_time() {
  using std::chrono::milliseconds;
  const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<milliseconds>(since_1970).count()};
}

}  // namespace sealcart::server
