#include "store/sql/sql_storage.h"

namespace sealcart::server {

std::vector<SessionRecord> SqlStorage::sessions(const Hash32& customer) {
  Rows row = shop_.query(
      "SELECT session, capability, label, created_at_ms, expires_at_ms FROM customer_session "
      "WHERE customer = $1 ORDER BY created_at_ms, session",
      customer);
  std::vector<SessionRecord> found;
  while (row.next()) {
    found.push_back({{row.bytes<16>(0)},
                     customer,
                     row.bytes<32>(1),
                     std::string(row.text(2)),
                     row.number(3),
                     row.number(4)});
  }
  return found;
}

std::optional<SessionRecord> SqlStorage::session(const Hash32& capability) {
  SessionRecord found;
  found.capability = capability;
  {
    Rows row =
        shop_.query("SELECT customer, session FROM session_key WHERE capability = $1", capability);
    if (!row.next()) return std::nullopt;
    found.customer = row.bytes<32>(0);
    found.id.bytes = row.bytes<16>(1);
  }
  Rows row = shop_.query(
      "SELECT label, created_at_ms, expires_at_ms FROM customer_session "
      "WHERE customer = $1 AND session = $2",
      found.customer, found.id);
  if (!row.next()) return std::nullopt;
  found.label = row.text(0);
  found.created_at_ms = row.number(1);
  found.expires_at_ms = row.number(2);
  return found;
}

void SqlStorage::insert_session(const SessionRecord& session) {
  shop_.send(
      "INSERT INTO customer_session (customer, session, capability, label, created_at_ms, "
      "expires_at_ms) VALUES ($1, $2, $3, $4, $5, $6)",
      session.customer, session.id, session.capability, session.label, session.created_at_ms,
      session.expires_at_ms);
  shop_.send("INSERT INTO session_key (capability, customer, session) VALUES ($1, $2, $3)",
             session.capability, session.customer, session.id);
}

void SqlStorage::delete_session(const SessionRecord& session) {
  shop_.send("DELETE FROM customer_session WHERE customer = $1 AND session = $2", session.customer,
             session.id);
  shop_.send("DELETE FROM session_key WHERE capability = $1", session.capability);
}

bool SqlStorage::use_login_token(const Hash32& token, const Hash32& capability, Timestamp end) {
  return shop_.run(
             "INSERT INTO login_token (token, capability, expires_at_ms) VALUES ($1, $2, $3) "
             "ON CONFLICT DO NOTHING",
             token, capability, end.ms) == 1;
}

std::optional<Hash32> SqlStorage::login_token_user(const Hash32& token) {
  Rows row = shop_.query("SELECT capability FROM login_token WHERE token = $1", token);
  if (!row.next()) return std::nullopt;
  return row.bytes<32>(0);
}

void SqlStorage::sweep_login_tokens(Timestamp now) {
  shop_.send("DELETE FROM login_token WHERE expires_at_ms <= $1", now.ms);
}

}  // namespace sealcart::server
