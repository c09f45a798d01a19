// A database as the SQL functions (sql/) see it: one text with values, then rows. SQLite and
// PostgreSQL stand behind it.
//
//   db.run("UPDATE cart SET head = $1 WHERE cart = $2", head, id);
//   auto row = db.query("SELECT head FROM cart WHERE cart = $1", id);
//   if (row.next()) use(row.number(0));
//
// SQL texts are literals: a statement is prepared once and kept under the literal's address, and
// one text has one open Rows at a time. Parameters are written $1, $2, … in order. A text is
// written for both: what only PostgreSQL is to read stands in a comment that begins "/*pg ".
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "sealcart/ids.h"

namespace sealcart::server {

// A parameter. Text and bytes are not copied: they live as long as the call.
class SqlValue {
 public:
  // The lists are PostgreSQL's alone, in its own binary form (postgres/pg_list.h).
  enum class Kind : std::uint8_t { null, number, text, bytes, numbers, texts, bytes_list };

  SqlValue(std::nullptr_t) {}
  SqlValue(std::int64_t number) : kind_(Kind::number), number_(number) {}
  SqlValue(std::string_view text) : kind_(Kind::text), bytes_(text) {}
  SqlValue(const std::string& text) : SqlValue(std::string_view(text)) {}
  SqlValue(const char* text) : SqlValue(std::string_view(text)) {}
  SqlValue(std::span<const std::uint8_t> bytes)
      : kind_(Kind::bytes), bytes_(reinterpret_cast<const char*>(bytes.data()), bytes.size()) {}
  template <std::size_t N>
  SqlValue(const std::array<std::uint8_t, N>& bytes)
      : SqlValue(std::span<const std::uint8_t>(bytes)) {}
  template <class Tag>
  SqlValue(const Id128<Tag>& id) : SqlValue(id.bytes) {}

  SqlValue(Kind list, std::string_view elements) : kind_(list), bytes_(elements) {}

  Kind kind() const { return kind_; }
  std::int64_t number() const { return number_; }
  std::string_view bytes() const { return bytes_; }

 private:
  Kind kind_ = Kind::null;
  std::int64_t number_ = 0;
  std::string_view bytes_;
};

using SqlValues = std::span<const SqlValue>;

// The rows of one statement, kept by its connection and used again.
class Cursor {
 public:
  virtual ~Cursor() = default;
  virtual bool next() = 0;
  virtual bool null(int column) const = 0;
  virtual std::int64_t number(int column) const = 0;
  virtual std::string_view bytes(int column) const = 0;
  virtual void close() = 0;
};

// The rows of a query. Gives the statement back when it goes out of scope.
class Rows {
 public:
  explicit Rows(Cursor& cursor) : cursor_(cursor) {}
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;
  ~Rows() { cursor_.close(); }

  bool next() { return cursor_.next(); }
  bool null(int column) const { return cursor_.null(column); }
  std::int64_t number(int column) const { return cursor_.number(column); }
  // Valid until next().
  std::string_view text(int column) const { return cursor_.bytes(column); }
  template <std::size_t N>
  std::array<std::uint8_t, N> bytes(int column) const {
    const std::string_view stored = cursor_.bytes(column);
    if (stored.size() != N) refuse_size();
    std::array<std::uint8_t, N> value;
    std::copy(stored.begin(), stored.end(), value.begin());
    return value;
  }

 private:
  [[noreturn]] static void refuse_size();
  Cursor& cursor_;
};

// Failures of the database become StorageError.
class Connection {
 public:
  virtual ~Connection() = default;

  template <class... Values>
  Rows query(const char* sql, const Values&... values) {
    return Rows(open(sql, std::array<SqlValue, sizeof...(values)>{SqlValue(values)...}));
  }
  // How many rows it changed.
  template <class... Values>
  std::int64_t run(const char* sql, const Values&... values) {
    return execute(sql, std::array<SqlValue, sizeof...(values)>{SqlValue(values)...});
  }
  // The same when nobody asks how many: PostgreSQL need not be waited for, and a failure may show
  // at a later statement, at the latest at the commit.
  template <class... Values>
  void send(const char* sql, const Values&... values) {
    post(sql, std::array<SqlValue, sizeof...(values)>{SqlValue(values)...});
  }

 private:
  virtual Cursor& open(const char* sql, SqlValues values) = 0;
  virtual std::int64_t execute(const char* sql, SqlValues values) = 0;
  virtual void post(const char* sql, SqlValues values) = 0;
};

}  // namespace sealcart::server
