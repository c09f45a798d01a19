// A copy of a SQLite file, made a few pages at a time while it is written to. It reads through the
// very connection that writes, which tells it of pages that changed meanwhile: no second connection
// to the live file is opened, and the copy is the database as it stands at the last step.
#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>

#include "store/storage.h"

struct sqlite3_backup;

namespace sealcart::server {

class SqliteBackup final : public Backup {
 public:
  // `target` is made anew. Between transactions only, as step(). Throws StorageError.
  SqliteBackup(sqlite3* source, const std::filesystem::path& target);
  ~SqliteBackup() override;
  SqliteBackup(const SqliteBackup&) = delete;
  SqliteBackup& operator=(const SqliteBackup&) = delete;

  bool step() override;

 private:
  [[noreturn]] static void fail(int code);
  SQLite::Database target_;
  sqlite3_backup* backup_;
};

}  // namespace sealcart::server
