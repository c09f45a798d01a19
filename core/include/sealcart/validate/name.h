// Names of persons and companies, in any script.
//
// Names are not judged by their form (falsehoods programmers believe about names): single letters,
// digits, apostrophes, capitals anywhere pass. Refused is what cannot be meant as a name.
#pragma once

#include <cstdint>
#include <string_view>

#include "sealcart/finding.h"

namespace sealcart {

enum class NameKind : std::uint8_t { person, company };

// text_too_long {max}; character_not_allowed {character} for controls (also line breaks), turned
// writing, bytes that are not UTF-8, and < > { } [ ] | \ ^ (of a person also @ # $ % * = ~ _);
// name_invalid for a URL, and for a name without any letter: a company may be called "1&1", not
// "123".
void check_name(std::string_view path, std::string_view text, NameKind kind, Findings& out);

}  // namespace sealcart
