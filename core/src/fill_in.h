// Sentences with {placeholders}.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "sealcart/result.h"

namespace sealcart {

// A placeholder without a parameter stays as it is.
std::string fill_in(std::string_view text, std::span<const ErrorParam> params);

}  // namespace sealcart
