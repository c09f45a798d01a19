// Findings as short text, so that a test reads like what a shopper is told.
#pragma once

#include <string>

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

}  // namespace sealcart
