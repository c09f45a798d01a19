// JSON in and out, driven by the descriptions of describe.h (RFC 8259; docs/WIRE.md lists the
// types).
//
// Reading is strict and all-or-nothing: the first problem is returned with its code and the path of
// the field as the sender wrote it (`products[0].variants[2].price`), and nothing is kept. Checked
// before anything is built: size, UTF-8 and depth (limits::kJsonDepth). Then, in document order:
// grammar, duplicate and forbidden keys, unknown fields, types, whole numbers, ranges, lengths,
// missing fields, and the type's own check. `null` is no value of any type: leave the field out.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "sealcart/describe.h"
#include "sealcart/limits.h"
#include "sealcart/result.h"

namespace sealcart {

// The same for every type. On a refusal `out`, a default-made object of that type, is left half
// filled; read_json keeps it away from the caller.
Status read_json_into(std::string_view text, std::size_t max_bytes, const TypeInfo& type,
                      void* out);
void write_json_from(std::string& out, const TypeInfo& type, const void* object);

template <class T>
Result<T> read_json(std::string_view text, std::size_t max_bytes = limits::kJsonBytes) {
  Result<T> value;
  if (Status read = read_json_into(text, max_bytes, type_of<T>(), &*value); !read) {
    return refuse(std::move(read).error());
  }
  return value;
}

// Appends the one canonical form: fields in declared order, no spaces, lists always written, empty
// optionals left out, only the escapes RFC 8259 demands. Equal values give equal bytes.
template <class T>
void write_json(std::string& out, const T& value) {
  write_json_from(out, type_of<T>(), &value);
}

// {"code":"quantity_too_large","path":"lines[2].quantity","params":{"max":"9999"}}
void write_error(std::string& out, const Error& error);

// A quoted and escaped JSON string.
void write_text(std::string& out, std::string_view text);

// The limits alone, for JSON of any shape: size, UTF-8, depth, grammar, duplicate and forbidden
// keys.
Status scan_json(std::string_view text, std::size_t max_bytes = limits::kJsonBytes);

}  // namespace sealcart
