#include "sealcart/validate/field.h"

#include <algorithm>

#include "sealcart/address.h"
#include "sealcart/validate/card_details.h"
#include "sealcart/validate/date.h"
#include "sealcart/validate/email.h"
#include "sealcart/validate/iban.h"
#include "sealcart/validate/name.h"
#include "sealcart/validate/number.h"
#include "sealcart/validate/tax_id.h"
#include "sealcart/validate/text.h"
#include "validate/characters.h"

namespace sealcart {
namespace {

std::size_t most_bytes(const FieldRule& rule, std::size_t most) {
  return rule.max > 0 ? std::min(most, static_cast<std::size_t>(rule.max)) : most;
}

std::int32_t in_quantity(std::int64_t bound) {
  return static_cast<std::int32_t>(std::min<std::int64_t>(bound, limits::kQuantity));
}

void check_quantity_field(std::string_view path, const FieldRule& rule, std::string_view text,
                          Findings& out) {
  QuantityRule quantity;
  quantity.step = rule.step;
  if (rule.min > 0) quantity.min = in_quantity(rule.min);
  if (rule.max > 0) quantity.max = in_quantity(rule.max);
  check_quantity(path, text, quantity, out);
}

void check_choice(std::string_view path, const FieldRule& rule, std::string_view text,
                  Findings& out) {
  if (std::ranges::find(rule.choices, text) != rule.choices.end()) return;
  std::string allowed;
  for (const std::string& choice : rule.choices) {
    if (allowed.size() + choice.size() + 2 > limits::kNameBytes) break;
    if (!allowed.empty()) allowed += ", ";
    allowed += choice;
  }
  out.error(path, ErrorCode::value_not_allowed).with("allowed", allowed);
}

void check_country(std::string_view path, const FieldRule& rule, std::string_view text,
                   Findings& out) {
  if (!is_country(text)) {
    out.error(path, ErrorCode::country_unknown);
  } else if (!rule.choices.empty()) {
    check_choice(path, rule, text, out);
  }
}

bool fits_code_sign(char sign, char c) {
  const bool capital = c >= 'A' && c <= 'Z';
  if (sign == 'A') return capital;
  if (sign == '0') return is_ascii_digit(c);
  if (sign == '*') return capital || is_ascii_digit(c);
  return sign == c;
}

bool has_code_format(std::string_view format, std::string_view text) {
  return format.size() == text.size() && std::ranges::equal(format, text, fits_code_sign);
}

// The same signs as the format asks for, with its separators and in capitals.
std::string into_code_format(std::string_view format, std::string_view text) {
  std::string code;
  for (const char sign : format) {
    const bool literal = sign != 'A' && sign != '0' && sign != '*';
    while (!text.empty() && (text.front() == ' ' || text.front() == '-') && text.front() != sign) {
      text.remove_prefix(1);
    }
    const bool there = !text.empty() && fits_code_sign(sign, upper_ascii(text.front()));
    if (!literal && !there) return {};
    code += literal ? sign : upper_ascii(text.front());
    if (there) text.remove_prefix(1);
  }
  return text.empty() ? code : std::string();
}

void check_code(std::string_view path, const FieldRule& rule, std::string_view text,
                Findings& out) {
  if (is_too_long(path, text, most_bytes(rule, limits::kCodeBytes), out)) return;
  if (rule.format.empty() || has_code_format(rule.format, text)) return;
  out.error(path, ErrorCode::code_format)
      .with("format", rule.format)
      .suggest(into_code_format(rule.format, text));
}

CardBrands accepted_brands(const FieldRule& rule) {
  if (rule.choices.empty()) return kAnyCardBrand;
  CardBrands brands = 0;
  for (std::size_t i = 0; i < card_brand_count(); ++i) {
    if (std::ranges::find(rule.choices, card_brand(i).id) != rule.choices.end()) {
      brands |= CardBrands{1} << i;
    }
  }
  return brands;
}

int code_digits(std::string_view card_number) {
  const CardBrand* brand = read_card_number(card_number).brand;
  return brand == nullptr ? 3 : brand->code_digits;
}

bool cannot_be_called(PhoneType type) {
  return type == PhoneType::premium_rate || type == PhoneType::pager ||
         type == PhoneType::voicemail || type == PhoneType::toll_free ||
         type == PhoneType::shared_cost;
}

void check_phone_field(std::string_view path, std::string_view text, const FieldContext& context,
                       Findings& out) {
  if (context.tables.phones == nullptr) {
    is_too_long(path, text, limits::kPhoneBytes, out);
    return;
  }
  const PhoneNumber number = check_phone(path, text, context.country, *context.tables.phones, out);
  if (!number.valid()) return;
  // A calling code that several countries share is no reason to doubt.
  const PhonePlan* home = context.tables.phones->plan_of(context.country);
  if (home != nullptr && home->calling_code != number.calling_code && number.region.size() == 2) {
    out.warning(path, ErrorCode::phone_country_mismatch)
        .with("country", number.region)
        .with("expected", context.country);
  }
  if (cannot_be_called(number.type)) {
    out.warning(path, ErrorCode::phone_type_not_accepted)
        .with("type", phone_type_name(number.type));
  }
}

}  // namespace

bool is_blank(std::string_view text) { return trim_html(text).empty(); }

void check_field(std::string_view path, const FieldRule& rule, std::string_view text,
                 const FieldContext& context, Findings& out) {
  if (is_blank(text)) return;
  switch (rule.kind) {
    case FieldKind::text:
      return check_text(path, text, most_bytes(rule, limits::kDescriptionBytes), out);
    case FieldKind::address_line:
      return check_text(path, text, most_bytes(rule, limits::kAddressLineBytes), out);
    case FieldKind::city:
    case FieldKind::region:
      return check_text(path, text, most_bytes(rule, limits::kNameBytes), out);
    case FieldKind::postal_code:
      return check_text(path, text, most_bytes(rule, limits::kPostalCodeBytes), out);
    case FieldKind::email:
      return check_email(path, text, out);
    case FieldKind::phone:
      return check_phone_field(path, text, context, out);
    case FieldKind::person_name:
      return check_name(path, text, NameKind::person, out);
    case FieldKind::company_name:
      return check_name(path, text, NameKind::company, out);
    case FieldKind::country:
      return check_country(path, rule, text, out);
    case FieldKind::card_number:
      return check_card_number(path, text, accepted_brands(rule), out);
    case FieldKind::card_expiry:
      return check_card_expiry(path, text, civil_from_days(context.today), out);
    case FieldKind::card_code:
      return check_card_code(path, text, code_digits(context.card_number), out);
    case FieldKind::card_holder:
      return check_card_holder(path, text, out);
    case FieldKind::iban:
      return check_iban(path, text, out);
    case FieldKind::tax_id:
      return check_tax_id(path, text, context.country, civil_from_days(context.today), out);
    case FieldKind::quantity:
      return check_quantity_field(path, rule, text, out);
    case FieldKind::number:
      return check_number(path, text, rule.min, rule.max > 0 ? rule.max : limits::kAmount, out);
    case FieldKind::date: {
      DateRange range;
      if (rule.min != 0) range.first = rule.min;
      if (rule.max != 0) range.last = rule.max;
      return check_date(path, text, range, out);
    }
    case FieldKind::choice:
      return check_choice(path, rule, text, out);
    case FieldKind::consent:
      return;
    case FieldKind::code:
      return check_code(path, rule, text, out);
  }
}

}  // namespace sealcart
