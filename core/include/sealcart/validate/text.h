// Free text: a note to the merchant, a line engraved, a gift message.
#pragma once

#include <cstddef>
#include <string_view>

#include "sealcart/finding.h"

namespace sealcart {

// At most `max` bytes of UTF-8. text_too_long {max}; character_not_allowed {character} for the
// first control character other than tab, line feed and CR LF, what turns the direction of writing
// (Unicode UAX #9: embeddings, overrides, isolates), or a byte that is not UTF-8 (U+FFFF).
void check_text(std::string_view path, std::string_view text, std::size_t max, Findings& out);

}  // namespace sealcart
