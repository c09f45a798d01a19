// Brings the tables of a SQLite file up to date.
#pragma once

#include <span>

#include "store/migrations.h"

namespace SQLite {
class Database;
}

namespace sealcart::server {

// Throws when the file was made by a newer program.
void migrate(SQLite::Database& database, std::span<const Migration> migrations);

}  // namespace sealcart::server
