// An operation as a column of bytes: its compact form (sealcart/compact.h), for pages are what it
// costs. Which cart it is of, the row says. Earlier versions wrote canonical JSON, which still is
// read.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "sealcart/op.h"

namespace sealcart::server {

std::string to_stored(const Op& op);
Op op_from_stored(std::string_view stored, const CartId& cart);

// As a parameter that is bytes.
std::span<const std::uint8_t> as_bytes(std::string_view stored);

}  // namespace sealcart::server
