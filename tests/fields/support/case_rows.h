// Rows of cases, one JSON object a line. `shared_rows` reads ../shared/data, which lies beside the
// repository in CI and is absent in a user's clone; `shipped_rows` reads tests/data/fields.
#pragma once

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace sealcart {

inline std::vector<nlohmann::json> rows_of(const std::string& path) {
  std::vector<nlohmann::json> rows;
  std::ifstream file(path, std::ios::binary);
  for (std::string line; std::getline(file, line);) {
    if (!line.empty()) rows.push_back(nlohmann::json::parse(line, nullptr, false));
  }
  return rows;
}

inline std::vector<nlohmann::json> shared_rows(const std::string& name) {
  return rows_of(SEALCART_SOURCE_DIR "/../shared/data/" + name);
}

inline std::vector<nlohmann::json> shipped_rows(const std::string& name) {
  return rows_of(SEALCART_SOURCE_DIR "/tests/data/fields/" + name);
}

}  // namespace sealcart
