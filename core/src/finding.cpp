#include "sealcart/finding.h"

#include <algorithm>

namespace sealcart {

Finding& Finding::with(std::string_view name, std::string_view value) {
  params.push_back({std::string(name), std::string(value)});
  return *this;
}

Finding& Finding::with(std::string_view name, std::int64_t value) {
  return with(name, std::string_view(std::to_string(value)));
}

Finding& Finding::suggest(std::string value) {
  suggestion = std::move(value);
  return *this;
}

bool Findings::has_errors() const {
  return std::ranges::any_of(all_, [](const Finding& f) { return f.severity == Severity::error; });
}

Finding& Findings::add(Severity severity, std::string_view path, ErrorCode code) {
  // Past the limit the last one is written over: whoever adds never has to ask.
  if (all_.size() == limits::kFindings) all_.pop_back();
  return all_.emplace_back(Finding{code, severity, path, {}, {}});
}

}  // namespace sealcart
