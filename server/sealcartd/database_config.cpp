#include "sealcartd/database_config.h"

namespace sealcart::server {
namespace {

bool is_postgres_url(std::string_view text) {
  return text.starts_with("postgres://") || text.starts_with("postgresql://");
}

// "host=… dbname=…" would be a file name otherwise, and "mysql://…" too.
bool is_other_database(std::string_view text) {
  return text.find("://") != std::string_view::npos ||
         text.find("dbname=") != std::string_view::npos ||
         text.find("host=") != std::string_view::npos;
}

}  // namespace

void read_database(ConfigTable& table, BackendConfig& backend) {
  const std::string database = table.required_text("database");
  if (is_postgres_url(database)) {
    backend.postgres = database;
    if (table.text("tokens")) {
      table.fail("tokens", "leave it out: PostgreSQL keeps them in a schema of its own (sealed)");
    }
    return;
  }
  if (is_other_database(database)) {
    table.fail("database",
               "the path of an SQLite file or postgres://user@host/database is meant here");
  }
  backend.database = table.required_path("database");
  backend.tokens = table.required_path("tokens");
}

}  // namespace sealcart::server
