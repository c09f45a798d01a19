// Any text in any field: checked without harm, and what a check suggests it accepts itself.
#include <algorithm>
#include <cstdlib>
#include <string>

#include "fields/support/packs.h"
#include "sealcart/validate/address.h"
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

std::string_view next_field(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  const std::string_view field = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return field;
}

constexpr AddressPaths kFuzzPaths{.city = "city", .region = "region", .postal_code = "postalCode"};

Findings findings_in(const PostalAddress& address, const AddressTables& tables) {
  Findings findings;
  check_address(address, kFuzzPaths, tables, findings);
  const AddressCountry country = tables.countries.country(address.country);
  address_layout(country);
  format_address(address, country, AddressScript::latin);
  return findings;
}

// The first two bytes choose the country; then one field a line.
void check_postal_address(std::string_view text, const AddressTables& tables) {
  PostalAddress address;
  address.country = text.substr(0, 2);
  text.remove_prefix(address.country.size());
  for (std::string_view* field :
       {&address.region, &address.postal_code, &address.city, &address.district, &address.line1,
        &address.line2, &address.organization, &address.sorting_code, &address.name}) {
    *field = next_field(text);
  }
  const Findings findings = findings_in(address, tables);
  for (const Finding& finding : findings.all()) {
    if (finding.suggestion.empty()) continue;
    PostalAddress mended = address;
    if (finding.path == "postalCode") mended.postal_code = finding.suggestion;
    if (finding.path == "region") mended.region = finding.suggestion;
    if (finding.path == "city") mended.city = finding.suggestion;
    const Findings again = findings_in(mended, tables);
    for (const Finding& one : again.all()) {
      demand(one.path.empty() || one.path != finding.path || one.code != finding.code);
    }
  }
}

// With the packs that ship, and with a table that is fuzz itself.
void check_addresses(std::string_view text) {
  static const std::string packs[] = {pack_bytes("address"), pack_bytes("regions"),
                                      pack_bytes("places-HK")};
  static const AddressTable countries = *AddressTable::read(packs[0]);
  static const RegionTable regions = *RegionTable::read(packs[1]);
  static const PlaceTable places = *PlaceTable::read(packs[2]);
  check_postal_address(text, {countries, &regions, &places});

  const std::string table = "sealcart-pack address 1 x\nZZ\t" + std::string(text) + "\n";
  const auto any = AddressTable::read(table);
  if (!any) return;
  for (const std::string_view code : any->countries()) {
    findings_in({.country = code, .city = text, .postal_code = text}, {*any});
  }
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
  check_addresses(text);
  return 0;
}
