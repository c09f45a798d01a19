#include "store/sqlite/database.h"

#include <sqlite3.h>

#include <algorithm>

#include "store/storage.h"

namespace sealcart::server {
namespace {

constexpr int kBusyTimeoutMs = 5'000;

StorageError failure(const SQLite::Exception& error) {
  const int code = error.getErrorCode();
  const bool broken = code == SQLITE_IOERR || code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
  return {std::string("SQLite: ") + error.what(), broken};
}

}  // namespace

bool Rows::next() {
  try {
    return statement_->executeStep();
  } catch (const SQLite::Exception& error) {
    throw failure(error);
  }
}

std::string_view Rows::text(int column) const {
  const SQLite::Column value = statement_->getColumn(column);
  const char* data = value.getText();
  return {data, static_cast<std::size_t>(value.getBytes())};
}

void Rows::copy_bytes(int column, std::span<std::uint8_t> out) const {
  const SQLite::Column value = statement_->getColumn(column);
  const auto size = static_cast<std::size_t>(value.getBytes());
  if (size != out.size()) throw StorageError("a stored value has the wrong size", true);
  const auto* data = static_cast<const std::uint8_t*>(value.getBlob());
  std::copy(data, data + size, out.begin());
}

Database::Database(const std::filesystem::path& file, std::span<const Migration> migrations)
    : database_(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, kBusyTimeoutMs) {
  database_.exec("PRAGMA journal_mode = WAL");
  database_.exec("PRAGMA synchronous = FULL");
  database_.exec("PRAGMA foreign_keys = ON");
  database_.exec("PRAGMA cell_size_check = ON");
  database_.exec("PRAGMA secure_delete = ON");
  migrate(database_, migrations);
}

SQLite::Statement& Database::prepare(const char* sql) {
  std::unique_ptr<SQLite::Statement>& statement = statements_[sql];
  try {
    if (!statement) statement = std::make_unique<SQLite::Statement>(database_, sql);
  } catch (const SQLite::Exception& error) {
    throw failure(error);
  }
  statement->tryReset();
  return *statement;
}

void Database::roll_back() {
  if (sqlite3_get_autocommit(database_.getHandle()) == 0) run("ROLLBACK");
}

}  // namespace sealcart::server
