#include "store/sqlite/sqlite_storage.h"

namespace sealcart::server {

SqliteStorage::SqliteStorage(const std::filesystem::path& shop, const std::filesystem::path& tokens)
    : shop_(shop, migrations::shop()), tokens_(tokens, migrations::tokens()) {}

void SqliteStorage::begin() {
  shop_.run("BEGIN IMMEDIATE");
  tokens_.run("BEGIN IMMEDIATE");
}

// Tokens first: after a crash between the two there may be a token without its order, which the
// start-up sweep removes, but never an order without its token.
void SqliteStorage::commit() {
  tokens_.run("COMMIT");
  shop_.run("COMMIT");
}

void SqliteStorage::rollback() {
  tokens_.roll_back();
  shop_.roll_back();
}

void SqliteStorage::begin_work() {
  shop_.run("SAVEPOINT work");
  tokens_.run("SAVEPOINT work");
}

void SqliteStorage::keep_work() {
  tokens_.run("RELEASE work");
  shop_.run("RELEASE work");
}

void SqliteStorage::undo_work() {
  for (Database* database : {&tokens_, &shop_}) {
    database->run("ROLLBACK TO work");
    database->run("RELEASE work");
  }
}

std::optional<std::string> SqliteStorage::setting(std::string_view name) {
  Rows row = shop_.query("SELECT value FROM setting WHERE name = $1", name);
  if (!row.next()) return std::nullopt;
  return std::string(row.text(0));
}

void SqliteStorage::put_setting(std::string_view name, std::string_view value) {
  shop_.run(
      "INSERT INTO setting (name, value) VALUES ($1, $2) "
      "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      name, value);
}

}  // namespace sealcart::server
