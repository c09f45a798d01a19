#include "sealcart/form_finding.h"

namespace sealcart {

FormFinding form_finding(const Finding& finding) {
  FormFinding told{std::string(error_name(finding.code)),
                   std::string(finding.path),
                   finding.severity,
                   {},
                   finding.suggestion};
  for (const ErrorParam& param : finding.params) told.params.push_back({param.name, param.value});
  return told;
}

std::vector<FormFinding> form_findings(const Findings& findings) {
  std::vector<FormFinding> told;
  for (const Finding& finding : findings.all()) told.push_back(form_finding(finding));
  return told;
}

std::vector<Error> errors_of(const Findings& findings) {
  std::vector<Error> errors;
  for (const Finding& finding : findings.all()) {
    if (finding.severity != Severity::error) continue;
    errors.emplace_back(finding.code, finding.path);
    errors.back().params = finding.params;
  }
  return errors;
}

}  // namespace sealcart
