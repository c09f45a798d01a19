// Brings the tables of a PostgreSQL database up to date. Two servers may do so at one moment.
#pragma once

#include <span>
#include <string>

#include "store/migrations.h"

namespace sealcart::server {

// Throws when the tables were made by a newer program. what() says what to do.
void migrate_postgres(const std::string& url, std::span<const Migration> shop = migrations::shop());

}  // namespace sealcart::server
