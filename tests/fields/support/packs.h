// Packs as the programs read them.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

namespace sealcart {

// Empty when there is no such pack.
inline std::string pack_bytes(const std::string& name) {
  std::ifstream file(SEALCART_SOURCE_DIR "/core/data/packs/" + name + ".txt", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// The languages shoppers are spoken to in.
inline constexpr const char* kLanguages[] = {"en", "sq", "fa", "it", "ru", "pt"};

}  // namespace sealcart
