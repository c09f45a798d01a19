#include "sealcart/validate/tax_id.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "validate/characters.h"
#include "validate/id_pattern.h"
#include "validate/person_id.h"

namespace sealcart {
namespace {

struct PersonRow {
  char country[3];
  const char* pattern;
  bool (*is_good)(std::string_view id, std::int64_t this_year);
};
constexpr PersonRow kPersonRows[] = {
    {"AR", "###########|##-########-#", person_id::argentina},
    {"AT", "#########|##-###/####", person_id::austria},
    {"BE", "###########|##.##.##-###.##", person_id::belgium},
    {"BG", "##########", person_id::bulgaria},
    {"BR", "###########|###.###.###-##|************##|##.###.###/####-##", person_id::brazil},
    {"CA", "#########|###-###-###|### ### ###", person_id::austria},
    {"CY", "[09]#######@", person_id::cyprus},
    {"CZ", "######/?####?", person_id::czechia},
    {"DE", "[123456789]##########", person_id::germany},
    {"DK", "######-?####", person_id::denmark},
    {"EE", "[123456]##########", person_id::estonia},
    {"ES", "#?#?#?#?#?#?#?#?[ABCDEFGHJKLMNPQRSTVWXYZ]|[XYZKLM]#######[ABCDEFGHJKLMNPQRSTVWXYZ]",
     person_id::spain},
    {"FI", "######[-+A]###*", person_id::finland},
    {"FR", "[0123]############|[0123]# ## ### ### ###", person_id::france},
    {"GB", "##########|[ABCEGHJKLMNOPRSTWXYZ][ABCEGHJKLMNPRSTWXYZ]######[ABCD ]",
     person_id::united_kingdom},
    {"GR", "[01234789]########", person_id::greece},
    {"HR", "###########", person_id::croatia},
    {"HU", "8#########", person_id::hungary},
    {"IE", "#######[ABCDEFGHIJKLMNOPQRSTUVW][ABCDEFGHIW]?", person_id::ireland},
    {"IN", "@@@[ABCFGHJLPT]@####@", person_id::india},
    {"IT",
     "@@@@@@[0123456789LMNPQRSTUV][0123456789LMNPQRSTUV][ABCDEHLMPRST][0123456789LMNPQRSTUV]"
     "[0123456789LMNPQRSTUV][ABCDEFGHILMZ][0123456789LMNPQRSTUV][0123456789LMNPQRSTUV]"
     "[0123456789LMNPQRSTUV]@",
     person_id::italy},
    {"LT", "[123456]##########", person_id::estonia},
    {"LU", "#############", person_id::luxembourg},
    {"LV", "######-?#####", person_id::latvia},
    {"MT",
     "####?#?#?#?[APMGLHBZ]|11#######|22#######|33#######|44#######|55#######|66#######|"
     "77#######|88#######",
     person_id::any},
    {"NL", "#########", person_id::netherlands},
    {"PL", "###########?", person_id::poland},
    {"PT", "#########", person_id::portugal},
    {"RO", "#############", person_id::romania},
    {"SE", "######[-+]?####|########[-+]?####", person_id::sweden},
    {"SI", "[123456789]#######", person_id::slovenia},
    {"SK", "######/?####?", person_id::slovakia},
    {"UA", "##########", person_id::ukraine},
    {"US", "##[- ]?#######", person_id::united_states},
};

const PersonRow* find_person_row(std::string_view country) {
  if (country == "EL") country = "GR";
  const auto* row = std::ranges::find_if(
      kPersonRows, [&](const PersonRow& r) { return std::string_view(r.country, 2) == country; });
  return row == std::end(kPersonRows) ? nullptr : row;
}

// The id without the separators people write, in capitals.
std::string bare_tax_id(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (is_ascii_digit(c) || is_ascii_letter(c)) out += upper_ascii(c);
  }
  return out;
}

// Good with the prefix of another country: asked first, since in some countries two letters may
// begin an id (in France, "DE136695976").
bool is_foreign_vat_id(std::string_view country, std::string_view text) {
  const std::string_view lead = text.substr(0, 2);
  if (lead == country || (lead == "EL" && country == "GR")) return false;
  return has_vat_ids(lead) && is_vat_id(lead, text) && has_vat_check(lead, text);
}

void refuse_foreign(std::string_view path, std::string_view text, std::string_view country,
                    Findings& out) {
  const std::string_view lead = text.substr(0, 2);
  out.error(path, ErrorCode::tax_id_country_mismatch)
      .with("country", lead == "EL" ? "GR" : lead)
      .with("expected", country);
}

}  // namespace

bool has_person_ids(std::string_view country) { return find_person_row(country) != nullptr; }

bool is_person_id(std::string_view country, std::string_view text, const CivilDate& today) {
  const PersonRow* row = find_person_row(country);
  return row && text.size() <= limits::kBankIdBytes && fits_pattern(text, row->pattern) &&
         row->is_good(text, today.year);
}

void check_tax_id(std::string_view path, std::string_view text, std::string_view country,
                  const CivilDate& today, Findings& out) {
  text = trim_html(text);
  if (text.empty() || is_too_long(path, text, limits::kBankIdBytes, out)) return;
  if (!has_vat_ids(country) && !has_person_ids(country)) {
    out.error(path, ErrorCode::tax_id_country_unknown).with("country", country);
    return;
  }
  if (is_person_id(country, text, today)) return;
  if (is_foreign_vat_id(country, text)) return refuse_foreign(path, text, country, out);
  if (is_vat_id(country, text)) {
    if (has_vat_check(country, text)) return;
    out.warning(path, ErrorCode::tax_id_invalid).with("country", country);
    return;
  }
  std::string mended = bare_tax_id(text);
  if (is_foreign_vat_id(country, mended)) return refuse_foreign(path, mended, country, out);
  Finding& finding = out.error(path, ErrorCode::tax_id_invalid).with("country", country);
  if (is_person_id(country, mended, today) || is_vat_id(country, mended)) {
    finding.suggest(std::move(mended));
  }
}

}  // namespace sealcart
