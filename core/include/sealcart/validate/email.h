// E-mail addresses: the rule of the browser's own field, and a hint at slips of the fingers.
//
// The rule is WHATWG HTML, "valid e-mail address", and RFC 5321's 254 bytes. It decides where
// RFC 5322 is wider: quoted strings ("a b"@c.de), comments, folding white space and address
// literals (a@[192.0.2.1]) are refused; a domain without a dot (a@localhost) and dots anywhere in
// the local part are accepted. Domains in other scripts have to be written in their ASCII form.
#pragma once

#include <string>
#include <string_view>

#include "sealcart/finding.h"

namespace sealcart {

// Spaces and tabs around it are left aside. A line break anywhere is refused: the browser's field
// never hands one over, and in the head of a message it would begin another field.
bool is_email(std::string_view text);
// A list with commas, as of <input type=email multiple>: each one has to be an address.
bool is_email_list(std::string_view text);

// What HTML makes of a typed value: no line breaks anywhere, no white space around. With `list`
// none around each address either.
std::string sanitised_email(std::string_view text, bool list = false);

// Errors: text_too_long {max}; email_invalid, with the address without its blanks as suggestion
// when that is one. Warning: email_typo {suggestion} when the domain is one slip (Damerau distance
// 1) off a large mail provider's and is no known one itself, or ends as no domain can (".con").
void check_email(std::string_view path, std::string_view text, Findings& out);

}  // namespace sealcart
