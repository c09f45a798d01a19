// Removes what is no longer kept, a little at a time and with pauses.
#pragma once

#include "api/app.h"
#include "services/retention.h"

namespace sealcart::server::api {

// Runs until the app stops.
void start_housekeeping(boost::asio::io_context& io, App& app, const Retention& kept);

}  // namespace sealcart::server::api
