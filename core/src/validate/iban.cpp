#include "sealcart/validate/iban.h"

#include <algorithm>
#include <iterator>

#include "validate/characters.h"

namespace sealcart {
namespace {

// What follows country and check digits: counts of n digits, a capital letters, c either.
struct IbanRow {
  char country[3];
  char structure[12];
};
constexpr IbanRow kIbanRows[] = {
#define SEALCART_IBAN(country, structure) {#country, #structure},
#include "../data/iban.inc"
#undef SEALCART_IBAN
};

constexpr std::size_t kHeadSize = 4;  // country and check digits

const IbanRow* find_iban_row(std::string_view country) {
  const auto* row = std::ranges::lower_bound(
      kIbanRows, country, {}, [](const IbanRow& r) { return std::string_view(r.country, 2); });
  if (row == std::end(kIbanRows) || std::string_view(row->country, 2) != country) return nullptr;
  return row;
}

// Calls part(count, class) for each part of a structure.
template <class Part>
void for_each_part(const IbanRow& row, Part part) {
  std::size_t count = 0;
  for (const char* at = row.structure; *at != '\0'; ++at) {
    if (is_ascii_digit(*at)) {
      count = count * 10 + static_cast<std::size_t>(*at - '0');
    } else {
      part(count, *at);
      count = 0;
    }
  }
}

std::size_t iban_length_of(const IbanRow& row) {
  std::size_t length = kHeadSize;
  for_each_part(row, [&](std::size_t count, char) { length += count; });
  return length;
}

bool is_of_iban_class(char c, char kind) {
  return (kind != 'a' && is_ascii_digit(c)) || (kind != 'n' && is_ascii_letter(c));
}

bool fits_structure(std::string_view iban, const IbanRow& row) {
  if (!is_ascii_digit(iban[2]) || !is_ascii_digit(iban[3])) return false;
  std::size_t at = kHeadSize;
  bool fits = true;
  for_each_part(row, [&](std::size_t count, char kind) {
    for (; count > 0; --count) fits = is_of_iban_class(iban[at++], kind) && fits;
  });
  return fits;
}

// ISO 7064, MOD 97-10, with the first four characters moved to the end and A as 10.
std::uint32_t remainder_97(std::string_view iban) {
  std::uint32_t rest = 0;
  for (std::size_t i = 0; i < iban.size(); ++i) {
    const char c = iban[(i + kHeadSize) % iban.size()];
    rest = is_ascii_digit(c) ? rest * 10 + static_cast<std::uint32_t>(c - '0')
                             : rest * 100 + static_cast<std::uint32_t>(c - 'A' + 10);
    rest %= 97;
  }
  return rest;
}

// Capitals without blanks and hyphens; no more than the longest IBAN and one.
struct BareIban {
  char bytes[35];
  std::size_t size = 0;

  explicit BareIban(std::string_view text) {
    for (const char c : text) {
      if (c == ' ' || c == '-') continue;
      if (size == sizeof bytes) return;
      bytes[size++] = upper_ascii(c);
    }
  }
  std::string_view text() const { return {bytes, size}; }
};

bool has_good_check(std::string_view iban, const IbanRow& row) {
  const std::string_view check = iban.substr(2, 2);
  // 00, 01 and 99 leave the same remainders as 97, 98 and 02, and are never issued.
  return fits_structure(iban, row) && check >= "02" && check <= "98" && remainder_97(iban) == 1;
}

}  // namespace

std::size_t iban_length(std::string_view country) {
  const IbanRow* row = find_iban_row(country);
  return row ? iban_length_of(*row) : 0;
}

bool is_iban(std::string_view text) {
  text = trim_html(text);
  if (text.size() > limits::kBankIdBytes) return false;
  const BareIban iban(text);
  const IbanRow* row = find_iban_row(iban.text().substr(0, 2));
  return row && iban.size == iban_length_of(*row) && has_good_check(iban.text(), *row);
}

std::string iban_display(std::string_view text) {
  text = trim_html(text).substr(0, limits::kBankIdBytes);
  std::string out;
  for (const char c : text) {
    if (c == ' ' || c == '-') continue;
    if (!is_ascii_letter(c) && !is_ascii_digit(c)) return out;  // no character is cut in two
    if (out.size() % 5 == 4) out += ' ';
    out += upper_ascii(c);
  }
  return out;
}

void check_iban(std::string_view path, std::string_view text, Findings& out) {
  text = trim_html(text);
  if (text.empty() || is_too_long(path, text, limits::kBankIdBytes, out)) return;
  const BareIban iban(text);
  const std::string_view country = iban.text().substr(0, 2);
  if (country.size() < 2 || !is_ascii_letter(country[0]) || !is_ascii_letter(country[1])) {
    out.error(path, ErrorCode::iban_invalid);
    return;
  }
  const IbanRow* row = find_iban_row(country);
  if (!row) {
    out.error(path, ErrorCode::iban_country_unknown).with("country", country);
  } else if (iban.size != iban_length_of(*row)) {
    out.error(path, ErrorCode::iban_length)
        .with("country", country)
        .with("expected", static_cast<std::int64_t>(iban_length_of(*row)));
  } else if (!has_good_check(iban.text(), *row)) {
    out.error(path, ErrorCode::iban_invalid);
  }
}

}  // namespace sealcart
