// Filling in messages: one pass over the text, and one over the arm a number chooses.
#include "sealcart/message.h"

#include "pack_rows.h"
#include "utf8.h"

namespace sealcart {
namespace {

std::optional<std::int64_t> message_number(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (text.empty() || text.size() > 15) return std::nullopt;
  std::int64_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return negative ? -number : number;
}

std::string_view trim_blanks(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// Cuts what stands before the brace that closes an open one, and that brace.
std::string_view cut_braced(std::string_view& rest) {
  std::size_t depth = 1;
  std::size_t at = 0;
  for (; at < rest.size(); ++at) {
    if (rest[at] == '{') ++depth;
    if (rest[at] == '}' && --depth == 0) break;
  }
  const std::string_view inside = rest.substr(0, at);
  rest.remove_prefix(at < rest.size() ? at + 1 : at);
  return inside;
}

// The arm of this category, or that of `other`.
std::string_view arm_of(std::string_view arms, std::string_view category) {
  std::string_view other;
  while (!arms.empty()) {
    const std::string_view name = trim_blanks(cut_before(arms, '{'));
    const std::string_view arm = cut_braced(arms);
    if (name == category) return arm;
    if (name == "other") other = arm;
  }
  return other;
}

// A value of any script, kept from being reordered with a text that runs right to left.
std::string as_it_is(const std::string& value, const Locale& locale) {
  return locale.right_to_left ? "\u2068" + value + "\u2069" : value;
}

void append_placeholder(std::string& text, std::string_view inside,
                        std::span<const ErrorParam> params, const Locale& locale) {
  std::string_view rest = inside;
  const std::string_view name = trim_blanks(cut_before(rest, ','));
  const ErrorParam* given = nullptr;
  for (const ErrorParam& param : params) {
    if (param.name == name) given = &param;
  }
  const std::optional<std::int64_t> number =
      given == nullptr || rest.empty() ? std::nullopt : message_number(given->value);
  const std::string written = number             ? format_number(*number, locale)
                              : given == nullptr ? "{" + std::string(name) + "}"
                                                 : as_it_is(given->value, locale);
  if (trim_blanks(cut_before(rest, ',')) != "plural") {
    text += written;
    return;
  }
  const PluralCategory category = number ? plural_category(locale, *number) : PluralCategory::other;
  for (const char c : arm_of(rest, plural_name(category))) {
    if (c == '#') {
      text += written;
    } else {
      text += c;
    }
  }
}

}  // namespace

Result<MessageCatalogue> MessageCatalogue::read(std::string_view pack) {
  const bool whole = pack.starts_with("sealcart-pack messages-") && pack.ends_with('\n') &&
                     pack.size() <= limits::kPackBytes && utf8_prefix(pack) == pack.size();
  if (!whole) return refuse(Error(ErrorCode::pack_invalid).with("pack", "messages"));
  return MessageCatalogue{pack.substr(pack.find('\n'))};
}

std::string_view MessageCatalogue::text(ErrorCode code) const {
  return row_of(lines, error_name(code));
}

std::string format_message(ErrorCode code, std::span<const ErrorParam> params, const Locale& locale,
                           const MessageCatalogue& catalogue) {
  std::string_view rest = catalogue.text(code);
  std::string text;
  while (!rest.empty()) {
    const std::size_t open = rest.find('{');
    text += rest.substr(0, open);
    if (open == rest.npos) break;
    rest.remove_prefix(open + 1);
    append_placeholder(text, cut_braced(rest), params, locale);
  }
  return text;
}

}  // namespace sealcart
