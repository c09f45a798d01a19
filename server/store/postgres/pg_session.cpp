#include "store/postgres/pg_session.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/log.h"
#include "store/storage.h"

namespace sealcart::server {
namespace {

constexpr int kOldestServer = 130'000;

// A server that hangs in a transaction holds carts that others wait for: it is cut off. synchronous
// _commit is raised to "on", never lowered from what the administrator chose above that.
//
// Every statement finds its rows by key. A planner that knows too little of a young table reads it
// whole instead, and one that plans a prepared statement anew each time takes longer than its rows.
constexpr const char* kSettings = R"(SELECT
  set_config('synchronous_commit', CASE
    WHEN current_setting('synchronous_commit') IN ('off', 'local') THEN 'on'
    ELSE current_setting('synchronous_commit') END, false),
  set_config('default_transaction_isolation', 'read committed', false),
  set_config('lock_timeout', '2s', false),
  set_config('statement_timeout', '30s', false),
  set_config('idle_in_transaction_session_timeout', '10s', false),
  set_config('enable_seqscan', 'off', false),
  set_config('enable_hashjoin', 'off', false),
  set_config('enable_mergejoin', 'off', false),
  set_config('jit', 'off', false),
  set_config('plan_cache_mode', 'force_generic_plan', false),
  set_config('client_min_messages', 'warning', false))";

std::string trimmed(std::string_view text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.remove_suffix(1);
  return std::string(text);
}

std::string first_value(PGconn* session, const std::string& sql) {
  const PgResult result = run_text(session, sql);
  return PQgetvalue(result.get(), 0, 0);
}

void check(PGconn* session) {
  if (PQserverVersion(session) < kOldestServer) {
    throw std::runtime_error("database: PostgreSQL 13 or newer is needed");
  }
  const std::string encoding = first_value(session, "SHOW server_encoding");
  if (encoding != "UTF8") {
    throw std::runtime_error("database: its encoding is " + encoding +
                             "; create it with ENCODING 'UTF8'");
  }
  if (first_value(session, "SHOW fsync") != "on") {
    log(Level::warning, "database_not_durable", {{"what", "fsync is off in PostgreSQL"}});
  }
}

Trouble trouble_of(const PGconn* session, std::string_view state) {
  if (PQstatus(session) == CONNECTION_BAD || state.starts_with("08") || state.starts_with("57P")) {
    return Trouble::lost;
  }
  if (state == "53100") return Trouble::full;
  // What another server wrote between our reading and our writing; a lock that was not to be had;
  // 22012: a log that moved (pending_log.cpp).
  constexpr std::array<std::string_view, 4> kConflicts = {"23505", "23503", "55P03", "22012"};
  const bool conflict = state.starts_with("40") || std::ranges::count(kConflicts, state) > 0;
  return conflict ? Trouble::conflict : Trouble::failed;
}

}  // namespace

void fail(const PGconn* session, const PGresult* result) {
  // The first line only: details may quote stored values.
  const char* state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
  const char* said = result ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : nullptr;
  const std::string what = said ? said : trimmed(PQerrorMessage(session));
  throw StorageError("PostgreSQL: " + what + (state ? " (" + std::string(state) + ")" : ""),
                     trouble_of(session, state ? state : ""));
}

PgResult run_text(PGconn* session, const std::string& sql) {
  PgResult result(PQexec(session, sql.c_str()));
  const ExecStatusType status = PQresultStatus(result.get());
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail(session, result.get());
  return result;
}

PgSession open_session(const std::string& url) {
  // The URL comes last: what it says holds.
  constexpr std::array<const char*, 6> kNames = {
      "fallback_application_name", "connect_timeout", "tcp_user_timeout",
      "keepalives_idle",           "dbname",          nullptr};
  const std::array<const char*, 6> values = {"sealcartd", "5", "10000", "30", url.c_str(), nullptr};
  PgSession session(PQconnectdbParams(kNames.data(), values.data(), 1));
  if (!session || PQstatus(session.get()) != CONNECTION_OK) {
    throw StorageError("PostgreSQL: " + trimmed(PQerrorMessage(session.get())), Trouble::lost);
  }
  check(session.get());
  run_text(session.get(), kSettings);
  run_text(session.get(), std::string("SELECT set_config('search_path', "
                                      "current_setting('search_path') || ', ") +
                              kTokenSchema + "', false)");
  return session;
}

}  // namespace sealcart::server
