#include "store/sqlite/sqlite_connection.h"

#include <sqlite3.h>

#include <cerrno>
#include <utility>

#include "store/sqlite/sqlite_backup.h"
#include "store/sqlite/sqlite_migrate.h"
#include "store/storage.h"

namespace sealcart::server {
namespace {

constexpr int kBusyTimeoutMs = 5'000;

Trouble trouble_of(int code) {
  switch (code & 0xff) {
    case SQLITE_FULL:
      return Trouble::full;
    case SQLITE_IOERR:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return Trouble::broken;
    default:
      return Trouble::failed;
  }
}

// SQLite knows ENOSPC as a full disk; a write over the quota did as little to its file. It does not
// say which file failed: an error of another kind in either, however old, is none of the quota.
bool is_over_quota(sqlite3* database) {
  if (sqlite3_extended_errcode(database) != SQLITE_IOERR_WRITE) return false;
  bool is_over = false;
  for (const int which : {SQLITE_FCNTL_FILE_POINTER, SQLITE_FCNTL_JOURNAL_POINTER}) {
    sqlite3_file* file = nullptr;
    int error = 0;
    sqlite3_file_control(database, "main", which, static_cast<void*>(&file));
    if (file == nullptr || file->pMethods == nullptr) continue;
    file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &error);
    if (error != 0 && error != EDQUOT) return false;
    is_over = is_over || error == EDQUOT;
  }
  return is_over;
}

[[noreturn]] void fail(sqlite3* database, int code) {
  const Trouble trouble = is_over_quota(database) ? Trouble::full : trouble_of(code);
  throw StorageError(std::string("SQLite: ") + sqlite3_errmsg(database), trouble);
}

int bind_one(sqlite3_stmt* to, int index, const SqlValue& value, sqlite3_destructor_type keep) {
  // An empty value with a null address would be bound as NULL.
  const char* data = value.bytes().empty() ? "" : value.bytes().data();
  const sqlite3_uint64 size = value.bytes().size();
  switch (value.kind()) {
    case SqlValue::Kind::null:
      return sqlite3_bind_null(to, index);
    case SqlValue::Kind::number:
      return sqlite3_bind_int64(to, index, value.number());
    case SqlValue::Kind::text:
      return sqlite3_bind_text64(to, index, data, size, keep, SQLITE_UTF8);
    case SqlValue::Kind::bytes:
      return sqlite3_bind_blob64(to, index, data, size, keep);
    default:
      break;
  }
  return SQLITE_MISUSE;
}

}  // namespace

SqliteConnection::Statement::~Statement() { sqlite3_finalize(statement_); }

void SqliteConnection::Statement::prepare(sqlite3* database, const char* sql) {
  const int code =
      sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement_, nullptr);
  if (code != SQLITE_OK) fail(database, code);
  writes_ = sqlite3_stmt_readonly(statement_) == 0;
}

void SqliteConnection::Statement::bind(SqlValues values, bool kept) {
  const sqlite3_destructor_type keep = kept ? SQLITE_STATIC : SQLITE_TRANSIENT;
  int index = 0;
  for (const SqlValue& value : values) {
    const int code = bind_one(statement_, ++index, value, keep);
    if (code != SQLITE_OK) fail(sqlite3_db_handle(statement_), code);
  }
}

bool SqliteConnection::Statement::next() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) fail(sqlite3_db_handle(statement_), code);
  return false;
}

bool SqliteConnection::Statement::null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t SqliteConnection::Statement::number(int column) const {
  return sqlite3_column_int64(statement_, column);
}

std::string_view SqliteConnection::Statement::bytes(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

void SqliteConnection::Statement::close() { sqlite3_reset(statement_); }

SqliteConnection::SqliteConnection(const std::filesystem::path& file,
                                   std::span<const Migration> migrations)
    : database_(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, kBusyTimeoutMs) {
  // One connection needs neither locks nor a shared index of the log, which would be one more file
  // for a disk to have no room for; nor temporary files.
  database_.exec("PRAGMA locking_mode = EXCLUSIVE");
  database_.exec("PRAGMA temp_store = MEMORY");
  database_.exec("PRAGMA journal_mode = WAL");
  database_.exec("PRAGMA synchronous = FULL");
  database_.exec("PRAGMA foreign_keys = ON");
  database_.exec("PRAGMA cell_size_check = ON");
  database_.exec("PRAGMA secure_delete = ON");
  database_.exec("PRAGMA cache_size = -8192");  // KiB
  migrate(database_, migrations);
}

void SqliteConnection::tidy_by_hand() {
  const auto note = [](void* self, sqlite3*, const char*, int log_pages) {
    auto* const file = static_cast<SqliteConnection*>(self);
    file->log_pages_ = log_pages;
    file->unsynced_ = true;
    return SQLITE_OK;
  };
  sqlite3_wal_hook(database_.getHandle(), note, this);
}

void SqliteConnection::tidy(bool fully) {
  if (log_pages_ == 0 || !(untidy() || fully)) return;
  tidy_at_ = log_pages_ + kLogPages;  // when this fails, not before the log has grown as much again
  const int code = sqlite3_wal_checkpoint_v2(database_.getHandle(), "main",
                                             SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
  if (code != SQLITE_OK) fail(database_.getHandle(), code);
  log_pages_ = 0;
  tidy_at_ = kLogPages;
}

// SQLite's NORMAL: it syncs where its checkpoints need it, not at a commit. Its file of the log
// stays open as long as the connection, and to sync a file is safe beside writing to it; the first
// time the folder is synced too.
void SqliteConnection::sync_by_hand() {
  database_.exec("PRAGMA synchronous = NORMAL");
  sqlite3_file_control(database_.getHandle(), "main", SQLITE_FCNTL_JOURNAL_POINTER, &log_);
  if (log_ == nullptr || log_->pMethods == nullptr) {
    throw StorageError("SQLite: there is no write-ahead log", Trouble::failed);
  }
  unsynced_ = true;
  sync();
}

void SqliteConnection::sync() {
  if (!unsynced_.exchange(false)) return;
  const int code = log_->pMethods->xSync(log_, SQLITE_SYNC_NORMAL);
  if (code != SQLITE_OK) throw StorageError("SQLite: the log can't be synced", trouble_of(code));
}

SqliteConnection::Statement& SqliteConnection::prepare(const char* sql) {
  Statement& statement = statements_[sql];
  if (!statement.prepared()) statement.prepare(database_.getHandle(), sql);
  return statement;
}

void SqliteConnection::control(const char* sql) {
  Statement& statement = prepare(sql);
  const Rows rows(statement);
  statement.next();
}

SqliteConnection::Statement& SqliteConnection::ready(const char* sql) {
  Statement& statement = prepare(sql);
  statement.close();
  if (!in_transaction_ || !statement.writes()) return statement;
  if (sqlite3_get_autocommit(database_.getHandle()) != 0) control("BEGIN IMMEDIATE");
  if (in_work_ && !std::exchange(marked_, true)) control("SAVEPOINT work");
  return statement;
}

Cursor& SqliteConnection::open(const char* sql, SqlValues values) {
  Statement& statement = ready(sql);
  statement.bind(values, false);
  return statement;
}

std::int64_t SqliteConnection::execute(const char* sql, SqlValues values) {
  Statement& statement = ready(sql);
  statement.bind(values, true);
  const Rows rows(statement);
  statement.next();
  return sqlite3_changes64(database_.getHandle());
}

std::unique_ptr<Backup> SqliteConnection::start_backup(const std::filesystem::path& to) {
  return std::make_unique<SqliteBackup>(database_.getHandle(), to);
}

void SqliteConnection::begin() { in_transaction_ = true; }

void SqliteConnection::commit() {
  if (sqlite3_get_autocommit(database_.getHandle()) == 0) control("COMMIT");
  in_transaction_ = false;
}

void SqliteConnection::rollback() {
  in_transaction_ = in_work_ = marked_ = false;
  if (sqlite3_get_autocommit(database_.getHandle()) == 0) control("ROLLBACK");
}

void SqliteConnection::begin_work() { in_work_ = true; }

void SqliteConnection::keep_work() {
  in_work_ = false;
  if (std::exchange(marked_, false)) control("RELEASE work");
}

void SqliteConnection::undo_work() {
  in_work_ = false;
  if (!std::exchange(marked_, false)) return;
  control("ROLLBACK TO work");
  control("RELEASE work");
}

}  // namespace sealcart::server
