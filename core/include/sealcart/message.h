// Messages for shoppers, in their language; error_text() stays for developers.
//
// Texts are a subset of ICU MessageFormat: {name} is put in as it is, {name, number} with the
// digits and separators of the locale, {name, plural, one {...} other {...}} by the plural rules of
// CLDR, where # is the number. `other` is required and comes last; there is no quoting and no
// nesting.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "sealcart/locale.h"
#include "sealcart/result.h"

namespace sealcart {

// Views into a pack core/data/packs/messages-XX.txt, which must live as long: one line a code, then
// one a label (label.h).
struct MessageCatalogue {
  std::string_view lines;

  // pack_invalid {pack: "messages"} for anything but a pack of this form.
  static Result<MessageCatalogue> read(std::string_view pack);
  // With its placeholders; empty when the pack has none for the code.
  std::string_view text(ErrorCode code) const;
};

// A parameter that is missing leaves its name in braces; one that is no whole number of at most 15
// digits is put in as it is. What is put in as it is stands between U+2068 and U+2069 in a language
// that runs right to left (UAX #9): a date or a code keeps its order. Any text of a pack is safe.
std::string format_message(ErrorCode code, std::span<const ErrorParam> params, const Locale& locale,
                           const MessageCatalogue& catalogue);

}  // namespace sealcart
