#include "replay/carts.h"

#include <nlohmann/json.hpp>

namespace sealcart::replay {

std::vector<SoldCart> read_carts(std::istream& in, std::string& error) {
  std::vector<SoldCart> carts;
  std::string text;
  for (std::size_t number = 1; std::getline(in, text); ++number) {
    try {
      const auto json = nlohmann::json::parse(text);
      SoldCart cart{json.at("invoice").get<std::string>(), {}};
      for (const auto& line : json.at("lines")) {
        cart.lines.push_back({line.at(0).get<std::string>(), line.at(1).get<std::int64_t>(),
                              line.at(2).get<std::string>()});
      }
      carts.push_back(std::move(cart));
    } catch (const nlohmann::json::exception& problem) {
      error = "line " + std::to_string(number) + ": " + problem.what();
      return carts;
    }
  }
  return carts;
}

}  // namespace sealcart::replay
