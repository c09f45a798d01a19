// Storage in two SQLite files: the shop's, and one for sealed tokens that never enters a backup.
//
// One connection each, used from one thread; that also rules out the WAL-reset defect of SQLite
// before 3.51.3, which needs two connections (sqlite.org/wal.html).
#pragma once

#include <filesystem>

#include "store/sql/sql_storage.h"
#include "store/sqlite/op_journal.h"
#include "store/sqlite/sqlite_connection.h"

namespace sealcart::server {

class SqliteStorage final : public SqlStorage {
 public:
  // `journal`: so many new operations wait to be moved to their logs (op_journal.h).
  SqliteStorage(const std::filesystem::path& shop, const std::filesystem::path& tokens,
                std::size_t journal = OpJournal::kKept);

  std::unique_ptr<Backup> start_backup(const std::filesystem::path& to) override;

  bool shared() const override { return false; }

  void begin(const Foreseen& foreseen) override;
  void commit() override;
  void sync() override;
  void rollback() override;
  void tidy(bool fully) override;
  bool untidy() const override { return shop_file_.untidy() || tokens_file_.untidy(); }
  void begin_work() override;
  void keep_work() override;
  void undo_work() override;

  // What the journal has of a log is the newer part of it.
  std::optional<CartRecord> cart(const CartId& cart) override;
  void append(const CartId& cart, const LogEntry& entry) override;
  std::optional<Op> op(const CartId& cart, ReplicaId replica, std::int64_t n) override;
  std::vector<LogEntry> log(const CartId& cart, std::int64_t after, std::size_t limit) override;
  void cut_log(const CartId& cart, const LogCheckpoint& checkpoint) override;
  std::vector<CartRecord> idle_carts(CartLife life, std::int64_t before_day,
                                     std::size_t limit) override;
  void remove_cart(const CartId& cart) override;

  // This is the only server, and it remembers right.
  void announce(const Announcement&) override {}
  void wait_alone(std::string_view) override {}
  bool try_alone(std::string_view) override { return true; }
  bool is_current(const CartRecord&) override { return true; }

 private:
  // The end of its log, or nothing when there is no such cart.
  std::optional<std::int64_t> head(const CartId& cart) const;

  SqliteConnection shop_file_;
  SqliteConnection tokens_file_;
  OpJournal journal_;
};

}  // namespace sealcart::server
