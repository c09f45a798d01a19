// Any bytes as the compact form, a cart or operations by the first one: refused, or read as a value
// whose one form these bytes are, and which JSON holds as well.
#include <cstdlib>

#include "sealcart/compact.h"
#include "sealcart/wire.h"

namespace {

using namespace sealcart;

void demand(bool holds) {
  if (!holds) std::abort();
}

template <class T>
void json_holds(const T& value) {
  std::string once, twice;
  write_json(once, value);
  const Result<T> again = read_json<T>(once, limits::kStateJsonBytes);
  demand(again.has_value());
  write_json(twice, *again);
  demand(once == twice);
}

template <class T>
void is_the_form_of(const Result<T>& value, std::string_view bytes) {
  if (!value) return demand(value.error().code == ErrorCode::compact_invalid);
  const Result<std::string> again = to_compact(*value);
  demand(again.has_value() && *again == bytes);
  json_holds(*value);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (size > 0 && data[0] == 2) {
    is_the_form_of(read_compact_cart(bytes), bytes);
  } else {
    is_the_form_of(read_compact_ops(bytes, CartId{}), bytes);
  }
  return 0;
}
