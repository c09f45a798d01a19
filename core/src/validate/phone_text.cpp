#include "validate/phone_text.h"

#include <algorithm>

#include "utf8.h"
#include "validate/pattern.h"

namespace sealcart {
namespace {

constexpr bool phone_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool phone_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

constexpr bool phone_bracket(char c) {
  return c == ' ' || c == '-' || c == '(' || c == ')' || c == '.' || c == '/' || c == '[' ||
         c == ']';
}
constexpr bool phone_punctuation(char c) {
  return phone_bracket(c) || c == '~' || c == 'x' || c == '*';
}

// Signs beyond ASCII, from the lists of libphonenumber: separators, and the letters and marks that
// introduce an extension (the Russian "dob" in three control characters).
struct SignRange {
  char32_t first;
  char32_t last;
  char sign;
};
constexpr SignRange kSigns[] = {
    {0x00A0, 0x00A0, ' '},  {0x00AD, 0x00AD, ' '},  {0x00F3, 0x00F3, 'o'}, {0x0431, 0x0431, '\3'},
    {0x0434, 0x0434, '\1'}, {0x043E, 0x043E, '\2'}, {0x200B, 0x200B, ' '}, {0x2010, 0x2015, '-'},
    {0x2053, 0x2053, '~'},  {0x2060, 0x2060, ' '},  {0x2212, 0x2212, '-'}, {0x223C, 0x223C, '~'},
    {0x3000, 0x3000, ' '},  {0x30FC, 0x30FC, '-'},  {0xFF03, 0xFF03, '#'}, {0xFF08, 0xFF08, '('},
    {0xFF09, 0xFF09, ')'},  {0xFF0B, 0xFF0B, '+'},  {0xFF0D, 0xFF0D, '-'}, {0xFF0E, 0xFF0E, '.'},
    {0xFF0F, 0xFF0F, '/'},  {0xFF3B, 0xFF3B, '['},  {0xFF3D, 0xFF3D, ']'}, {0xFF45, 0xFF45, 'e'},
    {0xFF49, 0xFF49, 'i'},  {0xFF4E, 0xFF4E, 'n'},  {0xFF54, 0xFF54, 't'}, {0xFF58, 0xFF58, 'x'},
    {0xFF5E, 0xFF5E, '~'},
};

char32_t code_point(std::string_view character) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(character[i]); };
  switch (character.size()) {
    case 2:
      return static_cast<char32_t>((byte(0) & 0x1F) << 6 | (byte(1) & 0x3F));
    case 3:
      return static_cast<char32_t>((byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 |
                                   (byte(2) & 0x3F));
    default:
      return 0;
  }
}

char sign_of(std::string_view character) {
  const char32_t c = code_point(character);
  for (const char32_t zero : {U'\uFF10', U'\u0660', U'\u06F0'}) {
    if (c >= zero && c <= zero + 9) return static_cast<char>('0' + (c - zero));
  }
  for (const SignRange& range : kSigns) {
    if (c >= range.first && c <= range.last) return range.sign;
  }
  return '!';
}

// What may introduce an extension, up to the end of the text. The first sign of each is looked for
// before the pattern is tried.
constexpr std::string_view kExtension =
    ";\\e\\x\\t=[0-9]{1,20}|"
    "[ \t,]*(?:\\e?\\x\\t(?:\\e\\n\\s\\i\\o)?\\n?|\1\2\3|\\a\\n\\e\\x\\o)[:.]?[ "
    "\t,-]*[0-9]{1,20}#?|"
    "[ \t,]*(?:[x#~]|\\i\\n\\t)[:.]?[ \t,-]*[0-9]{1,9}#?|"
    "[- ]+[0-9]{1,6}#|"
    "[ \t]*(?:,,|;)[:.]?[ \t,-]*[0-9]{1,15}#?|"
    "[ \t]*,+[:.]?[ \t,-]*[0-9]{1,9}#?";

bool only_number(std::string_view number) {
  int digits = 0;
  std::size_t at = number.find_first_not_of('+');
  for (; at < number.size() && digits < 3; ++at) {
    if (phone_digit(number[at])) {
      ++digits;
    } else if (!phone_punctuation(number[at])) {
      return false;
    }
  }
  if (digits < 3) return number.size() == 2 && phone_digit(number[0]) && phone_digit(number[1]);
  for (; at < number.size(); ++at) {
    const char c = number[at];
    if (!phone_digit(c) && !phone_letter(c) && !phone_punctuation(c)) {
      return false;
    }
  }
  return true;
}

// From the first digit or +, without what can't end a number, up to a second number.
std::string_view number_within(std::string_view signs) {
  const std::size_t start = signs.find_first_of("+0123456789");
  if (start == std::string_view::npos) return {};
  signs.remove_prefix(start);
  while (!phone_digit(signs.back()) && !phone_letter(signs.back()) && signs.back() != '#' &&
         signs.size() > 1) {
    signs.remove_suffix(1);
  }
  for (std::size_t at = 0; at < signs.size(); ++at) {
    if (signs[at] != '/' && signs[at] != '\\') continue;
    const std::size_t next = signs.find_first_not_of(' ', at + 1);
    if (next != std::string_view::npos && signs[next] == 'x') return signs.substr(0, at);
  }
  return signs;
}

}  // namespace

PhoneText::PhoneText(std::string_view text) {
  if (text.size() > limits::kPhoneBytes) return;
  while (!text.empty()) {
    const std::size_t bytes = utf8_character(text);
    const std::string_view character = text.substr(0, bytes == 0 ? 1 : bytes);
    text.remove_prefix(character.size());
    if (bytes == 1) {
      signs_[size_++] = character[0] < ' ' && character[0] != '\t' ? '!' : character[0];
    } else if (character != "\u0301") {  // the accent of "extensió", written apart
      signs_[size_++] = bytes == 0 ? '!' : sign_of(character);
    }
  }
}

PhoneParts phone_parts(std::string_view signs) {
  const std::string_view whole = number_within(signs.substr(0, signs.find(";isub=")));
  PhoneParts parts;
  const auto plain = [](char c) { return phone_digit(c) || phone_bracket(c) || c == '+'; };
  if (std::ranges::all_of(whole, plain)) {
    if (only_number(whole)) parts.number = whole;
    return parts;
  }
  std::array<char, limits::kPhoneBytes> lower;
  std::ranges::transform(whole, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 'a' - 'A') : c;
  });
  for (std::size_t at = 1; at < whole.size(); ++at) {
    if (phone_digit(lower[at])) continue;  // no extension begins with a digit
    const std::string_view rest(lower.data() + at, whole.size() - at);
    if (!matches_whole(kExtension, rest) || !only_number(whole.substr(0, at))) continue;
    parts.number = whole.substr(0, at);
    const std::size_t end = whole.find_last_of("0123456789");
    std::size_t begin = end;
    while (begin > at && phone_digit(whole[begin - 1])) --begin;
    parts.extension = whole.substr(begin, end + 1 - begin);
    return parts;
  }
  if (only_number(whole)) parts.number = whole;
  return parts;
}

std::string_view phone_digits(std::string_view number, std::span<char> room) {
  constexpr std::string_view kKeys = "22233344455566677778889999";
  const bool words = std::ranges::count_if(number, phone_letter) >= 3;
  std::size_t size = 0;
  for (const char c : number) {
    if (phone_digit(c)) {
      room[size++] = c;
    } else if (words && phone_letter(c)) {
      room[size++] = kKeys[static_cast<std::size_t>((c | 0x20) - 'a')];
    }
  }
  return {room.data(), size};
}

}  // namespace sealcart
