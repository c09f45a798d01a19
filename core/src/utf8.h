// UTF-8 (RFC 3629; The Unicode Standard, Table 3-7): checked at the door, and made safe to print.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sealcart {

// Bytes of the well-formed character that `text` starts with; 0 when it starts with none.
std::size_t utf8_character(std::string_view text);

// Bytes before the first one that is not UTF-8; all of them in good text.
std::size_t utf8_prefix(std::string_view text);

// For messages and logs: at most `max_bytes`, cut between characters; U+FFFD stands for what is not
// UTF-8, for control characters and for those that turn the direction of writing.
std::string printable(std::string_view text, std::size_t max_bytes);

}  // namespace sealcart
