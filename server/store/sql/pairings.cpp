#include "store/sql/sql_storage.h"
#include "store/sql/stored_json.h"

namespace sealcart::server {

std::vector<PairingRecord> SqlStorage::pairings(const CartId& cart) {
  Rows row = shop_.query(
      "SELECT pairing, state, code, secret, capability, label, check_digits, expires_at_ms "
      "FROM pairing WHERE cart = $1 ORDER BY expires_at_ms, pairing",
      cart);
  std::vector<PairingRecord> found;
  while (row.next()) {
    PairingRecord& pairing = found.emplace_back();
    pairing.id.bytes = row.bytes<16>(0);
    pairing.state = from_stored_name<PairingState>(row.text(1));
    pairing.code = row.bytes<32>(2);
    pairing.secret = row.bytes<32>(3);
    if (!row.null(4)) pairing.capability = row.bytes<32>(4);
    pairing.label = row.text(5);
    pairing.check = row.text(6);
    pairing.expires_at_ms = row.number(7);
  }
  return found;
}

void SqlStorage::insert_pairing(const CartId& cart, const PairingRecord& pairing) {
  shop_.send(
      "INSERT INTO pairing (cart, pairing, state, code, secret, expires_at_ms) "
      "VALUES ($1, $2, $3, $4, $5, $6)",
      cart, pairing.id, stored_name(pairing.state), pairing.code, pairing.secret,
      pairing.expires_at_ms);
}

bool SqlStorage::update_pairing(const CartId& cart, const PairingRecord& pairing,
                                PairingState from) {
  const SqlValue capability = pairing.capability ? SqlValue(*pairing.capability) : nullptr;
  return shop_.run(
             "UPDATE pairing SET state = $1, capability = $2, label = $3, check_digits = $4, "
             "expires_at_ms = $5 WHERE cart = $6 AND pairing = $7 AND state = $8",
             stored_name(pairing.state), capability, pairing.label, pairing.check,
             pairing.expires_at_ms, cart, pairing.id, stored_name(from)) == 1;
}

void SqlStorage::delete_pairing(const CartId& cart, const PairingId& pairing) {
  shop_.send("DELETE FROM pairing WHERE cart = $1 AND pairing = $2", cart, pairing);
}

void SqlStorage::put_pairing_key(const Hash32& key, const PairingPlace& place, Timestamp end) {
  shop_.send(
      "INSERT INTO pairing_key (pairing_key, cart, pairing, expires_at_ms) "
      "VALUES ($1, $2, $3, $4)",
      key, place.cart, place.pairing, end.ms);
}

std::optional<PairingPlace> SqlStorage::pairing_place(const Hash32& key, Timestamp now) {
  Rows row = shop_.query(
      "SELECT cart, pairing FROM pairing_key WHERE pairing_key = $1 AND expires_at_ms > $2", key,
      now.ms);
  if (!row.next()) return std::nullopt;
  return PairingPlace{{row.bytes<16>(0)}, {row.bytes<16>(1)}};
}

void SqlStorage::delete_pairing_key(const Hash32& key) {
  shop_.send("DELETE FROM pairing_key WHERE pairing_key = $1", key);
}

void SqlStorage::sweep_pairing_keys(Timestamp now) {
  shop_.send("DELETE FROM pairing_key WHERE expires_at_ms <= $1", now.ms);
}

}  // namespace sealcart::server
