#include "crash.h"

#include <signal.h>
#include <sqlite3.h>

#include <atomic>
#include <cstdlib>

namespace sealcart::sim {
namespace {

std::atomic<bool> armed{false};

int before_commit(void*) {
  if (armed) die();
  return 0;
}

int watch(sqlite3* database, char**, const sqlite3_api_routines*) {
  sqlite3_commit_hook(database, before_commit, nullptr);
  return SQLITE_OK;
}

}  // namespace

void die() {
  ::raise(SIGKILL);
  std::abort();
}

void watch_commits() { sqlite3_auto_extension(reinterpret_cast<void (*)()>(watch)); }
void die_before_next_commit() { armed = true; }

}  // namespace sealcart::sim
