#include "store/postgres/pg_migrate.h"

#include <stdexcept>

#include "store/postgres/pg_session.h"
#include "store/postgres/translate.h"

namespace sealcart::server {
namespace {

constexpr const char* kVersionTable =
    "CREATE TABLE IF NOT EXISTS schema_version "
    "(number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL) STRICT";

int version_of(PGconn* session) {
  run_text(session, to_postgres(kVersionTable));
  const PgResult row = run_text(session, "SELECT coalesce(max(number), 0) FROM schema_version");
  return std::stoi(PQgetvalue(row.get(), 0, 0));
}

void bring_up_to_date(PGconn* session, std::span<const Migration> migrations) {
  const int version = version_of(session);
  if (!migrations.empty() && version > migrations.back().number) {
    throw std::runtime_error("database: it was written by a newer version (schema " +
                             std::to_string(version) + "); update this program");
  }
  for (const Migration& migration : migrations) {
    if (migration.number <= version) continue;
    if (migration.is_for_postgres()) run_text(session, to_postgres(migration.sql));
    run_text(session, "INSERT INTO schema_version VALUES (" + std::to_string(migration.number) +
                          ", '" + std::string(migration.name) + "')");
  }
}

}  // namespace

void migrate_postgres(const std::string& url, std::span<const Migration> shop) {
  const PgSession session = open_session(url);
  PGconn* const at = session.get();
  run_text(at, "BEGIN; SET LOCAL lock_timeout = 0; SET LOCAL statement_timeout = 0");
  run_text(at, "SELECT pg_advisory_xact_lock(hashtextextended('sealcart migrate', 0))");
  bring_up_to_date(at, shop);
  run_text(at, std::string("CREATE SCHEMA IF NOT EXISTS ") + kTokenSchema);
  run_text(at, std::string("SET LOCAL search_path = ") + kTokenSchema);
  bring_up_to_date(at, migrations::tokens());
  run_text(at, "COMMIT");
}

}  // namespace sealcart::server
