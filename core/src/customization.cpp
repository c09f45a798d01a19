#include "sealcart/customization.h"

#include <algorithm>

#include "path.h"
#include "sealcart/finding.h"
#include "sealcart/validate/text.h"

namespace sealcart {
namespace {

Error refused_text(ErrorCode code, std::size_t text, std::string_view field) {
  return Error(code, at("customizations", text) + std::string(field));
}

const CustomizationField* field_named(std::span<const CustomizationField> fields,
                                      std::string_view name) {
  const auto found = std::ranges::find(fields, name, &CustomizationField::name);
  return found == fields.end() ? nullptr : &*found;
}

}  // namespace

// In place: a handful of texts, and a sort is a kilobyte of cart.wasm.
Customizations ordered(Customizations texts) {
  Customizations kept;
  for (Customization& text : texts) {
    if (text.value.empty()) continue;
    auto place = kept.end();
    while (place != kept.begin() && text.name < std::prev(place)->name) --place;
    kept.insert(place, std::move(text));
  }
  return kept;
}

Status check_texts(std::span<const Customization> texts) {
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const bool after = i == 0 || texts[i - 1].name < texts[i].name;
    if (!after || texts[i].value.empty()) {
      return refuse(refused_text(ErrorCode::op_invalid, i, {})
                        .with("what", "texts are named once, in order, and not empty"));
    }
    Findings findings;
    check_text({}, texts[i].value, limits::kCustomizationBytes, findings);
    if (findings.all().empty()) continue;
    Error error = refused_text(findings.all().front().code, i, ".value");
    error.params = findings.all().front().params;
    return refuse(std::move(error));
  }
  return {};
}

Status check_customizations(std::span<const CustomizationField> fields,
                            std::span<const Customization> texts) {
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const CustomizationField* field = field_named(fields, texts[i].name);
    if (field == nullptr) {
      return refuse(
          refused_text(ErrorCode::customization_unknown, i, ".name").with("name", texts[i].name));
    }
    if (texts[i].value.size() > static_cast<std::size_t>(field->max_bytes)) {
      return refuse(refused_text(ErrorCode::text_too_long, i, ".value")
                        .with("max", std::int64_t{field->max_bytes}));
    }
  }
  for (const CustomizationField& field : fields) {
    const bool given = std::ranges::find(texts, field.name, &Customization::name) != texts.end();
    if (given || !field.required) continue;
    return refuse(
        Error(ErrorCode::customization_missing, "customizations").with("name", field.name));
  }
  return {};
}

// 0xFF begins no character of UTF-8, so no SKU, name or text holds it: equal bytes are equal texts.
LineId line_id(std::string_view sku, std::span<const Customization> texts) {
  if (texts.empty()) return line_id(sku);
  std::string whole(sku);
  for (const Customization& text : texts) {
    whole += '\xFF';
    whole += text.name;
    whole += '\xFF';
    whole += text.value;
  }
  return line_id(whole);
}

}  // namespace sealcart
