// What is wrong with the postal codes of a place, of a zone or of a rate table.
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>

#include "mistakes.h"

namespace sealcart::checking {

inline bool is_plain_postal(std::string_view code) {
  return std::ranges::all_of(
      code, [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); });
}

struct PostalMistake {
  std::string_view field;  // with its dot; empty: the place
  std::string_view what;
};

template <class P>
std::optional<PostalMistake> postal_mistake(const P& place) {
  const std::string_view from = place.postal_from;
  const std::string_view to = place.postal_to;
  if (from.empty()) {
    if (to.empty()) return std::nullopt;
    return PostalMistake{".postalTo", rule::postal_without_from};
  }
  if (!place.regions.empty()) return PostalMistake{"", rule::postal_and_regions};
  if (!is_plain_postal(from)) return PostalMistake{".postalFrom", rule::postal_plain};
  if (to.empty()) return std::nullopt;
  if (!is_plain_postal(to)) return PostalMistake{".postalTo", rule::postal_plain};
  if (from.size() != to.size()) return PostalMistake{".postalTo", rule::postal_lengths};
  if (from > to) return PostalMistake{".postalTo", rule::postal_order};
  return std::nullopt;
}

}  // namespace sealcart::checking
