#include "store/sqlite/sqlite_storage.h"

namespace sealcart::server {

SqliteStorage::SqliteStorage(const std::filesystem::path& shop, const std::filesystem::path& tokens)
    : SqlStorage(shop_file_, tokens_file_),
      shop_file_(shop, migrations::shop()),
      tokens_file_(tokens, migrations::tokens()) {}

std::unique_ptr<Backup> SqliteStorage::start_backup(const std::filesystem::path& to) {
  return shop_file_.start_backup(to);
}

void SqliteStorage::begin(const Foreseen&) {
  shop_file_.send("BEGIN IMMEDIATE");
  tokens_file_.send("BEGIN IMMEDIATE");
}

// Tokens first: after a crash between the two there may be a token without its order, which the
// start-up sweep removes, but never an order without its token.
void SqliteStorage::commit() {
  tokens_file_.send("COMMIT");
  shop_file_.send("COMMIT");
}

void SqliteStorage::rollback() {
  tokens_file_.roll_back();
  shop_file_.roll_back();
}

void SqliteStorage::begin_work() {
  shop_file_.send("SAVEPOINT work");
  tokens_file_.send("SAVEPOINT work");
}

void SqliteStorage::keep_work() {
  tokens_file_.send("RELEASE work");
  shop_file_.send("RELEASE work");
}

void SqliteStorage::undo_work() {
  for (SqliteConnection* database : {&tokens_file_, &shop_file_}) {
    database->send("ROLLBACK TO work");
    database->send("RELEASE work");
  }
}

}  // namespace sealcart::server
