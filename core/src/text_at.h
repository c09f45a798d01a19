// A described object read by paths, such as "shippingAddress.city".
#pragma once

#include <string_view>

#include "sealcart/describe.h"

namespace sealcart {

// The text there; "1" for true. Empty for what is absent, false, or neither text nor bool.
std::string_view text_at(const TypeInfo& type, const void* object, std::string_view path);

template <class T>
std::string_view text_at(const T& object, std::string_view path) {
  return text_at(type_of<T>(), &object, path);
}

}  // namespace sealcart
