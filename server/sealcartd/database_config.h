// Where the data is: SQLite files, or a PostgreSQL database that several servers may share.
#pragma once

#include "base/config_table.h"
#include "services/backend.h"

namespace sealcart::server {

// Reads `database` and, for SQLite, `tokens`.
void read_database(ConfigTable& table, BackendConfig& backend);

}  // namespace sealcart::server
