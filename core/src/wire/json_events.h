// The grammar of JSON apart from what is made of it. json_parse.cpp is the only user of nlohmann.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sealcart/result.h"

namespace sealcart {

// Told of one document in its order. Each call answers whether to go on; a `false` has set error().
class JsonEvents {
 public:
  virtual bool null() = 0;
  virtual bool boolean(bool value) = 0;
  virtual bool integer(std::int64_t value) = 0;
  virtual bool fraction() = 0;  // a number written with a fraction or an exponent
  virtual bool huge() = 0;      // a number beyond 64 bits, or beyond a double
  virtual bool text(const std::string& value) = 0;
  virtual bool begin_object() = 0;
  virtual bool key(const std::string& name) = 0;
  virtual bool end_object() = 0;
  virtual bool begin_list() = 0;
  virtual bool end_list() = 0;

  // The path of the value being read: `products[0].price`.
  virtual std::string path() const = 0;

  bool fail(Error error) {
    error_ = std::move(error);
    return false;
  }
  const std::optional<Error>& error() const { return error_; }

 protected:
  ~JsonEvents() = default;

 private:
  std::optional<Error> error_;
};

// Checks size, UTF-8 and depth of the whole text first, then its grammar as it tells the events.
Status parse_json(std::string_view text, std::size_t max_bytes, JsonEvents& events);

// Keys that change an object's behaviour in JavaScript: refused wherever they stand.
bool is_forbidden_key(std::string_view name);

// Parts of a path: `.price` (no dot at the start; cut to 64 bytes and safe to print), and `[2]` for
// the third element, which is the last of `begun` ones (nothing while none has begun).
void append_key(std::string& path, std::string_view name);
void append_index(std::string& path, std::size_t begun);

}  // namespace sealcart
