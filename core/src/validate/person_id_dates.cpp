// Ids that begin with the day of birth.
#include <cstdint>

#include "sealcart/calendar.h"
#include "validate/check_digits.h"
#include "validate/person_id.h"

namespace sealcart::person_id {
namespace {

int pair(const IdDigits& id, std::size_t at) { return id[at] * 10 + id[at + 1]; }

}  // namespace

bool is_day(std::int64_t year, int month, int day) {
  return month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month);
}

// EGN: the month tells the century; weights 2, 4, 8, ... modulo 11.
bool bulgaria(std::string_view text, std::int64_t) {
  const IdDigits id(text);
  const int month = pair(id, 2);
  const int century = month > 40 ? 2000 : month > 20 ? 1800 : 1900;
  const int shift = month > 40 ? 40 : month > 20 ? 20 : 0;
  if (!is_day(century + pair(id, 0), month - shift, pair(id, 4))) return false;
  return id.weighted({2, 4, 8, 5, 10, 9, 7, 3, 6}) % 11 % 10 == id[9];
}

// Rodné číslo: women have 50 more in the month, and since 2004 a full series 20 more. Before 1954
// it had nine digits and no check; until 1985 a remainder of 10 was written 0.
bool czechia(std::string_view text, std::int64_t) {
  const IdDigits id(text);
  const int short_year = pair(id, 0);
  if (id.size == 9 && (short_year > 53 || id.number(6, 3) == 0)) return false;
  const int year = short_year + (id.size == 10 && short_year < 54 ? 2000 : 1900);
  int month = pair(id, 2) % 50;
  if (month > 20 && year >= 2004) month -= 20;
  if (!is_day(year, month, pair(id, 4))) return false;
  if (id.size == 9) return true;
  const auto rest = static_cast<int>(id.number(0, 9) % 11);
  return id[9] == rest || (rest == 10 && year < 1986 && id[9] == 0);
}

// Slovakia gives numbers without a meaning, of ten digits, beside the same birth numbers.
bool slovakia(std::string_view text, std::int64_t this_year) {
  return IdDigits(text).size == 10 || czechia(text, this_year);
}

// CPR: the seventh digit tells the century.
bool denmark(std::string_view text, std::int64_t) {
  const IdDigits id(text);
  const int year = pair(id, 4);
  int century = 1900;
  if (id[6] > 4 && id[6] < 9) {
    if (year >= 37 && year <= 57) return false;
    century = year < 37 ? 2000 : 1800;
  } else if (id[6] > 3) {
    century = year < 37 ? 2000 : 1900;
  }
  if (!is_day(century + year, pair(id, 2), pair(id, 0))) return false;
  return id.weighted({4, 3, 2, 7, 6, 5, 4, 3, 2, 1}) % 11 == 0;
}

// Isikukood, and Lithuania's asmens kodas: two rows of weights.
bool estonia(std::string_view text, std::int64_t) {
  const IdDigits id(text);
  const int year = 1800 + (id[0] - 1) / 2 * 100 + pair(id, 1);
  if (!is_day(year, pair(id, 3), pair(id, 5))) return false;
  int rest = id.weighted({1, 2, 3, 4, 5, 6, 7, 8, 9, 1}) % 11;
  if (rest == 10) rest = id.weighted({3, 4, 5, 6, 7, 8, 9, 1, 2, 3}) % 11;
  return rest % 10 == id[10];
}

// HETU: the sign tells the century, the last character is the rest by 31.
bool finland(std::string_view text, std::int64_t) {
  const IdDigits id(text.substr(0, 10));
  const int century = text[6] == '+' ? 1800 : text[6] == '-' ? 1900 : 2000;
  if (!is_day(century + pair(id, 4), pair(id, 2), pair(id, 0))) return false;
  constexpr std::string_view kCheck = "0123456789ABCDEFHJKLMNPRSTUVWXY";
  return kCheck[static_cast<std::size_t>(id.number(0, 9) % 31)] == text[10];
}

// Numéro national: born since 2000 when the check fits with a 2 before it. Month and day 0 are
// those of people whose birthday is not known.
bool belgium(std::string_view text, std::int64_t) {
  const IdDigits id(text);
  const bool unknown_day = id.number(2, 4) == 0;
  if (!unknown_day && !is_day(2000 + pair(id, 0), pair(id, 2), pair(id, 4))) return false;
  const std::int64_t body = id.number(0, 9);
  const std::int64_t check = id.number(9, 2);
  return check == 97 - body % 97 || check == 97 - (2'000'000'000 + body) % 97;
}

// Personas kods: those beginning with 32 (since 2017) hold no day and no check.
bool latvia(std::string_view text, std::int64_t) {
  const IdDigits id(text);
  if (pair(id, 0) == 32) return true;
  const int century = id[6] == 0 ? 1800 : id[6] == 1 ? 1900 : 2000;
  if (pair(id, 2) != 0 && !is_day(century + pair(id, 4), pair(id, 2), pair(id, 0))) return false;
  return (1101 - id.weighted({1, 6, 3, 7, 9, 10, 5, 8, 4, 2})) % 11 == id[10];
}

// Matricule: the day of birth, then one digit by Luhn and one by Verhoeff.
bool luxembourg(std::string_view text, std::int64_t) {
  const IdDigits id(text);
  const auto year = id.number(0, 4);
  return is_day(year, pair(id, 4), pair(id, 6)) && passes_luhn(id, 12) &&
         passes_verhoeff(id, 11, 12);
}

// CNP: the first digit tells the century.
bool romania(std::string_view text, std::int64_t) {
  const IdDigits id(text);
  if (id.number(0, 4) == 9000) return true;
  const int century = id[0] == 3 || id[0] == 4 ? 1800 : id[0] == 5 || id[0] == 6 ? 2000 : 1900;
  if (!is_day(century + pair(id, 1), pair(id, 3), pair(id, 5))) return false;
  const int rest = id.weighted({2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9}) % 11;
  return (rest == 10 ? 1 : rest) == id[12];
}

// NIP of ten digits, or PESEL, whose month tells the century.
bool poland(std::string_view text, std::int64_t) {
  const IdDigits id(text);
  if (id.size == 10) return id.weighted({6, 5, 7, 2, 3, 4, 5, 6, 7, -1}) % 11 == 0;
  constexpr int kCenturies[] = {1900, 2000, 2100, 2200, 1800};
  const int month = pair(id, 2);
  if (!is_day(kCenturies[month / 20] + pair(id, 0), month % 20, pair(id, 4))) return false;
  return id.weighted({1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1}) % 10 == 0;
}

// Personnummer; of a coordination number the day is 60 more. "+" since the hundredth birthday.
bool sweden(std::string_view text, std::int64_t this_year) {
  const IdDigits id(text);
  const bool full = id.size == 12;
  const std::size_t at = full ? 2 : 0;
  std::int64_t year = full ? id.number(0, 4) : 1900 + pair(id, 0);
  if (!full && text.find('+') == text.npos && year + 100 <= this_year) year += 100;
  int day = pair(id, at + 4);
  const bool coordination = day > 60;
  if (coordination) day -= 60;
  const bool old = text.find('+') != text.npos;
  if (old && !full && !coordination && this_year - year < 100) return false;
  if (!is_day(year, pair(id, at + 2), day)) return false;
  return passes_luhn(id, id.size) || (full && passes_luhn(IdDigits(text.substr(2)), 10));
}

}  // namespace sealcart::person_id
