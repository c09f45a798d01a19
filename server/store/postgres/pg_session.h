// A session with PostgreSQL as this program wants it: durable commits, bounded waits, UTF-8.
#pragma once

#include <libpq-fe.h>

#include <memory>
#include <string>

namespace sealcart::server {

struct PgFree {
  void operator()(PGconn* session) const { PQfinish(session); }
  void operator()(PGresult* result) const { PQclear(result); }
};
using PgSession = std::unique_ptr<PGconn, PgFree>;
using PgResult = std::unique_ptr<PGresult, PgFree>;

// Throws StorageError (lost) when there is no answer, std::runtime_error with what to do when the
// database cannot be used as it is.
PgSession open_session(const std::string& url);

// For set-up: one text, which may hold several statements. Throws StorageError.
PgResult run_text(PGconn* session, const std::string& sql);
[[noreturn]] void fail(const PGconn* session, const PGresult* result);

// The schema of sealed tokens: apart from the shop's, so that a dump can leave it out.
inline constexpr const char* kTokenSchema = "sealed";

}  // namespace sealcart::server
