// Names of labels, and their rows in a pack of messages.
#include "sealcart/label.h"

#include <array>

#include "pack_rows.h"

namespace sealcart {
namespace {

constexpr std::array<std::string_view, kLabels> kLabelNames{
#define SEALCART_LABEL(key) #key,
#include "sealcart/label_keys.def"
#undef SEALCART_LABEL
};

}  // namespace

std::string_view label_name(Label label) { return kLabelNames[static_cast<std::size_t>(label)]; }

std::optional<Label> find_label(std::string_view name) {
  for (std::size_t i = 0; i < kLabels; ++i) {
    if (kLabelNames[i] == name) return static_cast<Label>(i);
  }
  return std::nullopt;
}

std::string_view label_text(Label label, const MessageCatalogue& catalogue) {
  return row_of(catalogue.lines, label_name(label));
}

}  // namespace sealcart
