// Texts a shopper gives for one line, such as an engraving: part of what tells lines apart. Two
// adds of a variant with equal texts are one line, with other texts two.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sealcart/describe.h"
#include "sealcart/ids.h"
#include "sealcart/limits.h"
#include "sealcart/result.h"

namespace sealcart {

struct Customization {
  std::string name;
  std::string value;
  friend bool operator==(const Customization&, const Customization&) = default;
};
using Customizations = std::vector<Customization>;

// A text a product takes. `max_bytes`: of UTF-8.
struct CustomizationField {
  std::string name;
  std::int32_t max_bytes = limits::kCustomizationBytes;
  bool required = false;
};

// The form in which texts are kept: by name, without empty ones.
Customizations ordered(Customizations texts);

// Whether they are in that form, each name once, with characters that belong in a text
// (check_text): op_invalid, character_not_allowed {character}; paths "customizations[1].value".
Status check_texts(std::span<const Customization> texts);

// What a product has against texts in that form: customization_unknown {name},
// customization_missing {name}, text_too_long {max}; paths "customizations[1]...", or
// "customizations" for a missing one.
Status check_customizations(std::span<const CustomizationField> fields,
                            std::span<const Customization> texts);

// The identity of a line with these texts, in that form; that of the SKU when there are none.
LineId line_id(std::string_view sku, std::span<const Customization> texts);

template <>
struct Describe<Customization> : Fields<Customization> {
  static constexpr std::string_view doc = "A text the shopper gives for a line.";
  static constexpr std::array fields{
      field<&T::name>(bytes(1, limits::kNameBytes), "of a text the product takes"),
      field<&T::value>(bytes(0, limits::kCustomizationBytes), "as typed; empty: left out"),
  };
};

template <>
struct Describe<CustomizationField> : Fields<CustomizationField> {
  static constexpr std::string_view doc = "A text a product takes.";
  static constexpr std::array fields{
      field<&T::name>(bytes(1, limits::kNameBytes), "shown label"),
      field<&T::max_bytes>(range(1, limits::kCustomizationBytes), "of UTF-8; absent: 500")
          .optional(),
      field<&T::required>("true: not sold without it").optional(),
  };
};

}  // namespace sealcart
