#include "emit.h"
#include "sealcart/limits.h"

namespace sealcart::emit {

std::string kebab_case(std::string_view type_name) {
  std::string kebab;
  for (const char c : type_name) {
    const bool is_capital = c >= 'A' && c <= 'Z';
    if (is_capital && !kebab.empty()) kebab += '-';
    kebab += is_capital ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return kebab;
}

std::string camel_case(std::string_view snake) {
  std::string camel;
  bool upper = false;
  for (const char c : snake) {
    if (c != '_') camel += upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    upper = c == '_';
  }
  return camel;
}

std::string figure(std::int64_t value) {
  if (value == limits::kAmount) return "2^53-1";
  if (value == -limits::kAmount) return "-(2^53-1)";
  std::string digits = std::to_string(value);
  const std::size_t first = value < 0 ? 1 : 0;
  for (std::size_t at = digits.size(); at > first + 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

namespace {

std::string element_bounds(const FieldInfo& field) {
  switch (field.kind) {
    case Kind::int32:
    case Kind::int64:
      return figure(field.min) + " to " + figure(field.max);
    case Kind::text:
      if (field.min == field.max) return figure(field.max) + " bytes";
      if (field.min == 0) return "at most " + figure(field.max) + " bytes";
      return figure(field.min) + " to " + figure(field.max) + " bytes";
    case Kind::id128:
      return "32 lower-case hexadecimal digits";
    default:
      return "";
  }
}

}  // namespace

std::string bounds(const FieldInfo& field) {
  const std::string element = element_bounds(field);
  if (!field.list) return element;
  const std::string count = "at most " + figure(field.max_items) + " entries";
  return element.empty() ? count : count + " of " + element;
}

std::string in_quotes(std::string_view text) {
  const char quote = text.find('\'') == text.npos ? '\'' : '"';
  std::string out(1, quote);
  for (const char c : text) {
    if (c == quote || c == '\\') out += '\\';
    out += c;
  }
  return out + quote;
}

}  // namespace sealcart::emit
