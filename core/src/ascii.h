// Letters A to Z without regard to case: how promotion codes are compared.
#pragma once

#include <string>
#include <string_view>

namespace sealcart {

inline std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

}  // namespace sealcart
