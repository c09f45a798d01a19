#include "validate/email_typo.h"

#include <algorithm>

#include "validate/characters.h"

namespace sealcart {
namespace {

// Large mail providers of the languages this release speaks; short names are too near to others'.
constexpr std::string_view kSuggestedDomains[] = {
    "gmail.com",      "googlemail.com", "hotmail.com",  "outlook.com", "yahoo.com",
    "icloud.com",     "protonmail.com", "live.com",     "hotmail.it",  "libero.it",
    "outlook.it",     "virgilio.it",    "tiscali.it",   "yahoo.it",    "yandex.ru",
    "rambler.ru",     "outlook.com.br", "yahoo.com.br", "hotmail.fr",  "terra.com.br",
    "yahoo.co.uk",    "hotmail.co.uk",  "t-online.de",  "hotmail.de",  "yahoo.de",
    "btinternet.com", "comcast.net",
};
// Providers one slip away from those above.
constexpr std::string_view kKnownDomains[] = {
    "mail.com",       "ymail.com",  "email.com",  "gmail.co.uk", "yahoo.fr",
    "yahoo.es",       "hotmail.es", "live.de",    "live.it",     "live.fr",
    "yahoo.in",       "yahoo.ie",   "outlook.fr", "outlook.es",  "outlook.de",
    "rocketmail.com", "zmail.com",  "fmail.com",  "alive.com",   "olive.com",
};
// Ends of names that no registry gives out (IANA root zone), and what is meant.
constexpr struct {
  std::string_view wrong, meant;
} kTypedEnds[] = {
    {"con", "com"},  {"cmo", "com"},  {"ocm", "com"},  {"vom", "com"},  {"xom", "com"},
    {"cim", "com"},  {"cpm", "com"},  {"comm", "com"}, {"coom", "com"}, {"ccom", "com"},
    {"conm", "com"}, {"nte", "net"},  {"ner", "net"},  {"nett", "net"}, {"rog", "org"},
    {"ogr", "org"},  {"orgg", "org"},
};

bool same_domain_letter(char a, char b) { return upper_ascii(a) == upper_ascii(b); }

bool same_domain(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, same_domain_letter);
}

// One letter more, less, other, or two neighbours swapped (Damerau 1964), no more than that.
bool is_one_slip(std::string_view a, std::string_view b) {
  if (a.size() + 1 < b.size() || b.size() + 1 < a.size()) return false;
  while (!a.empty() && !b.empty() && same_domain_letter(a.front(), b.front())) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && !b.empty() && same_domain_letter(a.back(), b.back())) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  if (a.size() + b.size() == 1 || (a.size() == 1 && b.size() == 1)) return true;
  return a.size() == 2 && b.size() == 2 && same_domain_letter(a[0], b[1]) &&
         same_domain_letter(a[1], b[0]);
}

}  // namespace

void check_email_typo(std::string_view path, std::string_view address, Findings& out) {
  const std::size_t at = address.find('@') + 1;
  const std::string_view domain = address.substr(at);
  const auto is_domain = [domain](std::string_view name) { return same_domain(name, domain); };
  if (std::ranges::any_of(kSuggestedDomains, is_domain) ||
      std::ranges::any_of(kKnownDomains, is_domain))
    return;

  const auto say = [&](std::size_t kept, std::string_view meant) {
    std::string suggestion(address.substr(0, kept));
    suggestion += meant;
    out.warning(path, ErrorCode::email_typo).with("suggestion", suggestion).suggest(suggestion);
  };
  for (const std::string_view name : kSuggestedDomains) {
    if (is_one_slip(domain, name)) return say(at, name);
  }
  const std::size_t dot = domain.rfind('.');
  if (dot == domain.npos) return;
  for (const auto& end : kTypedEnds) {
    if (same_domain(domain.substr(dot + 1), end.wrong)) return say(at + dot + 1, end.meant);
  }
}

}  // namespace sealcart
