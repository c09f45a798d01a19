#include "sealcart/address.h"

#include <array>
#include <cstdint>

namespace sealcart {
namespace {

constexpr std::string_view kCountries =
#include "../data/countries.inc"
    ;

constexpr bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
constexpr std::size_t letter(char c) { return static_cast<std::size_t>(c - 'A'); }

// By the first letter, a bit for each second one: asked at every key stroke of a form.
constexpr std::array<std::uint32_t, 26> kSecondLetters = [] {
  std::array<std::uint32_t, 26> letters{};
  for (std::size_t i = 0; i < kCountries.size(); i += 2) {
    letters[letter(kCountries[i])] |= std::uint32_t{1} << letter(kCountries[i + 1]);
  }
  return letters;
}();

}  // namespace

bool is_country(std::string_view code) {
  if (code.size() != 2 || !is_capital(code[0]) || !is_capital(code[1])) return false;
  return (kSecondLetters[letter(code[0])] >> letter(code[1]) & 1) != 0;
}

Destination destination_of(const Address& address) {
  return {address.country, address.region, address.postal_code};
}

}  // namespace sealcart
