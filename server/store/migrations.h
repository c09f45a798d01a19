// Numbered SQL files, applied in order, each in one transaction, each once.
#pragma once

#include <span>
#include <string_view>

namespace sealcart::server {

struct Migration {
  int number;             // of the file: 0001_name.sql
  std::string_view name;  // "0001_name"
  const char* sql;
};

// One list for each folder of store/migrations, embedded by the build.
namespace migrations {
std::span<const Migration> shop();
std::span<const Migration> tokens();
std::span<const Migration> payd();
std::span<const Migration> simulator();
}  // namespace migrations

}  // namespace sealcart::server
