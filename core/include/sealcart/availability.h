// Which combinations of a product's options are made, and which of those can be ordered, as a short
// text: with the options it is all an OptionMatrix needs, so a page can show the choices of a
// product of thousands of variants without loading one of them.
//
// The text is ASCII, of the letters of base64url (RFC 4648, 5). Each letter holds five bits of a
// number, least first; the sixth says that another letter follows. The numbers are: the version
// (1), how many options there are and how many values each has; then the combinations, counted with
// the last option fastest, as runs of one state: first how many are not made, then for each run
// twice its length less two, plus one for the second of the two states it can be after the one
// before, in the order orderable, sold out, not made. Combinations after the last run are not made.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sealcart/catalog.h"
#include "sealcart/result.h"

namespace sealcart {

// Of a product a Catalog took in.
std::string encode_availability(const Product& product);

// A product with these options and a variant for each combination that is made, in the order they
// are counted: without SKU and price, with no stock where it is sold out. pack_invalid: not such a
// text, or of other options. What is read is written back as the same text.
Result<Product> read_availability(std::vector<ProductOption> options, std::string_view text);

}  // namespace sealcart
