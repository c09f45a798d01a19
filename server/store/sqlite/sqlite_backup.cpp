#include "store/sqlite/sqlite_backup.h"

#include <sqlite3.h>

#include <utility>

namespace sealcart::server {
namespace {

// Of one step: a quarter of a megabyte, well below a millisecond on a disk that serves a shop.
constexpr int kPages = 64;

SQLite::Database made_anew(const std::filesystem::path& file) {
  try {
    return {file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
  } catch (const SQLite::Exception& error) {
    throw StorageError("can't make " + file.string() + ": " + error.what(), Trouble::failed);
  }
}

}  // namespace

SqliteBackup::SqliteBackup(sqlite3* source, const std::filesystem::path& target)
    : target_(made_anew(target)),
      backup_(sqlite3_backup_init(target_.getHandle(), "main", source, "main")) {
  if (!backup_) fail(sqlite3_errcode(target_.getHandle()));
}

SqliteBackup::~SqliteBackup() { sqlite3_backup_finish(backup_); }

// What goes wrong with the copy is no harm to the original.
void SqliteBackup::fail(int code) {
  throw StorageError(std::string("the copy failed: ") + sqlite3_errstr(code), Trouble::failed);
}

bool SqliteBackup::step() {
  const int code = sqlite3_backup_step(backup_, kPages);
  if (code == SQLITE_OK) return false;
  if (code != SQLITE_DONE) fail(code);
  const int finished = sqlite3_backup_finish(std::exchange(backup_, nullptr));
  if (finished != SQLITE_OK) fail(finished);
  // One file, without a log beside it.
  const int alone = target_.tryExec("PRAGMA journal_mode = DELETE");
  if (alone != SQLITE_OK) fail(alone);
  return true;
}

}  // namespace sealcart::server
