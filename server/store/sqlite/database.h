// One SQLite file with its prepared statements, over SQLiteCpp.
//
//   db.run("UPDATE cart SET head = $1 WHERE cart = $2", head, id);
//   auto row = db.query("SELECT head FROM cart WHERE cart = $1", id);
//   if (row.next()) use(row.number(0));
//
// SQL texts are literals: a statement is prepared once and kept under the literal's address.
// Parameters are written $1, $2, … in order, which PostgreSQL understands too.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "sealcart/ids.h"
#include "store/sqlite/migrate.h"

namespace sealcart::server {

// The rows of a query. Gives the statement back when it goes out of scope.
class Rows {
 public:
  explicit Rows(SQLite::Statement& statement) : statement_(&statement) {}
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;
  ~Rows() { statement_->tryReset(); }

  bool next();
  std::int64_t number(int column) const { return statement_->getColumn(column).getInt64(); }
  bool null(int column) const { return statement_->getColumn(column).isNull(); }
  // Valid until next().
  std::string_view text(int column) const;
  template <std::size_t N>
  std::array<std::uint8_t, N> bytes(int column) const {
    std::array<std::uint8_t, N> value{};
    copy_bytes(column, value);
    return value;
  }

 private:
  void copy_bytes(int column, std::span<std::uint8_t> out) const;
  SQLite::Statement* statement_;
};

class Database {
 public:
  // Opens or creates it in WAL mode with synchronous=FULL and brings its tables up to date.
  Database(const std::filesystem::path& file, std::span<const Migration> migrations);

  template <class... Values>
  Rows query(const char* sql, const Values&... values) {
    SQLite::Statement& statement = prepare(sql);
    int index = 0;
    (bind(statement, ++index, values), ...);
    return Rows(statement);
  }
  // How many rows it changed. Failures of SQLite become StorageError.
  template <class... Values>
  int run(const char* sql, const Values&... values) {
    Rows rows = query(sql, values...);
    rows.next();
    return database_.getChanges();
  }

  // Ends a transaction, when one is open.
  void roll_back();

 private:
  SQLite::Statement& prepare(const char* sql);

  template <std::size_t N>
  static void bind(SQLite::Statement& to, int index, const std::array<std::uint8_t, N>& value) {
    to.bind(index, value.data(), static_cast<int>(N));
  }
  template <class Tag>
  static void bind(SQLite::Statement& to, int index, const Id128<Tag>& id) {
    bind(to, index, id.bytes);
  }
  static void bind(SQLite::Statement& to, int index, std::int64_t value) { to.bind(index, value); }
  static void bind(SQLite::Statement& to, int index, std::string_view value) {
    to.bind(index, std::string(value));
  }
  static void bind(SQLite::Statement& to, int index, std::nullptr_t) { to.bind(index); }

  SQLite::Database database_;
  std::unordered_map<const char*, std::unique_ptr<SQLite::Statement>> statements_;
};

}  // namespace sealcart::server
