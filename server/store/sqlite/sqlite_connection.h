// One SQLite file with its prepared statements. Opened over SQLiteCpp; statements are SQLite's own
// interface, for they are what a request costs.
#pragma once

#include <SQLiteCpp/Database.h>

#include <atomic>
#include <filesystem>
#include <span>
#include <unordered_map>

#include "store/connection.h"
#include "store/migrations.h"
#include "store/storage.h"

struct sqlite3_file;
struct sqlite3_stmt;

namespace sealcart::server {

class SqliteConnection final : public Connection {
 public:
  // Opens or creates it in WAL mode with synchronous=FULL (see sync_by_hand()) and brings its
  // tables up to date.
  SqliteConnection(const std::filesystem::path& file, std::span<const Migration> migrations);

  std::unique_ptr<Backup> start_backup(const std::filesystem::path& to);

  // A transaction of pieces of work (storage.h). Neither costs anything in this file before its
  // first statement that writes: only that begins the transaction, and only that marks the place
  // undo_work() goes back to.
  void begin();
  void commit();  // durable when it returns, or after sync()
  void rollback();
  void begin_work();
  void keep_work();
  void undo_work();

  // Commits leave their pages in the log. SQLite copies them to their places within a commit, which
  // waits for it, and does not tell when it fails. From here on tidy() does, outside of commits:
  // when the log has grown, or `fully`.
  void tidy_by_hand();
  void tidy(bool fully);
  bool untidy() const { return log_pages_ >= tidy_at_; }
  static constexpr std::int64_t kLogPages = 300;  // 1.2 MB: it has grown

  // Commits no longer wait for the disk; who wants them durable calls sync(), from any thread, also
  // while another transaction runs.
  void sync_by_hand();
  void sync();

 private:
  class Statement final : public Cursor {
   public:
    Statement() = default;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement() override;

    bool prepared() const { return statement_ != nullptr; }
    bool writes() const { return writes_; }
    void prepare(sqlite3* database, const char* sql);
    // `kept`: the values outlive the statement's use, so they are not copied.
    void bind(SqlValues values, bool kept);

    bool next() override;
    bool null(int column) const override;
    std::int64_t number(int column) const override;
    std::string_view bytes(int column) const override;
    void close() override;

   private:
    sqlite3_stmt* statement_ = nullptr;
    bool writes_ = false;
  };

  Cursor& open(const char* sql, SqlValues values) override;
  std::int64_t execute(const char* sql, SqlValues values) override;
  void post(const char* sql, SqlValues values) override { execute(sql, values); }
  // Begins and marks, when the statement is one to do that for.
  Statement& ready(const char* sql);
  void control(const char* sql);
  Statement& prepare(const char* sql);

  SQLite::Database database_;
  sqlite3_file* log_ = nullptr;  // when it is synced by hand
  std::atomic<bool> unsynced_ = false;
  std::int64_t log_pages_ = 0;
  std::int64_t tidy_at_ = kLogPages;
  std::unordered_map<const char*, Statement> statements_;
  bool in_transaction_ = false;  // of the caller's; SQLite's own begins later
  bool in_work_ = false;
  bool marked_ = false;
};

}  // namespace sealcart::server
