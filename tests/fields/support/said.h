// Findings as short text, so that a test reads like what a shopper is told.
#pragma once

#include <string>
#include <vector>

#include "sealcart/finding.h"

namespace sealcart {

// "email_typo suggestion=a@gmail.com -> a@gmail.com (warning)"; several joined by "; ".
inline std::string said(const Findings& findings) {
  std::string text;
  for (const Finding& finding : findings.all()) {
    if (!text.empty()) text += "; ";
    text += error_name(finding.code);
    for (const ErrorParam& param : finding.params) text += " " + param.name + "=" + param.value;
    if (!finding.suggestion.empty()) text += " -> " + finding.suggestion;
    if (finding.severity == Severity::warning) text += " (warning)";
  }
  return text;
}

// One text a finding, with the field: "warning email_typo at email suggestion=... suggests ...".
using Said = std::vector<std::string>;
inline Said said_of_fields(const Findings& findings) {
  Said all;
  for (const Finding& finding : findings.all()) {
    std::string text = finding.severity == Severity::warning ? "warning " : "";
    text.append(error_name(finding.code)).append(" at ").append(finding.path);
    for (const ErrorParam& param : finding.params) text += " " + param.name + "=" + param.value;
    if (!finding.suggestion.empty()) text += " suggests " + finding.suggestion;
    all.push_back(text);
  }
  return all;
}

}  // namespace sealcart
