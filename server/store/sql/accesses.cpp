#include "store/sql/sql_storage.h"
#include "store/sql/stored_json.h"

namespace sealcart::server {

void SqlStorage::raise_sharing(const CartId& cart) {
  shop_.send("UPDATE cart SET sharing = sharing + 1 WHERE cart = $1", cart);
}

void SqlStorage::set_customer(const CartId& cart, const Hash32& customer) {
  shop_.send("UPDATE cart SET customer = $1 WHERE cart = $2", customer, cart);
}

std::vector<AccessRecord> SqlStorage::accesses(const CartId& cart) {
  Rows row = shop_.query(
      "SELECT access, capability, scopes, origin, label, session, created_at_ms, seen_at_ms, "
      "expires_at_ms FROM access WHERE cart = $1 ORDER BY created_at_ms, access",
      cart);
  std::vector<AccessRecord> found;
  while (row.next()) {
    found.push_back({{row.bytes<16>(0)},
                     row.bytes<32>(1),
                     Scopes(row.number(2)),
                     from_stored_name<AccessOrigin>(row.text(3)),
                     std::string(row.text(4)),
                     {row.bytes<16>(5)},
                     row.number(6),
                     row.number(7),
                     row.number(8)});
  }
  return found;
}

void SqlStorage::insert_access(const CartId& cart, const AccessRecord& access) {
  shop_.send(
      "INSERT INTO access (cart, access, capability, scopes, origin, label, session, "
      "created_at_ms, seen_at_ms, expires_at_ms) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
      cart, access.id, access.capability, access.scopes.bits(), stored_name(access.origin),
      access.label, access.session, access.created_at_ms, access.seen_at_ms, access.expires_at_ms);
}

void SqlStorage::update_access(const CartId& cart, const AccessRecord& access) {
  shop_.send(
      "UPDATE access SET capability = $1, scopes = $2, label = $3, seen_at_ms = $4 "
      "WHERE cart = $5 AND access = $6",
      access.capability, access.scopes.bits(), access.label, access.seen_at_ms, cart, access.id);
}

void SqlStorage::delete_access(const CartId& cart, const AccessId& access) {
  shop_.send("DELETE FROM access WHERE cart = $1 AND access = $2", cart, access);
}

std::vector<LinkRecord> SqlStorage::links(const CartId& cart) {
  Rows row = shop_.query(
      "SELECT link, scopes, created_at_ms, expires_at_ms FROM restore_link WHERE cart = $1 "
      "ORDER BY created_at_ms, link",
      cart);
  std::vector<LinkRecord> found;
  while (row.next()) {
    found.push_back({{row.bytes<16>(0)}, Scopes(row.number(1)), row.number(2), row.number(3)});
  }
  return found;
}

void SqlStorage::insert_link(const CartId& cart, const LinkRecord& link) {
  shop_.send(
      "INSERT INTO restore_link (cart, link, scopes, created_at_ms, expires_at_ms) "
      "VALUES ($1, $2, $3, $4, $5)",
      cart, link.id, link.scopes.bits(), link.created_at_ms, link.expires_at_ms);
}

bool SqlStorage::delete_link(const CartId& cart, const LinkId& link) {
  return shop_.run("DELETE FROM restore_link WHERE cart = $1 AND link = $2", cart, link) == 1;
}

}  // namespace sealcart::server
