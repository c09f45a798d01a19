#include "sealcartd/descriptors.h"

#include <sys/resource.h>

#include <algorithm>

#include "base/log.h"

namespace sealcart::server {
namespace {

constexpr std::size_t kOthers = 128;  // databases, files of the site, listeners

// What the process may have after asking for `wanted`.
std::size_t raise_to(std::size_t wanted) {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return 0;
  limit.rlim_cur = std::clamp<rlim_t>(wanted, limit.rlim_cur, limit.rlim_max);
  setrlimit(RLIMIT_NOFILE, &limit);
  getrlimit(RLIMIT_NOFILE, &limit);
  return limit.rlim_cur;
}

}  // namespace

http::ConnectionLimits fit_descriptors(http::ConnectionLimits wanted) {
  const std::size_t needed = wanted.plain + wanted.streams + kOthers;
  const std::size_t got = raise_to(needed);
  http::ConnectionLimits fitting = wanted;
  if (got < needed) {
    // A third for requests, so that streams leave room for them.
    const std::size_t usable = std::max(got, 3 * kOthers) - kOthers;
    fitting.plain =
        std::min(wanted.plain, std::max(usable / 3, usable - std::min(usable, wanted.streams)));
    fitting.streams = std::min(wanted.streams, usable - fitting.plain);
  }
  log(got < needed ? Level::warning : Level::info, "descriptors",
      {{"wanted", static_cast<std::int64_t>(needed)},
       {"got", static_cast<std::int64_t>(got)},
       {"connections", static_cast<std::int64_t>(fitting.plain)},
       {"streams", static_cast<std::int64_t>(fitting.streams)}});
  return fitting;
}

}  // namespace sealcart::server
