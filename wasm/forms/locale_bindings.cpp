// Texts in the shopper's language, from the packs that are loaded: messages, labels, amounts,
// names of countries, and how an address is asked for.
#include <emscripten/bind.h>

#include <array>
#include <string_view>

#include "arena.h"
#include "forms/tables.h"
#include "sealcart/address_layout.h"
#include "sealcart/form.h"
#include "sealcart/label.h"

namespace {

using sealcart::Error;
using sealcart::ErrorCode;
using sealcart::Locale;
using sealcart::wasm::arena;
using sealcart::wasm::refused;
using sealcart::wasm::tables;
using sealcart::wasm::tell;

std::string_view text(unsigned length) { return arena().text(length); }

int missing(const char* pack) { return refused(Error(ErrorCode::pack_missing).with("pack", pack)); }

std::string_view cut(std::string_view& rest) {
  const std::size_t end = rest.find(sealcart::kValueSeparator);
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
  return part;
}

// code (US name US value)*
int message(unsigned length) {
  const Locale* locale = tables().locale();
  const auto* messages = tables().messages();
  if (locale == nullptr || messages == nullptr) return missing("messages");
  std::string_view rest = text(length);
  const std::string_view name = cut(rest);
  std::vector<sealcart::ErrorParam> params;
  while (!rest.empty() && params.size() < 16) {
    const std::string_view param = cut(rest);
    params.push_back({std::string(param), std::string(cut(rest))});
  }
  for (std::size_t i = 0; i < sealcart::kErrorCodes; ++i) {
    const auto code = static_cast<ErrorCode>(i);
    if (sealcart::error_name(code) != name) continue;
    arena().out = sealcart::format_message(code, params, *locale, *messages);
    return 0;
  }
  return refused(Error(ErrorCode::value_not_allowed, "code").with("allowed", "the list of codes"));
}

int label(unsigned length) {
  const auto* messages = tables().messages();
  if (messages == nullptr) return missing("messages");
  const auto key = sealcart::find_label(text(length));
  arena().out = key ? sealcart::label_text(*key, *messages) : std::string_view();
  return 0;
}

int address_layout(unsigned length) {
  const auto loaded = tables().tables();
  if (loaded.addresses == nullptr) return missing("address");
  const std::string country(text(length).substr(0, 2));
  return tell(sealcart::layout_of(country, *loaded.addresses, loaded.regions));
}

int country_name(unsigned length) {
  const Locale* locale = tables().locale();
  if (locale == nullptr) return missing("locale");
  arena().out = sealcart::country_name(text(length), *locale);
  return 0;
}

bool right_to_left() {
  const Locale* locale = tables().locale();
  return locale != nullptr && locale->right_to_left;
}

int format_money(double minor, unsigned length) {
  const Locale* locale = tables().locale();
  if (locale == nullptr) return missing("locale");
  const auto currency = sealcart::find_currency(text(length));
  if (!currency) return refused(Error(ErrorCode::currency_unknown, "currency"));
  arena().out = sealcart::format_money(static_cast<std::int64_t>(minor), *currency, *locale);
  return 0;
}

int format_number(double number) {
  const Locale* locale = tables().locale();
  if (locale == nullptr) return missing("locale");
  arena().out = sealcart::format_number(static_cast<std::int64_t>(number), *locale);
  return 0;
}

int format_percent(int ppm) {
  const Locale* locale = tables().locale();
  if (locale == nullptr) return missing("locale");
  arena().out = sealcart::format_percent(ppm, *locale);
  return 0;
}

}  // namespace

EMSCRIPTEN_BINDINGS(sealcart_locale) {
  emscripten::function("message", &message);
  emscripten::function("label", &label);
  emscripten::function("addressLayout", &address_layout);
  emscripten::function("countryName", &country_name);
  emscripten::function("rightToLeft", &right_to_left);
  emscripten::function("formatMoney", &format_money);
  emscripten::function("formatNumber", &format_number);
  emscripten::function("formatPercent", &format_percent);
}
