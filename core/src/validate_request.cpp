#include "sealcart/validate_request.h"

#include "sealcart/validate/card_details.h"
#include "sealcart/validate/date.h"
#include "sealcart/validate/email.h"
#include "sealcart/validate/iban.h"
#include "sealcart/validate/number.h"

namespace sealcart {
namespace {

bool needs_today(FieldKind kind) {
  return kind == FieldKind::card_expiry || kind == FieldKind::tax_id;
}

class Facts {
 public:
  explicit Facts(std::vector<ProblemParam>& facts) : facts_(facts) {}

  void tell(std::string_view name, std::string_view value) {
    if (!value.empty()) facts_.push_back({std::string(name), std::string(value)});
  }
  void tell(std::string_view name, bool value) {
    tell(name, std::string_view(value ? "true" : "false"));
  }
  void tell_typed(const TypedState& state) {
    tell("potentiallyValid", state.potentially_valid);
  }

 private:
  std::vector<ProblemParam>& facts_;
};

void tell_phone(const ValidateRequest& request, const FieldPacks& packs, Facts& facts) {
  const PhoneTable& table = *packs.tables().phones;
  const PhoneFormats& formats = *packs.phone_formats();
  if (request.typing) {
    facts.tell("asTyped", phone_as_typed(request.value, request.country, table, formats));
    return;
  }
  const PhoneNumber number = parse_phone(request.value, request.country, table);
  facts.tell("possible", number.possible);
  if (number.calling_code == 0) return;
  facts.tell("e164", phone_e164(number));
  if (!number.valid()) return;
  facts.tell("national", phone_national(number, formats));
  facts.tell("international", phone_international(number, formats));
  facts.tell("type", phone_type_name(number.type));
  facts.tell("country", number.region);
  facts.tell("extension", number.extension.text());
}

void tell_card_number(const ValidateRequest& request, Facts& facts) {
  const CardNumberState state = read_card_number(request.value);
  facts.tell_typed(state);
  facts.tell("complete", state.complete);
  if (state.brand != nullptr) {
    facts.tell("brand", state.brand->id);
    facts.tell("brandName", state.brand->name);
    facts.tell("codeDigits", std::to_string(state.brand->code_digits));
  }
  facts.tell("display", card_number_display(request.value));
}

void tell_card_expiry(const ValidateRequest& request, std::int64_t today, Facts& facts) {
  const CardExpiry expiry = read_card_expiry(request.value, civil_from_days(today));
  facts.tell_typed(expiry);
  facts.tell("month", expiry.month);
  facts.tell("year", expiry.year);
}

void tell_card_code(const ValidateRequest& request, Facts& facts) {
  const CardBrand* brand = read_card_number(request.card_number).brand;
  facts.tell_typed(read_card_code(request.value, brand == nullptr ? 3 : brand->code_digits));
}

void tell_facts(const ValidateRequest& request, const FieldPacks& packs, std::int64_t today,
                Facts& facts) {
  if (is_blank(request.value)) return;
  switch (request.kind) {
    case FieldKind::email:
      return facts.tell("email", sanitised_email(request.value));
    case FieldKind::phone:
      return tell_phone(request, packs, facts);
    case FieldKind::card_number:
      return tell_card_number(request, facts);
    case FieldKind::card_expiry:
      return tell_card_expiry(request, today, facts);
    case FieldKind::card_code:
      return tell_card_code(request, facts);
    case FieldKind::card_holder:
      return facts.tell_typed(read_card_holder(request.value));
    case FieldKind::iban:
      return facts.tell("display", iban_display(request.value));
    case FieldKind::quantity:
    case FieldKind::number:
      if (const auto number = parse_whole_number(request.value)) {
        facts.tell("number", std::to_string(*number));
      }
      return;
    case FieldKind::date:
      if (const auto day = parse_typed_date(request.value)) facts.tell("date", format_date(*day));
      return;
    default:
      return;
  }
}

Status check_packs(const ValidateRequest& request, const FieldPacks& packs) {
  if (request.kind != FieldKind::phone) return {};
  const bool phones = packs.tables().phones != nullptr;
  if (phones && packs.phone_formats() != nullptr) return {};
  return refuse(Error(ErrorCode::pack_missing, "kind")
                    .with("pack", phones ? "phone-formats" : "phone"));
}

}  // namespace

Result<FieldVerdict> validate(const ValidateRequest& request, const FieldPacks& packs) {
  if (Status loaded = check_packs(request, packs); !loaded) return refuse(loaded.error());
  std::int64_t today = 0;
  if (!request.today.empty() || needs_today(request.kind)) {
    const auto day = parse_date(request.today);
    if (!day) return refuse(Error(ErrorCode::date_invalid, "today"));
    today = *day;
  }
  FieldRule rule{request.kind,           request.min.value_or(0), request.max.value_or(0),
                 request.step.value_or(1), request.choices,         request.format};
  const FieldContext context{request.country, request.region, request.card_number, today,
                             packs.tables()};
  Findings findings;
  check_field("value", rule, request.value, context, findings);
  FieldVerdict verdict{!findings.has_errors(), form_findings(findings), {}};
  Facts facts(verdict.facts);
  tell_facts(request, packs, today, facts);
  return verdict;
}

}  // namespace sealcart
