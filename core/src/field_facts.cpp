#include "field_facts.h"

#include "sealcart/validate/address.h"
#include "sealcart/validate/card_details.h"
#include "sealcart/validate/date.h"
#include "sealcart/validate/email.h"
#include "sealcart/validate/iban.h"
#include "sealcart/validate/number.h"

namespace sealcart {
namespace {

class Facts {
 public:
  explicit Facts(std::vector<ProblemParam>& facts) : facts_(facts) {}

  void tell(std::string_view name, std::string_view value) {
    if (!value.empty()) facts_.push_back({std::string(name), std::string(value)});
  }
  void tell(std::string_view name, bool value) {
    tell(name, std::string_view(value ? "true" : "false"));
  }
  void tell_typed(const TypedState& state) { tell("potentiallyValid", state.potentially_valid); }

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

void tell_postal_code(const ValidateRequest& request, const FieldPacks& packs, Facts& facts) {
  const AddressCountry country = packs.tables().addresses->country(request.country);
  facts.tell("display", format_postal_code(request.value, country));
}

void tell_region(const ValidateRequest& request, const FieldPacks& packs, Facts& facts) {
  const Region region = packs.tables().regions->find(request.country, request.value);
  facts.tell("region", region.code);
  facts.tell("name", region.name);
  facts.tell("latinName", region.latin);
}

void tell_facts(const ValidateRequest& request, const FieldPacks& packs, std::int64_t today,
                Facts& facts) {
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
    case FieldKind::postal_code:
      return tell_postal_code(request, packs, facts);
    case FieldKind::region:
      return tell_region(request, packs, facts);
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

}  // namespace

std::vector<ProblemParam> facts_of(const ValidateRequest& request, const FieldPacks& packs,
                                   std::int64_t today) {
  std::vector<ProblemParam> told;
  Facts facts(told);
  if (!is_blank(request.value)) tell_facts(request, packs, today, facts);
  return told;
}

}  // namespace sealcart
