// SQL written for SQLite, word by word into PostgreSQL's: names of types, the ends of tables, bytes
// as literals, and what stands in comments that begin with "/*pg ".
#pragma once

#include <string>
#include <string_view>

namespace sealcart::server {

std::string to_postgres(std::string_view sql);

}  // namespace sealcart::server
