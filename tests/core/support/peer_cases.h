// Cases of other platforms that may be checked against but not shipped: read when they lie beside
// the repository, otherwise there are none.
#pragma once

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace sealcart {

// The cases of ../shared/data/peer_cases.json of that kind and use whose id begins so.
inline std::vector<nlohmann::json> peer_cases(std::string_view kind, std::string_view use,
                                              std::string_view prefix = {}) {
  std::vector<nlohmann::json> cases;
  std::ifstream file(SEALCART_SOURCE_DIR "/../shared/data/peer_cases.json", std::ios::binary);
  if (!file) return cases;
  const auto all = nlohmann::json::parse(std::istreambuf_iterator<char>(file), {}, nullptr, false);
  if (!all.contains("cases")) return cases;
  for (const auto& entry : all["cases"]) {
    if (entry["kind"] != kind || entry["use"] != use) continue;
    if (entry["id"].get<std::string>().starts_with(prefix)) cases.push_back(entry);
  }
  return cases;
}

}  // namespace sealcart
