// The same replay over HTTP against a running sealcartd that serves the store "replay".
#pragma once

#include <string>
#include <vector>

#include "replay/replay.h"

namespace sealcart::replay {

struct EndpointResult {
  std::size_t compared = 0;
  std::size_t different = 0;  // snapshots whose bytes differ from core's
  std::string error;          // the first thing that went wrong; empty: none
};

// Makes each priced cart at the endpoint, sends its operations, reads its snapshot back.
// `url` is http://host:port; the path /v1 is ours.
EndpointResult replay_endpoint(const std::string& url, const std::vector<Outcome>& outcomes);

}  // namespace sealcart::replay
