// A field of a form, by what is meant to stand in it: one rule and one check for all kinds.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sealcart/describe.h"
#include "sealcart/finding.h"
#include "sealcart/limits.h"
#include "sealcart/validate/card.h"
#include "sealcart/validate/phone.h"

namespace sealcart {

class AddressTable;
class RegionTable;

enum class FieldKind : std::uint8_t {
  text,
  email,
  phone,
  person_name,
  company_name,
  address_line,
  city,
  region,
  postal_code,
  country,
  card_number,
  card_expiry,
  card_code,
  card_holder,
  iban,
  tax_id,
  quantity,
  number,
  date,
  choice,
  consent,  // a box to tick: filled means ticked
  code,     // of a fixed form, such as that of a gift card
};

// What a merchant can say of a field beside its kind. Zero and empty leave the kind's own bounds.
struct FieldRule {
  FieldKind kind = FieldKind::text;
  std::int64_t min = 0;  // of quantity, number; of date: a day number
  std::int64_t max = 0;  // the same; of text: bytes
  std::int32_t step = 1;
  std::vector<std::string> choices;  // of choice, country; of card_number: ids of brands
  // Of code: A a capital, 0 a digit, * either of both, every other character itself.
  std::string format;
  friend bool operator==(const FieldRule&, const FieldRule&) = default;
};

// Null: the pack is not loaded. What needs it is left unchecked then.
struct FieldTables {
  const PhoneTable* phones = nullptr;
  const AddressTable* addresses = nullptr;
  const RegionTable* regions = nullptr;
};

// What stands in other fields and in the calendar.
struct FieldContext {
  std::string_view country;  // ISO 3166-1 of the address the field belongs to; empty: not known
  std::string_view card_number;
  std::int64_t today = 0;  // day number
  FieldTables tables;
};

// Nothing for an empty field: whether it must be filled is the form's matter. Kinds and codes:
// text, address_line, city: as check_text. region and postal_code the same:
// what more there is to say, check_address says of the whole address. country: country_unknown;
// value_not_allowed {allowed}. choice: value_not_allowed. code: code_format {format}. phone: as
// check_phone, and as warnings phone_country_mismatch {country, expected} and
// phone_type_not_accepted {type}: a courier can't call a pager.
void check_field(std::string_view path, const FieldRule& rule, std::string_view text,
                 const FieldContext& context, Findings& out);

// True for nothing but white space.
bool is_blank(std::string_view text);

template <>
struct Describe<FieldKind> {
  static constexpr std::string_view doc = "What is meant to stand in a field.";
};

template <>
struct Describe<Severity> {
  static constexpr std::string_view doc = "An error stops an order, a warning only asks.";
};

}  // namespace sealcart
