// Wire types as text columns: canonical JSON and enum names, read back by the same descriptions.
#pragma once

#include <string>
#include <string_view>

#include "sealcart/limits.h"
#include "sealcart/wire.h"
#include "store/storage.h"

namespace sealcart::server {

template <class T>
std::string to_stored_json(const T& value) {
  std::string text;
  write_json(text, value);
  return text;
}

template <class T>
T from_stored_json(std::string_view text) {
  Result<T> value = read_json<T>(text, limits::kStateJsonBytes);
  if (!value) {
    throw StorageError("a stored document is damaged: " + error_message(value.error()),
                       Trouble::broken);
  }
  return *std::move(value);
}

template <class Enum>
std::string_view stored_name(Enum value) {
  return details::EnumTable<Enum>::info.values[static_cast<std::size_t>(value)];
}

template <class Enum>
Enum from_stored_name(std::string_view name) {
  const auto& names = details::EnumTable<Enum>::info.values;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  throw StorageError("a stored state is damaged", Trouble::broken);
}

}  // namespace sealcart::server
