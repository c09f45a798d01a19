#include "store/sql/sql_storage.h"

namespace sealcart::server {

std::optional<std::string> SqlStorage::setting(std::string_view name) {
  Rows row = shop_.query("SELECT value FROM setting WHERE name = $1", name);
  if (!row.next()) return std::nullopt;
  return std::string(row.text(0));
}

void SqlStorage::put_setting(std::string_view name, std::string_view value) {
  shop_.send(
      "INSERT INTO setting (name, value) VALUES ($1, $2) "
      "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      name, value);
}

}  // namespace sealcart::server
