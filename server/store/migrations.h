// Numbered SQL files, applied in order, each in one transaction, each once. One whose name ends
// with _sqlite or _postgres is for that database alone; the other one only counts it.
#pragma once

#include <span>
#include <string_view>

namespace sealcart::server {

struct Migration {
  int number;             // of the file: 0001_name.sql
  std::string_view name;  // "0001_name"
  const char* sql;

  bool is_for_sqlite() const { return !name.ends_with("_postgres"); }
  bool is_for_postgres() const { return !name.ends_with("_sqlite"); }
};

// One list for each folder of store/migrations, embedded by the build.
namespace migrations {
std::span<const Migration> shop();
std::span<const Migration> tokens();
std::span<const Migration> payd();
std::span<const Migration> simulator();
}  // namespace migrations

}  // namespace sealcart::server
