// Postal codes as a line of codes that is cut where ranges begin and end.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sealcart::pricing {

// Codes are compared by as many leading characters as the bounds have.
struct PostalSpan {
  std::string_view first;
  std::string_view last;

  bool holds(std::string_view code) const {
    const std::string_view start = code.substr(0, first.size());
    return start.size() == first.size() && first <= start && start <= last;
  }
};

// One code of every stretch within which no range begins or ends: all codes of a stretch are in the
// same ranges. Letters come after digits, and only when some bound has one.
std::vector<std::string> postal_stretches(std::span<const PostalSpan> ranges);

}  // namespace sealcart::pricing
