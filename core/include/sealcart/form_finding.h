// A finding of a form as JSON: what stands beside a field.
#pragma once

#include <string>
#include <vector>

#include "sealcart/finding.h"
#include "sealcart/problem.h"
#include "sealcart/validate/field.h"

namespace sealcart {

struct FormFinding {
  std::string code;
  std::string path;
  Severity severity = Severity::error;
  std::vector<ProblemParam> params;
  std::string suggestion;
  friend bool operator==(const FormFinding&, const FormFinding&) = default;
};

FormFinding form_finding(const Finding& finding);
std::vector<FormFinding> form_findings(const Findings& findings);

// What is wrong with a form, for whoever only asks whether an order may go on: errors alone.
std::vector<Error> errors_of(const Findings& findings);

template <>
struct Describe<FormFinding> : Fields<FormFinding> {
  static constexpr std::string_view doc = "What there is to say about a field.";
  static constexpr std::array fields{
      field<&T::code>(bytes(1, limits::kIdBytes), "of the list of error codes"),
      field<&T::path>(bytes(0, limits::kIdBytes), "of the field"),
      field<&T::severity>("an error stops an order, a warning only asks"),
      field<&T::params>("figures of the sentence").items(8).keyed(),
      field<&T::suggestion>(bytes(0, limits::kDescriptionBytes),
                            "what could stand there instead; empty: nothing known"),
  };
};

}  // namespace sealcart
