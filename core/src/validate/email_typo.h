// Slips of the fingers in the domain of a valid address.
#pragma once

#include <string_view>

#include "sealcart/finding.h"

namespace sealcart {

// Requires a valid address without white space around. Warning: email_typo {suggestion}.
void check_email_typo(std::string_view path, std::string_view address, Findings& out);

}  // namespace sealcart
