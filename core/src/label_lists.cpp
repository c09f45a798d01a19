// A list of labels that misses a key, has one twice, or has one that is none does not compile.
#include <array>

#include "sealcart/label.h"

namespace sealcart {
namespace {

template <std::size_t Size>
constexpr bool lists_every_label(const std::array<Label, Size>& labels) {
  if (Size != kLabels) return false;
  for (std::size_t i = 0; i < Size; ++i) {
    if (labels[i] != static_cast<Label>(i)) return false;
  }
  return true;
}

#define SEALCART_LABEL(key, text) Label::key,
static_assert(lists_every_label(std::array{
#include "data/labels/en.def"
              }),
              "en.def: each key of label_keys.def once, in its order");
static_assert(lists_every_label(std::array{
#include "data/labels/sq.def"
              }),
              "sq.def: each key of label_keys.def once, in its order");
static_assert(lists_every_label(std::array{
#include "data/labels/fa.def"
              }),
              "fa.def: each key of label_keys.def once, in its order");
static_assert(lists_every_label(std::array{
#include "data/labels/it.def"
              }),
              "it.def: each key of label_keys.def once, in its order");
static_assert(lists_every_label(std::array{
#include "data/labels/ru.def"
              }),
              "ru.def: each key of label_keys.def once, in its order");
static_assert(lists_every_label(std::array{
#include "data/labels/pt.def"
              }),
              "pt.def: each key of label_keys.def once, in its order");
#undef SEALCART_LABEL

}  // namespace
}  // namespace sealcart
