// The one place where the server reads a clock. Services get the time as a value.
#pragma once

#include <functional>

#include "sealcart/time.h"

namespace sealcart::server {

using Clock = std::function<Timestamp()>;

Timestamp system_time();

}  // namespace sealcart::server
