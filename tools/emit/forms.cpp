// web/src/generated/forms.ts: the forms of a checkout and the brands of cards, for pages.
#include <nlohmann/json.hpp>

#include "emit.h"
#include "sealcart/form.h"
#include "sealcart/wire.h"

namespace sealcart::emit {
namespace {

// As TypeScript is formatted; what says nothing (false, "", []) is left out, as a page would.
std::string literal(const nlohmann::ordered_json& value, const std::string& indent) {
  const std::string inner = indent + "  ";
  if (value.is_string()) return in_quotes(value.get<std::string>());
  if (!value.is_structured()) return value.dump();
  std::string out = value.is_array() ? "[\n" : "{\n";
  for (const auto& [name, part] : value.items()) {
    if (part.is_structured() ? part.empty() : part == "") continue;
    out += inner + (value.is_array() ? "" : name + ": ") + literal(part, inner) + ",\n";
  }
  return out + indent + (value.is_array() ? "]" : "}");
}

template <class T>
nlohmann::ordered_json json_of(const T& value) {
  std::string text;
  write_json(text, value);
  return nlohmann::ordered_json::parse(text);
}

std::string checkout_form_list() {
  std::string out =
      "\n/** The forms of a checkout, by name; 'checkout' has all but the payment. */\n";
  out += "export const checkoutForms = {\n";
  for (const FormSchema& schema : checkout_forms()) {
    out += "  " + schema.name + ": " + literal(json_of(schema), "  ") + ",\n";
  }
  return out + "} satisfies Record<string, FormSchema>;\n";
}

std::string card_brand_list() {
  std::string out = "\n/** Brands of cards, in the order the module numbers them. */\n";
  out += "export const cardBrands = [\n";
  for (std::size_t i = 0; i < card_brand_count(); ++i) {
    const CardBrand& brand = card_brand(i);
    out += "  { id: " + in_quotes(brand.id) + ", name: " + in_quotes(brand.name) + " },\n";
  }
  return out + "] as const;\n";
}

}  // namespace

File forms_typescript() {
  std::string out = "// Emitted from core by sealcart_emit; do not edit.\n";
  out += "import type { FormSchema } from './wire.js';\n";
  return {"web/src/generated/forms.ts", out + checkout_form_list() + card_brand_list()};
}

}  // namespace sealcart::emit
