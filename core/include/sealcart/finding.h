// What the check of a form field says. Errors stop an order; warnings only ask.
#pragma once

#include <cstddef>
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
  void add(const Finding& finding) { add(finding.severity, finding.path, finding.code) = finding; }
  const std::vector<Finding>& all() const { return all_; }
  // By what `place` gives for each; those of one place stay in their order.
  template <class Place>
  void sort_by_place(Place place) {
    for (std::size_t end = 1; end < all_.size(); ++end) {
      for (std::size_t i = end; i > 0 && place(all_[i]) < place(all_[i - 1]); --i) {
        std::swap(all_[i], all_[i - 1]);
      }
    }
  }
  bool has_errors() const;
  void clear() { all_.clear(); }

 private:
  Finding& add(Severity severity, std::string_view path, ErrorCode code);
  std::vector<Finding> all_;
};

}  // namespace sealcart
