// Text across the boundary: the page writes UTF-8 to the input and reads it from the output.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sealcart/wire.h"

namespace sealcart::wasm {

struct Arena {
  std::vector<char> in;
  std::string out;

  std::string_view text(unsigned length) const {
    return {in.data(), length <= in.size() ? length : in.size()};
  }
};

inline Arena& arena() {
  static Arena instance;
  return instance;
}

// 1, and the error in the output.
inline int refused(const Error& error) {
  arena().out.clear();
  write_error(arena().out, error);
  return 1;
}

// 0, and the value in the output.
template <class T>
int tell(const T& value) {
  arena().out.clear();
  write_json(arena().out, value);
  return 0;
}

template <class T>
int tell_list(const std::vector<T>& values) {
  std::string& out = arena().out;
  out = "[";
  for (const T& value : values) {
    if (out.size() > 1) out += ',';
    write_json(out, value);
  }
  out += ']';
  return 0;
}

template <class T>
unsigned address_of(const T* data) {
  return static_cast<unsigned>(reinterpret_cast<std::uintptr_t>(data));
}

}  // namespace sealcart::wasm
