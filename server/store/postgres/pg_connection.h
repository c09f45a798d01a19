// A connection to PostgreSQL with its prepared statements, always in pipeline mode: what is sent
// without a question is answered together with the next question.
#pragma once

#include <chrono>
#include <string>
#include <unordered_map>
#include <vector>

#include "store/connection.h"
#include "store/postgres/pg_session.h"

namespace sealcart::server {

class PgConnection final : public Connection {
 public:
  // Connects; see open_session().
  explicit PgConnection(std::string url);

  // Connects again when the connection was lost, at growing intervals. Throws (lost) in between.
  void ready();
  bool connected() const { return session_ != nullptr; }
  // A transaction is open; it can only be rolled back.
  bool in_transaction() const;
  bool is_spoilt() const;

  // Sends a question whose rows are there after the next collect(); one for each text.
  template <class... Values>
  Cursor& ask(const char* sql, const Values&... values) {
    return send_values(sql, std::array<SqlValue, sizeof...(values)>{SqlValue(values)...});
  }
  // Waits for the answers to all that was sent; the first failure among them is thrown.
  void collect();
  // Everything sent in this transaction is durable when it returns.
  void commit();

  Cursor& open(const char* sql, SqlValues values) override;
  std::int64_t execute(const char* sql, SqlValues values) override;
  void post(const char* sql, SqlValues values) override { send_values(sql, values); }

 private:
  class Statement final : public Cursor {
   public:
    bool next() override { return ++row_ < PQntuples(rows_.get()); }
    bool null(int column) const override { return PQgetisnull(rows_.get(), row_, column) != 0; }
    std::int64_t number(int column) const override;
    std::string_view bytes(int column) const override;
    void close() override { take(nullptr); }

    void take(PgResult rows);
    std::int64_t changed() const;
    std::string_view command() const { return PQcmdStatus(rows_.get()); }

    std::string name;
    bool prepared = false;

   private:
    PgResult rows_;
    int row_ = -1;
  };
  struct Sent {
    Statement* statement;
    bool prepares;
  };

  Statement& send_values(const char* sql, SqlValues values);
  void prepare(Statement& statement, const char* sql, SqlValues values);
  void connect();
  void take_answer(const Sent& sent, PgResult& failure);
  [[noreturn]] void lose();

  std::string url_;
  PgSession session_;
  std::unordered_map<const char*, Statement> statements_;
  std::vector<Sent> sent_;
  std::chrono::milliseconds pause_{0};
  std::chrono::steady_clock::time_point try_at_;
};

}  // namespace sealcart::server
