// The labels of checkout forms in the shopper's language; they stand in the packs of messages.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "sealcart/message.h"

namespace sealcart {

enum class Label : std::uint8_t {
#define SEALCART_LABEL(key) key,
#include "sealcart/label_keys.def"
#undef SEALCART_LABEL
};

inline constexpr std::size_t kLabels = 0
#define SEALCART_LABEL(key) +1
#include "sealcart/label_keys.def"
#undef SEALCART_LABEL
    ;

// The key as label_keys.def writes it, "village_township".
std::string_view label_name(Label label);
// nullopt for a name that is no key.
std::optional<Label> find_label(std::string_view name);

// A view into the catalogue's pack; empty when the pack has none.
std::string_view label_text(Label label, const MessageCatalogue& catalogue);

}  // namespace sealcart
