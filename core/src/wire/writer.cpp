// Writes described types as canonical JSON.
#include <array>
#include <charconv>

#include "sealcart/ids.h"
#include "sealcart/wire.h"

namespace sealcart {
namespace {

void write_integer(std::string& out, std::int64_t value) {
  std::array<char, 20> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out.append(digits.data(), end);
}

// The names of fields, enumerators, codes and parameters need no escape.
void write_name(std::string& out, std::string_view name) {
  out += '"';
  out += name;
  out += '"';
}

void write_value(std::string& out, const FieldInfo& field, const void* at) {
  switch (field.kind) {
    case Kind::boolean:
      out += *static_cast<const bool*>(at) ? "true" : "false";
      break;
    case Kind::int32:
      write_integer(out, *static_cast<const std::int32_t*>(at));
      break;
    case Kind::int64:
      write_integer(out, *static_cast<const std::int64_t*>(at));
      break;
    case Kind::text:
      write_text(out, *static_cast<const std::string*>(at));
      break;
    case Kind::id128:
      write_name(out, to_hex(*static_cast<const std::array<std::uint8_t, 16>*>(at)));
      break;
    case Kind::enumeration:
      write_name(out, field.names->values[*static_cast<const std::uint8_t*>(at)]);
      break;
    case Kind::object:
      write_json_from(out, *field.object, at);
      break;
  }
}

const std::string& text_of(const FieldInfo& field, const void* object) {
  return *static_cast<const std::string*>(field.member(const_cast<void*>(object)));
}

void write_list(std::string& out, const FieldInfo& field, const void* list) {
  out += field.keyed ? '{' : '[';
  const std::size_t size = field.list->size(list);
  for (std::size_t i = 0; i < size; ++i) {
    if (i > 0) out += ',';
    const void* element = field.list->at(list, i);
    if (field.keyed) {
      write_text(out, text_of(field.object->fields[0], element));
      out += ':';
      write_text(out, text_of(field.object->fields[1], element));
    } else {
      write_value(out, field, element);
    }
  }
  out += field.keyed ? '}' : ']';
}

// The letter of a two-character escape, or 0.
char short_escape(char c) {
  switch (c) {
    case '"':
    case '\\':
      return c;
    case '\b':
      return 'b';
    case '\f':
      return 'f';
    case '\n':
      return 'n';
    case '\r':
      return 'r';
    case '\t':
      return 't';
    default:
      return 0;
  }
}

}  // namespace

void write_json_from(std::string& out, const TypeInfo& type, const void* object) {
  char separator = '{';
  for (const FieldInfo& field : type.fields) {
    const void* at = field.member(const_cast<void*>(object));  // only its address is taken
    if (field.maybe) at = field.maybe->get(at);
    if (!at) continue;
    out += separator;
    separator = ',';
    write_name(out, field.name);
    out += ':';
    field.list ? write_list(out, field, at) : write_value(out, field, at);
  }
  if (separator == '{') out += '{';
  out += '}';
}

void write_text(std::string& out, std::string_view text) {
  constexpr std::string_view kHexDigits = "0123456789abcdef";
  out += '"';
  std::size_t copied = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const char letter = short_escape(text[i]);
    if (!letter && byte >= 0x20) continue;
    out.append(text, copied, i - copied);
    copied = i + 1;
    out += '\\';
    if (letter) {
      out += letter;
    } else {
      out += "u00";
      out += kHexDigits[byte >> 4];
      out += kHexDigits[byte & 15];
    }
  }
  out.append(text, copied);
  out += '"';
}

void write_error(std::string& out, const Error& error) {
  out += "{\"code\":";
  write_name(out, error_name(error.code));
  out += ",\"path\":";
  write_text(out, error.path);
  out += ",\"params\":{";
  bool first = true;
  for (const ErrorParam& param : error.params) {
    if (!first) out += ',';
    first = false;
    write_name(out, param.name);
    out += ':';
    write_text(out, param.value);
  }
  out += "}}";
}

}  // namespace sealcart
