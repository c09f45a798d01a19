// International bank account numbers: ISO 13616-1:2020 with the structures of the registry that
// SWIFT keeps, and the check digits of ISO 7064, MOD 97-10.
#pragma once

#include <string>
#include <string_view>

#include "sealcart/finding.h"

namespace sealcart {

// Spaces and hyphens are left aside and small letters count as capitals.
bool is_iban(std::string_view text);

// Characters of an IBAN of the country; 0 for a country without IBANs. Capitals.
std::size_t iban_length(std::string_view country);

// The print form: capitals, in groups of four. As much as is there, also while typing, up to a
// character no IBAN has.
std::string iban_display(std::string_view text);

// text_too_long {max}; iban_country_unknown {country}; iban_length {country, expected};
// iban_invalid when a letter stands in a digit's place or the check digits disagree.
void check_iban(std::string_view path, std::string_view text, Findings& out);

}  // namespace sealcart
