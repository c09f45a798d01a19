#include <array>

#include "sealcart/validate/address.h"
#include "validate/characters.h"
#include "validate/pattern.h"

namespace sealcart {
namespace {

constexpr char kNoPostalSign = '\x1F';  // in no pattern

// A character of the code as its pattern has it.
char postal_sign(std::uint32_t code) {
  if (digit_value(code) >= 0) return static_cast<char>('0' + digit_value(code));
  if (code >= 0xFF01 && code <= 0xFF5E) code -= 0xFF01 - '!';  // full-width
  if (code == 0xA0 || code == 0x202F || code == 0x3000) return ' ';
  if ((code >= 0x2010 && code <= 0x2015) || code == 0x2212 || code == 0x30FC) return '-';
  return code >= ' ' && code < 0x7F ? upper_ascii(static_cast<char>(code)) : kNoPostalSign;
}

bool is_postal_letter(char c) { return is_ascii_letter(c) || is_ascii_digit(c); }

// Signs of ASCII, capitals, without white space around. Too long a text has a sign of no pattern.
class PostalText {
 public:
  explicit PostalText(std::string_view text) {
    while (!text.empty() && size_ < signs_.size()) {
      const Character character = first_character(text);
      text.remove_prefix(character.size);
      const char sign =
          character.code == '\t' || character.code == '\n' ? ' ' : postal_sign(character.code);
      if (sign != ' ' || size_ > 0) signs_[size_++] = sign;
    }
    while (size_ > 0 && signs_[size_ - 1] == ' ') --size_;
    if (!trim_html(text).empty()) signs_[size_ - 1] = kNoPostalSign;
  }
  std::string_view text() const { return {signs_.data(), size_}; }
  bool is_clean() const { return text().find(kNoPostalSign) == std::string_view::npos; }
  std::string letters() const {
    std::string letters;
    for (const char c : text()) {
      if (is_postal_letter(c)) letters += c;
    }
    return letters;
  }

 private:
  std::array<char, 32> signs_{};
  std::size_t size_ = 0;
};

// `letters` with the separators of the example where it has them, counted from the end.
std::string with_separators(std::string_view letters, std::string_view example) {
  std::string reversed;
  std::size_t left = letters.size();
  for (std::size_t at = example.size(); left > 0; --left) {
    for (; at > 0 && !is_postal_letter(example[at - 1]); --at) {
      if (left < letters.size()) reversed += example[at - 1];
    }
    if (at > 0) --at;
    reversed += letters[left - 1];
  }
  return {reversed.rbegin(), reversed.rend()};
}

// The example's letters in front: "CP" of "CP 1101".
std::string_view prefix_of_example(std::string_view examples) {
  std::size_t size = 0;
  while (size < examples.size() && is_ascii_letter(examples[size])) ++size;
  return examples.substr(0, size);
}

// In the way of one of the examples; empty when no way makes it a code.
std::string as_exemplified(std::string_view letters, const AddressCountry& country) {
  for (std::string_view rest = country.examples; !rest.empty();) {
    const std::size_t comma = rest.find(',');
    std::string code = with_separators(letters, rest.substr(0, comma));
    if (matches_whole(country.postal_pattern, code)) return code;
    rest.remove_prefix(comma == rest.npos ? rest.size() : comma + 1);
  }
  return {};
}

}  // namespace

bool is_postal_code(std::string_view text, const AddressCountry& country) {
  return country.postal_pattern.empty() ||
         matches_whole(country.postal_pattern, PostalText(text).text());
}

std::string format_postal_code(std::string_view text, const AddressCountry& country) {
  const PostalText typed(text);
  const std::string letters = typed.letters();
  std::string as_it_is(trim_html(text));
  if (country.postal_pattern.empty() || !typed.is_clean() || letters.empty()) return as_it_is;
  const bool is_good = matches_whole(country.postal_pattern, typed.text());
  const std::string bare = letters.substr(prefix_of_example(letters).size());
  const std::string_view prefix = prefix_of_example(country.examples);
  const bool adds = !prefix.empty() && bare.size() == letters.size();
  for (const std::string& body : {letters, bare, adds ? std::string(prefix) + letters : ""}) {
    if (body.empty()) continue;
    std::string code = as_exemplified(body, country);
    if (!code.empty()) return code;
    if (is_good) return std::string(typed.text());
    if (matches_whole(country.postal_pattern, body)) return body;
  }
  return as_it_is;
}

bool is_postal_code_of_region(std::string_view text, const Region& region) {
  return region.postal_prefix.empty() ||
         match_prefix(region.postal_prefix, PostalText(text).text()).has_value();
}

}  // namespace sealcart
