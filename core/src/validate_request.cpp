#include "sealcart/validate_request.h"

#include "field_facts.h"
#include "sealcart/validate/address.h"

namespace sealcart {
namespace {

bool needs_today(FieldKind kind) {
  return kind == FieldKind::card_expiry || kind == FieldKind::tax_id;
}

// Regions and postal codes are what they are in an address.
void check_part(const ValidateRequest& request, const FieldContext& context, Findings& out) {
  PostalAddress address;
  AddressPaths paths;
  address.country = request.country;
  if (request.kind == FieldKind::region) {
    address.region = request.value;
    paths.region = "value";
  } else {
    address.region = request.region;
    address.postal_code = request.value;
    paths.postal_code = "value";
  }
  Findings found;
  check_address(address, paths, {*context.tables.addresses, context.tables.regions}, found);
  for (const Finding& finding : found.all()) {
    if (finding.path == "value") out.add(finding);
  }
}

bool is_part(FieldKind kind) { return kind == FieldKind::region || kind == FieldKind::postal_code; }

Status check_packs(const ValidateRequest& request, const FieldPacks& packs) {
  const FieldTables tables = packs.tables();
  std::string_view missing;
  if (request.kind == FieldKind::phone) {
    if (packs.phone_formats() == nullptr) missing = "phone-formats";
    if (tables.phones == nullptr) missing = "phone";
  } else if (is_part(request.kind)) {
    if (tables.regions == nullptr) missing = "regions";
    if (tables.addresses == nullptr) missing = "address";
  }
  if (missing.empty()) return {};
  return refuse(Error(ErrorCode::pack_missing, "kind").with("pack", missing));
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
  FieldRule rule{
      request.kind,    request.min.value_or(0), request.max.value_or(0), request.step.value_or(1),
      request.choices, request.format};
  const FieldContext context{request.country, request.card_number, today, packs.tables()};
  Findings findings;
  if (is_part(request.kind) && is_country(request.country)) {
    check_part(request, context, findings);
  } else {
    check_field("value", rule, request.value, context, findings);
  }
  return FieldVerdict{!findings.has_errors(), form_findings(findings),
                      facts_of(request, packs, today)};
}

}  // namespace sealcart
