// A single check as a document: `sealcart validate` reads one a line, and the module answers the
// same bytes. Wire form and facts of each kind: docs/FORMS.md.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sealcart/calendar.h"
#include "sealcart/describe.h"
#include "sealcart/field_packs.h"
#include "sealcart/form_finding.h"
#include "sealcart/validate/field.h"

namespace sealcart {

struct ValidateRequest {
  FieldKind kind = FieldKind::text;
  std::string value;
  // The value is not finished: cards and phones tell whether it may become good, and how it is
  // shown meanwhile.
  bool typing = false;
  std::string country;      // of the address the value belongs to
  std::string region;       // the same
  std::string card_number;  // of a security code
  std::string today;        // "2026-11-29"; needed where the calendar decides
  std::optional<std::int64_t> min, max;
  std::optional<std::int32_t> step;
  std::vector<std::string> choices;
  std::string format;
};

struct FieldVerdict {
  bool valid = false;  // no error; warnings may stand
  std::vector<FormFinding> findings;
  std::vector<ProblemParam> facts;  // what the value says, by name
};

// date_invalid at "today"; pack_missing {pack} where the kind needs a table that is not loaded.
Result<FieldVerdict> validate(const ValidateRequest& request, const FieldPacks& packs);

template <>
struct Describe<ValidateRequest> : Fields<ValidateRequest> {
  static constexpr std::string_view doc = "One value to check.";
  static constexpr std::array fields{
      field<&T::kind>("what it is meant to be"),
      field<&T::value>(bytes(0, limits::kFormBytes), "as typed"),
      field<&T::typing>("not finished yet").optional(),
      field<&T::country>(bytes(0, 2), "ISO 3166-1, of the address it belongs to").optional(),
      field<&T::region>(bytes(0, limits::kNameBytes), "the same").optional(),
      field<&T::card_number>(bytes(0, limits::kCardNumberBytes), "of a security code").optional(),
      field<&T::today>(bytes(0, limits::kDateBytes), "ISO 8601; of an expiry, tax id, date")
          .optional(),
      field<&T::min>(range(-limits::kAmount, limits::kAmount), "as of FormField"),
      field<&T::max>(range(-limits::kAmount, limits::kAmount), "as of FormField"),
      field<&T::step>(range(1, limits::kQuantity), "as of FormField"),
      field<&T::choices>(bytes(1, limits::kNameBytes), "as of FormField")
          .items(limits::kFieldChoices)
          .optional(),
      field<&T::format>(bytes(0, limits::kCodeBytes), "as of FormField").optional(),
  };
};

template <>
struct Describe<FieldVerdict> : Fields<FieldVerdict> {
  static constexpr std::string_view doc = "What a check says of one value.";
  static constexpr std::array fields{
      field<&T::valid>("no error; warnings may stand"),
      field<&T::findings>("errors and warnings").items(limits::kFindings),
      field<&T::facts>("what the value says: brand, E.164 and so on").items(16).keyed(),
  };
};

}  // namespace sealcart
