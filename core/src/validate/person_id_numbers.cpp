// Ids that hold no day of birth, and the Italian one, which is letters.
#include <algorithm>
#include <cstdint>

#include "validate/characters.h"
#include "validate/check_digits.h"
#include "validate/person_id.h"

namespace sealcart::person_id {
namespace {

bool is_one_digit_repeated(const IdDigits& id) {
  return std::all_of(id.digits, id.digits + id.size,
                     [&](std::uint8_t digit) { return digit == id.digits[0]; });
}

// A to Z and 0 to 9 as CNPJ counts them, by their distance from 0 in ASCII.
int cnpj_value(char c) { return upper_ascii(c) - '0'; }

// The weights are 2 to 9 from the right, over and over.
char cnpj_check(std::string_view id, std::size_t size) {
  int sum = 0;
  for (std::size_t i = 0; i < size; ++i) {
    sum += cnpj_value(id[size - 1 - i]) * (2 + static_cast<int>(i % 8));
  }
  return static_cast<char>('0' + (sum % 11 < 2 ? 0 : 11 - sum % 11));
}

bool is_cnpj(std::string_view text) {
  char id[14];
  std::size_t size = 0;
  for (const char c : text) {
    if (is_ascii_digit(c) || is_ascii_letter(c)) id[size++] = c;
  }
  const std::string_view bare(id, size);
  if (bare.find_first_not_of(bare.front()) == bare.npos) return false;
  return id[12] == cnpj_check(bare, 12) && id[13] == cnpj_check(bare, 13);
}

int cpf_check(const IdDigits& id, std::size_t size) {
  int sum = 0;
  for (std::size_t i = 0; i < size; ++i) sum += id[i] * static_cast<int>(size + 1 - i);
  return sum * 10 % 11 % 10;
}

// Three letters of a name: its consonants, then its vowels, then X where it is shorter.
bool is_name_code(std::string_view letters) {
  bool after_vowel = false;
  bool after_filler = false;
  for (const char letter : letters) {
    const char c = upper_ascii(letter);
    const bool vowel = std::string_view("AEIOU").find(c) != std::string_view::npos;
    if ((after_vowel && !vowel && c != 'X') || (after_filler && c != 'X')) return false;
    after_filler = after_filler || (after_vowel && c == 'X');
    after_vowel = after_vowel || vowel;
  }
  return true;
}

}  // namespace

bool any(std::string_view, std::int64_t) { return true; }

// CUIT and CUIL: two digits for the kind of holder, eight, and a check digit.
bool argentina(std::string_view text, std::int64_t) {
  constexpr std::string_view kKinds = "20 23 24 25 26 27 30 33 34";
  return kKinds.find(text.substr(0, 2)) != kKinds.npos &&
         IdDigits(text).weighted({5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1}) % 11 == 0;
}

// Abgabenkontonummer; and Canada's SIN.
bool austria(std::string_view text, std::int64_t) { return passes_luhn(IdDigits(text), 9); }

// CPF of eleven digits, or CNPJ of fourteen characters, with letters since 2026.
bool brazil(std::string_view text, std::int64_t) {
  const IdDigits id(text);
  const bool has_letters = std::ranges::any_of(text, is_ascii_letter);
  if (has_letters || id.size != 11) return is_cnpj(text);
  if (is_one_digit_repeated(id)) return false;
  return cpf_check(id, 9) == id[9] && cpf_check(id, 10) == id[10];
}

// OIB.
bool croatia(std::string_view text, std::int64_t) { return passes_mod_11_10(IdDigits(text)); }

// Digits at odd places count by a table, the sum is a letter.
bool cyprus(std::string_view text, std::int64_t) {
  constexpr int kOdd[] = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21};
  const IdDigits id(text);
  int sum = 0;
  for (std::size_t i = 0; i < 8; ++i) sum += i % 2 == 0 ? kOdd[id[i]] : id[i];
  return 'A' + sum % 26 == upper_ascii(text[8]);
}

// Numéro SPI.
bool france(std::string_view text, std::int64_t) {
  const IdDigits id(text);
  return id.number(0, 10) % 511 == id.number(10, 3);
}

// Steuer-IdNr.: of the first ten digits exactly one comes twice or three times, and never three
// times in a row.
bool germany(std::string_view text, std::int64_t) {
  const IdDigits id(text);
  int counts[10] = {};
  for (std::size_t i = 0; i < 10; ++i) ++counts[id[i]];
  int repeated = 0;
  for (const int count : counts) {
    if (count > 3) return false;
    if (count > 1) ++repeated;
  }
  for (std::size_t i = 0; i + 2 < 10; ++i) {
    if (id[i] == id[i + 1] && id[i] == id[i + 2]) return false;
  }
  return repeated == 1 && passes_mod_11_10(id);
}

// AFM: the weights are powers of 2.
bool greece(std::string_view text, std::int64_t) {
  const IdDigits id(text);
  return id.weighted({256, 128, 64, 32, 16, 8, 4, 2}) % 11 % 10 == id[8];
}

// Adóazonosító jel.
bool hungary(std::string_view text, std::int64_t) {
  return IdDigits(text).weighted({1, 2, 3, 4, 5, 6, 7, 8, 9, -1}) % 11 == 0;
}

// PAN: 0000 is never given out.
bool india(std::string_view text, std::int64_t) { return text.substr(5, 4) != "0000"; }

// PPS number; a second letter counts 9 times, W as nothing.
bool ireland(std::string_view text, std::int64_t) {
  const IdDigits id(text);
  int sum = id.weighted({8, 7, 6, 5, 4, 3, 2});
  const char second = text.size() == 9 ? upper_ascii(text[8]) : 'W';
  if (second != 'W') sum += (second - 'A' + 1) * 9;
  return upper_ascii(text[7]) == "WABCDEFGHIJKLMNOPQRSTUV"[sum % 23];
}

// Codice fiscale (decree of 1976-12-23): letters of the names, day of birth, place, check letter.
// Where two persons would have one code digits are written as letters.
bool italy(std::string_view text, std::int64_t) {
  constexpr std::string_view kAsDigits = "LMNPQRSTUV";
  constexpr std::string_view kMonths = "ABCDEHLMPRST";
  constexpr int kOdd[] = {1,  0,  5, 7, 9, 13, 15, 17, 19, 21, 2,  4,  18,
                          20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23};
  const auto digit = [&](std::size_t i) {
    const char c = upper_ascii(text[i]);
    return is_ascii_digit(c) ? c - '0' : static_cast<int>(kAsDigits.find(c));
  };
  if (!is_name_code(text.substr(0, 3)) || !is_name_code(text.substr(3, 3))) return false;
  const auto month = static_cast<int>(kMonths.find(upper_ascii(text[8]))) + 1;
  const int day = digit(9) * 10 + digit(10);
  if (!is_day(2000 + digit(6) * 10 + digit(7), month, day > 40 ? day - 40 : day)) return false;
  if (digit(12) + digit(13) + digit(14) == 0) return false;
  int sum = 0;
  for (std::size_t i = 0; i < 15; ++i) {
    const char c = upper_ascii(text[i]);
    const int value = is_ascii_digit(c) ? c - '0' : c - 'A';
    sum += i % 2 == 0 ? kOdd[value] : value;
  }
  return 'A' + sum % 26 == upper_ascii(text[15]);
}

// BSN and RSIN.
bool netherlands(std::string_view text, std::int64_t) {
  return IdDigits(text).weighted({9, 8, 7, 6, 5, 4, 3, 2, -1}) % 11 == 0;
}

// NIF.
bool portugal(std::string_view text, std::int64_t) {
  const IdDigits id(text);
  const int missing = 11 - id.weighted({9, 8, 7, 6, 5, 4, 3, 2}) % 11;
  return (missing > 9 ? 0 : missing) == id[8];
}

// Davčna številka.
bool slovenia(std::string_view text, std::int64_t) {
  const IdDigits id(text);
  const int missing = 11 - id.weighted({8, 7, 6, 5, 4, 3, 2}) % 11;
  return (missing == 10 ? 0 : missing) == id[7];
}

// DNI, NIE: X, Y and Z begin it as 0, 1 and 2; K, L and M count as 0.
bool spain(std::string_view text, std::int64_t) {
  const IdDigits id(text);
  const char lead = upper_ascii(text.front());
  std::int64_t number = id.number(0, id.size);
  if (lead == 'Y') number += 10'000'000;
  if (lead == 'Z') number += 20'000'000;
  constexpr std::string_view kLetters = "TRWAGMYFPDXBNJZSQVHLCKE";
  return kLetters[static_cast<std::size_t>(number % 23)] == upper_ascii(text.back());
}

// RNOKPP.
bool ukraine(std::string_view text, std::int64_t) {
  const IdDigits id(text);
  return (id.weighted({10, 5, 7, 9, 4, 6, 10, 5, 7}) % 11) % 10 == id[9];
}

// UTR, or NINO, which never begins with these letters.
bool united_kingdom(std::string_view text, std::int64_t) {
  const char lead[] = {upper_ascii(text[0]), upper_ascii(text[1])};
  constexpr std::string_view kNever = "GB NK TN ZZ";
  return kNever.find(std::string_view(lead, 2)) == kNever.npos;
}

// EIN: the first two digits are those of an office of the IRS.
bool united_states(std::string_view text, std::int64_t) {
  constexpr std::string_view kNever = "00 07 08 09 17 18 19 28 29 49 69 70 78 79 89 96 97";
  return kNever.find(text.substr(0, 2)) == kNever.npos;
}

}  // namespace sealcart::person_id
