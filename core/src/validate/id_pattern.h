// A small pattern for ids: enough for those of sixty countries, and bounded in time.
#pragma once

#include <string_view>

namespace sealcart {

// True when all of `text` fits one of the alternatives of `pattern`, which '|' parts:
//   #  a digit       @  a letter A to Z, also small       *  either       [ABC]  one of these
//   ?  what stands before it may be missing       anything else: itself, also as a small letter
// Requires a pattern of ours: brackets closed, at most a dozen '?' in one alternative.
bool fits_pattern(std::string_view text, std::string_view pattern);

}  // namespace sealcart
