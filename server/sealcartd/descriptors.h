// As many file descriptors as connections are wanted, or as many connections as there are
// descriptors for.
#pragma once

#include "http/connections.h"

namespace sealcart::server {

// Raises the limit of this process and says what came of it.
http::ConnectionLimits fit_descriptors(http::ConnectionLimits wanted);

}  // namespace sealcart::server
