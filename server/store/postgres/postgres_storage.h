// Storage in PostgreSQL, shared by several servers. Each reads and writes as if it were alone: the
// carts a transaction touches are locked by their rows when it begins, counters by the conditional
// statements that change them. docs/adr/0015 says why it is so.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "store/postgres/pending_log.h"
#include "store/postgres/pg_connection.h"
#include "store/sql/sql_storage.h"

namespace sealcart::server {

class PostgresStorage final : public SqlStorage {
 public:
  // `sender`: what this server's announcements begin with. Throws, see open_session().
  PostgresStorage(const std::string& url, std::string sender);

  bool shared() const override { return true; }
  std::unique_ptr<Backup> start_backup(const std::filesystem::path& to) override;

  void begin(const Foreseen& foreseen) override;
  void commit() override;
  void sync() override {}  // the commit was
  void rollback() override;
  void tidy(bool) override {}  // PostgreSQL does so by itself
  bool untidy() const override { return false; }
  void begin_work() override;
  void keep_work() override;
  void undo_work() override;

  void announce(const Announcement& news) override;
  void wait_alone(std::string_view what) override;
  bool try_alone(std::string_view what) override;

  bool is_current(const CartRecord& remembered) override;
  std::optional<CartRecord> cart(const CartId& cart) override;
  void insert_cart(const CartRecord& cart, Timestamp now) override;
  void append(const CartId& cart, const LogEntry& entry) override;
  std::vector<LogEntry> log(const CartId& cart, std::int64_t after, std::size_t limit) override;
  std::optional<LogCheckpoint> checkpoint(const CartId& cart) override;
  void cut_log(const CartId& cart, const LogCheckpoint& checkpoint) override;
  void touch_cart(const CartRecord& cart) override;
  void remove_cart(const CartId& cart) override;
  void raise_sharing(const CartId& cart) override;
  void set_customer(const CartId& cart, const Hash32& customer) override;

 private:
  // What SQL functions use: puts before their statements what has to come first.
  class Gate final : public Connection {
   public:
    explicit Gate(PostgresStorage& storage) : storage_(storage) {}

   private:
    Cursor& open(const char* sql, SqlValues values) override;
    std::int64_t execute(const char* sql, SqlValues values) override;
    void post(const char* sql, SqlValues values) override;
    PostgresStorage& storage_;
  };

  // A cart as this transaction sees it; without a record: there is none.
  struct Held {
    std::optional<CartRecord> record;
    bool locked = false;
  };

  void start(const Foreseen& foreseen);
  void prepare_for(bool writing);
  Held& held(const CartId& cart);
  Held& locked(const CartId& cart);
  Cursor* ask_for(const std::set<CartId>& carts, const char* sql);
  void take_rows(Cursor& cursor);
  // Before the first change of a cart in a piece of work, so that it can be undone.
  void remember(const CartId& cart);
  void forget_transaction();

  PgConnection session_;
  Gate gate_;
  std::string sender_;

  // Of the transaction.
  std::map<CartId, Held> held_;
  PendingLog pending_;
  Announcement news_;

  // Of the piece of work under way.
  bool in_work_ = false;
  bool savepoint_ = false;
  std::size_t own_from_ = 0;                      // in pending_
  std::map<CartId, std::optional<Held>> before_;  // nothing: was not held
};

}  // namespace sealcart::server
