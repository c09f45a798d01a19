#include "sealcartd/commands.h"

#include <iostream>
#include <stdexcept>

#include "base/file_lock.h"
#include "sealcartd/control.h"
#include "store/sqlite/sqlite_files.h"

namespace sealcart::server {

namespace fs = std::filesystem;

namespace {

void refuse_postgres(const BackendConfig& config) {
  if (config.postgres.empty()) return;
  throw std::runtime_error("PostgreSQL has its own tools for that: docs/OPERATIONS.md, PostgreSQL");
}

}  // namespace

void back_up(const BackendConfig& config, const fs::path& to) {
  refuse_postgres(config);
  const fs::path target = fs::absolute(to);
  const fs::path draft = target.string() + ".unfinished";
  fs::remove(draft);
  if (const auto lock = FileLock::take(lock_of(config.database))) {
    if (!fs::exists(config.database)) throw std::runtime_error("there is no database yet");
    copy_shop_file(config.database, draft);
  } else {
    ask_server(control_of(config.database), "backup " + draft.string());
  }
  check_shop_file(draft);
  put_in_place(draft, target);
  std::cout << "The backup is complete and sound: " << target.string() << '\n';
}

void restore(const BackendConfig& config, const fs::path& from) {
  refuse_postgres(config);
  const auto lock = FileLock::take(lock_of(config.database));
  if (!lock) throw std::runtime_error("a server runs on this database; stop it first");
  restore_shop_file(fs::absolute(from), config.database);
  std::cout << "Restored. What was replaced is in " << config.database.string() << ".replaced\n";
}

}  // namespace sealcart::server
