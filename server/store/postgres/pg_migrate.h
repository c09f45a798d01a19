// Brings the tables of a PostgreSQL database up to date. Two servers may do so at one moment.
#pragma once

#include <string>

namespace sealcart::server {

// Throws when the tables were made by a newer program. what() says what to do.
void migrate_postgres(const std::string& url);

}  // namespace sealcart::server
