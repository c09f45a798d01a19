// The HTTP interface, by subject. Shapes: docs/WIRE.md; addresses and codes: docs/OPERATIONS.md.
#pragma once

#include "api/app.h"
#include "http/router.h"
#include "services/shops.h"

namespace sealcart::server::api {

// {"id":…,"name":…,"currency":…}
std::string store_summary(const Shop& shop);

void add_store_routes(http::Router& router, App& app);
void add_cart_routes(http::Router& router, App& app);
void add_event_routes(http::Router& router, App& app);
void add_device_routes(http::Router& router, App& app);
void add_pairing_routes(http::Router& router, App& app);
void add_customer_routes(http::Router& router, App& app);
void add_restore_routes(http::Router& router, App& app);
void add_order_routes(http::Router& router, App& app);
void add_worker_routes(http::Router& router, App& app);
void add_system_routes(http::Router& router, App& app);

}  // namespace sealcart::server::api
