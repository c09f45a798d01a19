#include <algorithm>
#include <array>

#include "mistakes.h"
#include "warnings.h"

namespace sealcart {
namespace {

struct RuleHint {
  std::string_view what;
  std::string_view hint;
};
constexpr std::array kRuleHints{
#define SEALCART_STORE_RULE(name, what, hint) RuleHint{what, hint},
#include "check/store_rules.def"
#undef SEALCART_STORE_RULE
};

// The repair of the rule that was broken; of the code when the rule is not of the list.
std::string_view hint_of(const Error& error) {
  if (error.code == ErrorCode::store_value_conflict && !error.params.empty()) {
    const auto rule = std::ranges::find(kRuleHints, error.params.front().value, &RuleHint::what);
    if (rule != kRuleHints.end()) return rule->hint;
  }
  return error_fix(error.code);
}

std::vector<StoreFinding> joined(const std::vector<Error>& errors,
                                 std::vector<StoreFinding> warnings) {
  std::vector<StoreFinding> findings;
  findings.reserve(errors.size() + warnings.size());
  for (const Error& error : errors) {
    findings.push_back({std::string(error_name(error.code)), error.path, error_message(error),
                        std::string(hint_of(error)), FindingLevel::error});
  }
  std::ranges::move(warnings, std::back_inserter(findings));
  return findings;
}

}  // namespace

std::vector<StoreFinding> store_findings(const StoreDocument& document,
                                         std::optional<Timestamp> now) {
  const std::vector<Error> errors = checking::store_mistakes(document);
  checking::Warnings out(document, now);
  const checking::Reached reached = checking::zone_warnings(out);
  checking::tax_warnings(out);
  checking::promotion_warnings(out);
  checking::combination_warnings(out);
  std::optional<Store> store;
  if (errors.empty()) store = *Store::check(document);
  checking::shipping_warnings(out, reached, store ? &*store : nullptr);
  return joined(errors, std::move(out.findings));
}

std::vector<StoreFinding> catalog_findings(const StoreDocument& document, const CatalogSlice& slice,
                                           std::optional<Timestamp> now) {
  std::vector<Error> errors;
  checking::catalog_mistakes(document, slice, errors);
  checking::Warnings out(document, now);
  checking::price_warnings(out, slice);
  checking::weight_warnings(out, slice);
  checking::sold_warnings(out, slice);
  return joined(errors, std::move(out.findings));
}

}  // namespace sealcart
