// Names of types, members and enumerators as the compiler knows them, at compile time.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace sealcart::details {

template <auto Value>
consteval std::string_view spelled() {
  return __PRETTY_FUNCTION__;
}
template <class Type>
consteval std::string_view spelled() {
  return __PRETTY_FUNCTION__;
}

consteval bool is_digit(char c) { return c >= '0' && c <= '9'; }
consteval bool is_identifier_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_';
}

// "… [with auto Value = &sealcart::TaxRate::rate_ppm; …]" → "rate_ppm"
consteval std::string_view last_identifier(std::string_view signature, std::string_view marker) {
  std::string_view value = signature.substr(signature.find(marker) + marker.size());
  value = value.substr(0, value.find_first_of(";]"));
  std::size_t first = value.size();
  while (first > 0 && is_identifier_char(value[first - 1])) --first;
  return value.substr(first);
}

template <auto Value>
consteval std::string_view identifier_of() {
  return last_identifier(spelled<Value>(), "Value = ");
}
template <class Type>
consteval std::string_view identifier_of() {
  return last_identifier(spelled<Type>(), "Type = ");
}

// A number without an enumerator is spelled "(sealcart::TaxMode)7".
template <auto Value>
consteval bool is_enumerator() {
  return !is_digit(identifier_of<Value>()[0]);
}

consteval std::size_t camel_size(std::string_view snake) {
  std::size_t size = 0;
  for (const char c : snake) size += c != '_';
  return size;
}

// snake_case → camelCase, in storage of its own: the compiler's long spelling is not kept.
template <std::size_t Size>
consteval std::array<char, Size> camel_case(std::string_view snake) {
  std::array<char, Size> camel{};
  std::size_t at = 0;
  bool upper = false;
  for (const char c : snake) {
    if (c != '_') camel[at++] = upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    upper = c == '_';
  }
  return camel;
}

template <auto Value>
inline constexpr auto kWireChars =
    camel_case<camel_size(identifier_of<Value>())>(identifier_of<Value>());
template <class Type>
inline constexpr auto kTypeChars =
    camel_case<camel_size(identifier_of<Type>())>(identifier_of<Type>());

// Member rate_ppm → "ratePpm", enumerator half_up → "halfUp", struct TaxRate → "TaxRate".
template <auto Value>
inline constexpr std::string_view kWireName{kWireChars<Value>.data(), kWireChars<Value>.size()};
template <class Type>
inline constexpr std::string_view kTypeName{kTypeChars<Type>.data(), kTypeChars<Type>.size()};

}  // namespace sealcart::details
