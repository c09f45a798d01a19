// Any text in any field: checked without harm, and what a check suggests it accepts itself.
#include <cstdlib>
#include <string>

#include "sealcart/validate/card_details.h"
#include "sealcart/validate/date.h"
#include "sealcart/validate/email.h"
#include "sealcart/validate/iban.h"
#include "sealcart/validate/name.h"
#include "sealcart/validate/number.h"
#include "sealcart/validate/tax_id.h"
#include "sealcart/validate/text.h"

namespace {

using namespace sealcart;

constexpr CivilDate kFuzzToday{2026, 6, 15};

void demand(bool holds) {
  if (!holds) std::abort();
}

// The first two bytes choose the country.
void check_ids(std::string_view text) {
  if (text.size() < 2) return;
  const std::string_view country = text.substr(0, 2);
  text.remove_prefix(2);
  Findings findings;
  check_tax_id("id", text, country, kFuzzToday, findings);
  for (const Finding& finding : findings.all()) {
    if (finding.suggestion.empty()) continue;
    Findings again;
    check_tax_id("id", finding.suggestion, country, kFuzzToday, again);
    demand(!again.has_errors());
  }
}

void check_card(std::string_view text) {
  Findings findings;
  check_card_number("card", text, kAnyCardBrand, findings);
  check_card_expiry("expiry", text, kFuzzToday, findings);
  check_card_code("code", text, 4, findings);
  check_card_holder("holder", text, findings);
  const CardNumberState state = read_card_number(text);
  demand(state.potentially_valid || !state.valid);
  // Grouped for display it is the same number; what is no number is cut before its first sign.
  if (state.valid) demand(read_card_number(card_number_display(text)).valid);
  const CardExpiry expiry = read_card_expiry(text, kFuzzToday);
  demand(expiry.potentially_valid || !expiry.valid);
}

void check_others(std::string_view text) {
  Findings findings;
  check_email("email", text, findings);
  check_date("date", text, {}, findings);
  check_iban("iban", text, findings);
  check_name("name", text, NameKind::person, findings);
  check_name("company", text, NameKind::company, findings);
  check_number("number", text, -9, 9, findings);
  check_text("note", text, limits::kDescriptionBytes, findings);
  if (is_iban(text)) demand(is_iban(iban_display(text)));
  if (is_email(text)) demand(is_email(sanitised_email(text)));
  is_email_list(text);
}

void check_mended_quantity(std::string_view text) {
  const QuantityRule rule{6, 40, 6};
  Findings findings;
  check_quantity("quantity", text, rule, findings);
  for (const Finding& finding : findings.all()) {
    if (finding.suggestion.empty()) continue;
    Findings again;
    check_quantity("quantity", finding.suggestion, rule, again);
    demand(again.all().empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check_ids(text);
  check_card(text);
  check_others(text);
  check_mended_quantity(text);
  return 0;
}
