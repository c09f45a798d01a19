#include "store/sqlite/sqlite_files.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <system_error>

#include "base/clock.h"
#include "base/crypto.h"
#include "store/sqlite/sqlite_backup.h"
#include "store/sqlite/sqlite_connection.h"

namespace sealcart::server {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail_on(const fs::path& file, const std::string& what) {
  throw std::runtime_error(file.string() + ": " + what);
}

void sync_path(const fs::path& path, int flags) {
  const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
  const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
  const int error = errno;
  if (descriptor >= 0) ::close(descriptor);
  if (!synced) fail_on(path, "can't be synced: " + std::generic_category().message(error));
}

fs::path beside(const fs::path& file, const char* ending) { return file.string() + ending; }

void check_open(SQLite::Database& database, const fs::path& file) {
  const std::string verdict = database.execAndGet("PRAGMA integrity_check").getString();
  if (verdict != "ok") fail_on(file, "is damaged: " + verdict);
  SQLite::Statement orphans(database, "PRAGMA foreign_key_check");
  if (orphans.executeStep()) fail_on(file, "is damaged: rows that belong to nothing");
  const int version = database.execAndGet("SELECT max(number) FROM schema_version").getInt();
  const int known = migrations::shop().back().number;
  if (version > known) {
    fail_on(file, "was written by a newer version (schema " + std::to_string(version) +
                      "); update this program");
  }
  // Any SQLite file may have a table of that name.
  database.execAndGet("SELECT count(*) FROM setting WHERE name = 'quote_key'");
}

// What is open in the backup may have been paid since: a person looks at it. And what devices know
// of the logs may no longer be in them.
void prepare(const fs::path& draft) {
  SqliteConnection shop(draft, migrations::shop());
  shop.run("BEGIN IMMEDIATE");
  shop.run(
      "INSERT INTO setting (name, value) VALUES ('log_epoch', $1) "
      "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      std::to_string(random_replica()));
  shop.run(
      "INSERT INTO order_event (shop_order, n, at_ms, state, reason) "
      "SELECT shop_order, (SELECT coalesce(max(n), 0) + 1 FROM order_event "
      "WHERE order_event.shop_order = payment.shop_order), $1, 'review', 'restored from a backup' "
      "FROM payment WHERE state IN ('created', 'claimed', 'unknown')",
      system_time().ms);
  shop.run("UPDATE payment SET state = 'review' WHERE state IN ('created', 'claimed', 'unknown')");
  shop.run("COMMIT");
}

// Empties and removes the log beside it, so that the file alone is the database.
void settle_log(const fs::path& file) {
  try {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
    database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  } catch (const SQLite::Exception&) {
    // Too damaged to be read; its log goes aside with it.
  }
  for (const char* ending : {"-wal", "-shm"}) {
    const fs::path log = beside(file, ending);
    if (fs::exists(log)) fs::rename(log, beside(file, ".replaced").string() + ending);
  }
}

}  // namespace

void check_shop_file(const fs::path& file) {
  if (!fs::exists(file)) fail_on(file, "is not there");
  try {
    SQLite::Database database(file.string(), SQLite::OPEN_READONLY);
    check_open(database, file);
  } catch (const SQLite::Exception& error) {
    fail_on(file, std::string("is not a shop's database: ") + error.what());
  }
}

void copy_shop_file(const fs::path& from, const fs::path& to) {
  try {
    SQLite::Database source(from.string(), SQLite::OPEN_READWRITE);
    SqliteBackup backup(source.getHandle(), to);
    while (!backup.step()) {
    }
  } catch (const SQLite::Exception& error) {
    fail_on(from, error.what());
  }
}

void put_in_place(const fs::path& draft, const fs::path& file) {
  sync_path(draft, O_RDONLY);
  fs::rename(draft, file);
  const fs::path folder = fs::absolute(file).parent_path();
  sync_path(folder, O_RDONLY | O_DIRECTORY);
}

void restore_shop_file(const fs::path& backup, const fs::path& file) {
  const fs::path draft = beside(file, ".restoring");
  fs::remove(draft);
  fs::copy_file(backup, draft);
  check_shop_file(draft);
  prepare(draft);
  if (fs::exists(file)) {
    settle_log(file);
    const fs::path replaced = beside(file, ".replaced");
    fs::remove(replaced);
    fs::create_hard_link(file, replaced);
  }
  put_in_place(draft, file);
}

}  // namespace sealcart::server
