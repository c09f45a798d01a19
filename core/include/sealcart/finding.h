// What the check of a form field says. Errors stop an order; warnings only ask.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sealcart/limits.h"
#include "sealcart/result.h"

namespace sealcart {

enum class Severity : std::uint8_t { error, warning };

// One thing to say beside one field. `suggestion` is a value the page can put into the field on a
// click; empty where there is none.
struct Finding {
  ErrorCode code;
  Severity severity = Severity::error;
  std::string_view path;  // of a form's own list of fields, such as "shippingAddress.city"
  std::vector<ErrorParam> params;
  std::string suggestion;

  Finding& with(std::string_view name, std::string_view value);
  Finding& with(std::string_view name, std::int64_t value);
  Finding& suggest(std::string value);
  friend bool operator==(const Finding&, const Finding&) = default;
};

// All findings of a form, in the order of its fields; further ones than limits::kFindings are left
// out. `path` is kept by reference: it must live as long as the list.
class Findings {
 public:
  // The returned reference is good until the next call.
  Finding& error(std::string_view path, ErrorCode code) { return add(Severity::error, path, code); }
  Finding& warning(std::string_view path, ErrorCode code) {
    return add(Severity::warning, path, code);
  }
  const std::vector<Finding>& all() const { return all_; }
  bool has_errors() const;
  void clear() { all_.clear(); }

 private:
  Finding& add(Severity severity, std::string_view path, ErrorCode code);
  std::vector<Finding> all_;
};

}  // namespace sealcart
