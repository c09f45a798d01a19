// Storage in two SQLite files: the shop's, and one for sealed tokens that never enters a backup.
//
// One connection each, used from one thread; that also rules out the WAL-reset defect of SQLite
// before 3.51.3, which needs two connections (sqlite.org/wal.html).
#pragma once

#include <filesystem>

#include "store/sql/sql_storage.h"
#include "store/sqlite/sqlite_connection.h"

namespace sealcart::server {

class SqliteStorage final : public SqlStorage {
 public:
  SqliteStorage(const std::filesystem::path& shop, const std::filesystem::path& tokens);

  std::unique_ptr<Backup> start_backup(const std::filesystem::path& to) override;

  bool shared() const override { return false; }

  void begin(const Foreseen& foreseen) override;
  void commit() override;
  void rollback() override;
  void begin_work() override;
  void keep_work() override;
  void undo_work() override;

  // This is the only server, and it remembers right.
  void announce(const Announcement&) override {}
  void wait_alone(std::string_view) override {}
  bool try_alone(std::string_view) override { return true; }
  bool is_current(const CartRecord&) override { return true; }

 private:
  SqliteConnection shop_file_;
  SqliteConnection tokens_file_;
};

}  // namespace sealcart::server
