// Paths into an input, as errors name them: "products[3].variants[0]".
#pragma once

#include <string>
#include <string_view>

namespace sealcart {

inline std::string at(std::string_view list, std::size_t index) {
  std::string path(list);
  path += '[';
  path += std::to_string(index);
  path += ']';
  return path;
}

}  // namespace sealcart
