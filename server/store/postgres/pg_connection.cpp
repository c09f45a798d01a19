#include "store/postgres/pg_connection.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/log.h"
#include "store/postgres/pg_list.h"
#include "store/postgres/translate.h"
#include "store/storage.h"

namespace sealcart::server {
namespace {

// Answers left unread fill the sockets until both sides wait for each other; this many never do.
constexpr std::size_t kMostUnanswered = 256;

constexpr std::chrono::milliseconds kFirstPause{100};
constexpr std::chrono::milliseconds kLongestPause{5'000};

// The parameters of one statement as libpq takes them: all in binary.
struct Parameters {
  explicit Parameters(SqlValues values) : numbers(values.size()) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      const SqlValue& value = values[i];
      types.push_back(type_of(value.kind()));
      std::string_view bytes = value.bytes();
      if (value.kind() == SqlValue::Kind::number) {
        put_number(numbers[i], static_cast<std::uint64_t>(value.number()), sizeof(std::int64_t));
        bytes = numbers[i];
      }
      const char* data = bytes.empty() ? "" : bytes.data();
      data_of.push_back(value.kind() == SqlValue::Kind::null ? nullptr : data);
      sizes.push_back(static_cast<int>(bytes.size()));
      formats.push_back(1);
    }
  }
  int count() const { return static_cast<int>(types.size()); }

  std::vector<std::string> numbers;
  std::vector<Oid> types;
  std::vector<const char*> data_of;
  std::vector<int> sizes;
  std::vector<int> formats;
};

}  // namespace

std::int64_t PgConnection::Statement::number(int column) const {
  const std::string_view stored = bytes(column);
  if (stored.empty() || stored.size() > sizeof(std::int64_t)) {
    throw StorageError("PostgreSQL: a whole number was expected", Trouble::failed);
  }
  // Sign-extended: the first byte of a shorter type carries the sign.
  auto value = static_cast<std::uint64_t>(std::int64_t{static_cast<signed char>(stored[0])});
  for (const char byte : stored.substr(1)) value = value << 8 | static_cast<std::uint8_t>(byte);
  return static_cast<std::int64_t>(value);
}

std::string_view PgConnection::Statement::bytes(int column) const {
  return {PQgetvalue(rows_.get(), row_, column),
          static_cast<std::size_t>(PQgetlength(rows_.get(), row_, column))};
}

void PgConnection::Statement::take(PgResult rows) {
  rows_ = std::move(rows);
  row_ = -1;
}

std::int64_t PgConnection::Statement::changed() const {
  std::int64_t count = 0;
  const std::string_view text = PQcmdTuples(rows_.get());
  std::from_chars(text.data(), text.data() + text.size(), count);
  return count;
}

PgConnection::PgConnection(std::string url) : url_(std::move(url)) { connect(); }

void PgConnection::connect() {
  session_ = open_session(url_);
  for (auto& [sql, statement] : statements_) statement.prepared = false;
  sent_.clear();
  pause_ = std::chrono::milliseconds(0);
  if (PQenterPipelineMode(session_.get()) != 1) fail(session_.get(), nullptr);
}

void PgConnection::ready() {
  if (session_ && PQstatus(session_.get()) == CONNECTION_OK) return;
  const auto now = std::chrono::steady_clock::now();
  if (now < try_at_) throw StorageError("PostgreSQL: not connected", Trouble::lost);
  const auto longer = std::clamp(pause_ * 2, kFirstPause, kLongestPause);
  try {
    connect();
    log(Level::info, "database_connected");
  } catch (const std::runtime_error& error) {
    log(Level::error, "database_unreachable",
        {{"what", error.what()}, {"again_ms", static_cast<std::int64_t>(longer.count())}});
    session_.reset();
    pause_ = longer;
    try_at_ = std::chrono::steady_clock::now() + longer;
    throw StorageError(error.what(), Trouble::lost);
  }
}

bool PgConnection::in_transaction() const {
  return session_ && PQtransactionStatus(session_.get()) != PQTRANS_IDLE;
}

bool PgConnection::is_spoilt() const {
  return !session_ || PQtransactionStatus(session_.get()) == PQTRANS_INERROR;
}

void PgConnection::commit() {
  const Statement& done = send_values("COMMIT", {});
  collect();
  // What failed before is rolled back by COMMIT, and that is no error to PostgreSQL.
  if (done.command() != "COMMIT") {
    throw StorageError("PostgreSQL: the transaction was rolled back", Trouble::failed);
  }
}

void PgConnection::lose() {
  std::string what = "PostgreSQL: the connection was lost";
  if (session_) what += std::string(": ") + PQerrorMessage(session_.get());
  std::erase(what, '\n');
  if (session_) log(Level::error, "database_lost", {{"what", what}});
  session_.reset();
  sent_.clear();
  throw StorageError(what, Trouble::lost);
}

void PgConnection::prepare(Statement& statement, const char* sql, SqlValues values) {
  if (statement.name.empty()) statement.name = 's' + std::to_string(statements_.size());
  const Parameters parameters(values);
  if (PQsendPrepare(session_.get(), statement.name.c_str(), to_postgres(sql).c_str(),
                    parameters.count(), parameters.types.data()) != 1) {
    lose();
  }
  statement.prepared = true;
  sent_.push_back({&statement, true});
}

PgConnection::Statement& PgConnection::send_values(const char* sql, SqlValues values) {
  if (!session_) lose();
  if (sent_.size() >= kMostUnanswered) collect();
  Statement& statement = statements_[sql];
  if (!statement.prepared) prepare(statement, sql, values);
  const Parameters parameters(values);
  if (PQsendQueryPrepared(session_.get(), statement.name.c_str(), parameters.count(),
                          parameters.data_of.data(), parameters.sizes.data(),
                          parameters.formats.data(), 1) != 1) {
    lose();
  }
  sent_.push_back({&statement, false});
  return statement;
}

// After a failure the rest is answered by "aborted": what was to be prepared there is not.
void PgConnection::take_answer(const Sent& sent, PgResult& failure) {
  PgResult answer(PQgetResult(session_.get()));
  if (!answer || PQstatus(session_.get()) == CONNECTION_BAD) lose();
  PgResult(PQgetResult(session_.get()));  // the end of this one's answers
  const ExecStatusType status = PQresultStatus(answer.get());
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) {
    if (!sent.prepares) sent.statement->take(std::move(answer));
    return;
  }
  if (sent.prepares) sent.statement->prepared = false;
  if (!failure) failure = std::move(answer);
}

void PgConnection::collect() {
  if (sent_.empty()) return;
  if (!session_ || PQpipelineSync(session_.get()) != 1) lose();
  PgResult failure;
  const std::vector<Sent> sent = std::exchange(sent_, {});
  for (const Sent& one : sent) take_answer(one, failure);
  const PgResult end(PQgetResult(session_.get()));
  if (PQresultStatus(end.get()) != PGRES_PIPELINE_SYNC) lose();
  if (failure) fail(session_.get(), failure.get());
}

Cursor& PgConnection::open(const char* sql, SqlValues values) {
  Statement& statement = send_values(sql, values);
  collect();
  return statement;
}

std::int64_t PgConnection::execute(const char* sql, SqlValues values) {
  Statement& statement = send_values(sql, values);
  collect();
  return statement.changed();
}

}  // namespace sealcart::server
