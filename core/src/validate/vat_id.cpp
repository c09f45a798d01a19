#include <algorithm>
#include <iterator>

#include "sealcart/validate/tax_id.h"
#include "validate/characters.h"
#include "validate/check_digits.h"
#include "validate/id_pattern.h"

namespace sealcart {
namespace {

// How the last digits follow from the others:
//   zero  the weighted sum of all digits is 0 in the modulus; abn: after 1 is taken off the first
//   ten   the weighted sum of all but the last is the last one, a 10 counts as 0
//   ten_up  what is missing to the modulus is the last one, 10 and 11 count as 0
enum class VatCheck : std::uint8_t { none, zero, abn, ten, ten_up, luhn, mod_11_10 };

struct VatRow {
  char country[3];
  const char* pattern;
  bool check_decides;
  VatCheck check;
  std::uint8_t modulus;
  std::uint8_t weights[13];  // 0 after the last
};
constexpr VatRow kVatRows[] = {
#define SEALCART_VAT(country, pattern, decides, check, modulus, ...) \
  {#country, pattern, decides, VatCheck::check, modulus, {__VA_ARGS__}},
#include "../data/vat_ids.inc"
#undef SEALCART_VAT
};

const VatRow* find_vat_row(std::string_view country) {
  if (country == "EL") country = "GR";
  const auto* row = std::ranges::lower_bound(
      kVatRows, country, {}, [](const VatRow& r) { return std::string_view(r.country, 2); });
  if (row == std::end(kVatRows) || std::string_view(row->country, 2) != country) return nullptr;
  return row;
}

bool starts_with_letters(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() &&
         std::ranges::equal(text.substr(0, prefix.size()), prefix,
                            [](char a, char b) { return upper_ascii(a) == b; });
}

std::string_view without_prefix(std::string_view text, std::string_view country) {
  if (country == "GR") country = "EL";
  if (country == "CH") {
    if (!starts_with_letters(text, "CHE")) return text;
    text.remove_prefix(3);
    if (text.starts_with('-') || text.starts_with(' ')) text.remove_prefix(1);
    return text;
  }
  constexpr std::string_view kUnp = "УНП ";  // of Belarus
  if (country == "BY" && text.starts_with(kUnp)) return text.substr(kUnp.size());
  return starts_with_letters(text, country) ? text.substr(2) : text;
}

bool passes_weights(const IdDigits& id, const VatRow& row) {
  const auto count = static_cast<std::size_t>(std::ranges::find(row.weights, std::uint8_t{0}) -
                                              std::begin(row.weights));
  if (id.size != count) return true;  // another kind of id of this country, without a known check
  int sum = 0;
  for (std::size_t i = 0; i + 1 < count; ++i) sum += row.weights[i] * id[i];
  const int last = id[count - 1];
  const int rest = sum % row.modulus;
  if (row.check == VatCheck::ten) return rest % 10 == last;
  const int missing = row.modulus - rest;
  if (row.check == VatCheck::ten_up) return (missing > 9 ? 0 : missing) == last;
  sum += row.weights[count - 1] * last;
  if (row.check == VatCheck::abn) sum -= row.weights[0];
  return sum % row.modulus == 0;
}

bool passes_check(std::string_view text, const VatRow& row) {
  const IdDigits id(text);
  switch (row.check) {
    case VatCheck::none:
      return true;
    case VatCheck::luhn:
      return passes_luhn(id, std::min<std::size_t>(id.size, 11 - (id.size > 11)));
    case VatCheck::mod_11_10:
      return passes_mod_11_10(id);
    default:
      return passes_weights(id, row);
  }
}

}  // namespace

bool has_vat_ids(std::string_view country) { return find_vat_row(country) != nullptr; }

bool is_vat_id(std::string_view country, std::string_view text) {
  const VatRow* row = find_vat_row(country);
  if (!row || text.size() > limits::kBankIdBytes) return false;
  const std::string_view pattern = row->pattern;
  const std::string_view bare = without_prefix(text, row->country);
  if (!fits_pattern(bare, pattern) && !fits_pattern(text, pattern)) return false;
  return !row->check_decides || passes_check(text, *row);
}

bool has_vat_check(std::string_view country, std::string_view text) {
  const VatRow* row = find_vat_row(country);
  return !row || passes_check(text, *row);
}

}  // namespace sealcart
