#include "sealcart/validate/email.h"

#include "validate/characters.h"
#include "validate/email_typo.h"

namespace sealcart {
namespace {

// atext of RFC 5322, 3.2.3, and the dot.
bool is_local_character(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) ||
         std::string_view(".!#$%&'*+/=?^_`{|}~-").find(c) != std::string_view::npos;
}

// A label of RFC 1034, 3.5: letters, digits and inner hyphens, at most 63.
bool is_domain_label(std::string_view label) {
  if (label.empty() || label.size() > 63) return false;
  if (label.front() == '-' || label.back() == '-') return false;
  for (const char c : label) {
    if (!is_ascii_letter(c) && !is_ascii_digit(c) && c != '-') return false;
  }
  return true;
}

// Line breaks are no blanks here: they are refused.
std::string_view trim_blanks(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\f'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string without_blanks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f') out += c;
  }
  return out;
}

}  // namespace

bool is_email(std::string_view text) {
  text = trim_blanks(text);
  if (text.size() > limits::kEmailBytes) return false;
  const std::size_t at = text.find('@');
  if (at == text.npos || at == 0) return false;
  for (const char c : text.substr(0, at)) {
    if (!is_local_character(c)) return false;
  }
  std::string_view domain = text.substr(at + 1);
  while (true) {
    const std::size_t dot = domain.find('.');
    if (!is_domain_label(domain.substr(0, dot))) return false;
    if (dot == domain.npos) return true;
    domain.remove_prefix(dot + 1);
  }
}

bool is_email_list(std::string_view text) {
  while (true) {
    const std::size_t comma = text.find(',');
    if (!is_email(text.substr(0, comma))) return false;
    if (comma == text.npos) return true;
    text.remove_prefix(comma + 1);
  }
}

std::string sanitised_email(std::string_view text, bool list) {
  std::string kept;
  for (const char c : text) {
    if (c != '\n' && c != '\r') kept += c;
  }
  std::string out;
  std::string_view rest = kept;
  while (list) {
    const std::size_t comma = rest.find(',');
    if (comma == rest.npos) break;
    out += trim_html(rest.substr(0, comma));
    out += ',';
    rest.remove_prefix(comma + 1);
  }
  return out += trim_html(rest);
}

void check_email(std::string_view path, std::string_view text, Findings& out) {
  const std::string_view bare = trim_html(text);
  if (bare.empty() || is_too_long(path, bare, limits::kEmailBytes, out)) return;
  if (is_email(text)) return check_email_typo(path, bare, out);
  std::string mended = without_blanks(bare);
  Finding& finding = out.error(path, ErrorCode::email_invalid);
  if (is_email(mended)) finding.suggest(std::move(mended));
}

}  // namespace sealcart
