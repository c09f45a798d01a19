#include "store/sqlite/sqlite_migrate.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <stdexcept>

namespace sealcart::server {
namespace {

int version_of(SQLite::Database& database) {
  database.exec(
      "CREATE TABLE IF NOT EXISTS schema_version "
      "(number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL) STRICT");
  return database.execAndGet("SELECT coalesce(max(number), 0) FROM schema_version").getInt();
}

void apply(SQLite::Database& database, const Migration& migration) {
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  if (migration.is_for_sqlite()) database.exec(migration.sql);
  SQLite::Statement note(database, "INSERT INTO schema_version VALUES ($1, $2)");
  note.bind(1, migration.number);
  note.bind(2, std::string(migration.name));
  note.exec();
  transaction.commit();
}

}  // namespace

void migrate(SQLite::Database& database, std::span<const Migration> migrations) {
  const int version = version_of(database);
  if (!migrations.empty() && version > migrations.back().number) {
    throw std::runtime_error(database.getFilename() + " was written by a newer version (schema " +
                             std::to_string(version) + "); update this program");
  }
  for (const Migration& migration : migrations) {
    if (migration.number > version) apply(database, migration);
  }
}

}  // namespace sealcart::server
