// docs/WIRE.md
#include <algorithm>

#include "emit.h"
#include "sealcart/limits.h"
#include "sealcart/result.h"

namespace sealcart::emit {
namespace {

constexpr std::string_view kIntroduction = R"(# The wire

What crosses a boundary as JSON: between page and module, browser and server, and on disk. Emitted
from the descriptions in `core/include/sealcart` by `sealcart_emit`; do not edit. Each document has
a JSON Schema in `docs/schema`.

## Reading

JSON of RFC 8259 in UTF-8. One problem, the first, is told with its code and the path of the field;
a document is read whole or not at all.

- Refused before anything is read: too many bytes, what is not UTF-8, nesting deeper than )";

constexpr std::string_view kRules = R"( levels.
- Numbers are whole and written without fraction and exponent. JSON Schema can't say so: `1.0` is an
  `integer` to it, and refused here.
- Lengths of texts are in bytes of UTF-8; the schemas count characters and give the widest range.
- No field that is not listed, none twice, and never `__proto__`, `constructor` or `prototype`.
- `null` is no value: an optional field is left out.

## Writing

Fields in the order of the tables, without spaces, lists always, absent optional values never, no
escape that RFC 8259 does not demand. Equal values are equal bytes, natively and in Wasm.

An error is `{"code":"quantity_too_large","path":"quantity","params":{"given":"10","max":"9"}}`.
)";

std::string anchor(std::string_view name) {
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return "[" + std::string(name) + "](#" + lower + ")";
}

std::string type_text(const FieldInfo& field) {
  if (field.keyed) return "object of text";
  const std::string element = [&]() -> std::string {
    switch (field.kind) {
      case Kind::boolean:
        return "boolean";
      case Kind::int32:
      case Kind::int64:
        return "integer";
      case Kind::text:
        return "text";
      case Kind::id128:
        return "id";
      case Kind::enumeration:
        return anchor(field.names->name);
      case Kind::object:
        return anchor(field.object->name);
    }
    return "";
  }();
  return field.list ? "list of " + element : element;
}

// A cell of a table must not end early.
std::string cell(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '|' ? std::string("\\|") : std::string(1, c);
  return out;
}

std::string row(const std::vector<std::string>& cells) {
  std::string out = "|";
  for (const std::string& text : cells) out += " " + cell(text) + " |";
  return out + "\n";
}

std::string type_section(const TypeDocs& type, bool is_document) {
  std::string out = std::string(is_document ? "\n## " : "\n### ") + std::string(type.info->name);
  out += "\n\n" + std::string(type.doc) + "\n\n";
  out += row({"field", "type", "", "range", "meaning"}) + "|---|---|---|---|---|\n";
  for (const FieldSpec& field : type.fields) {
    out += row({"`" + std::string(field.info.name) + "`", type_text(field.info),
                field.info.required ? "" : "optional", bounds(field.info), std::string(field.doc)});
  }
  return out;
}

std::string enum_section(const EnumDocs& names) {
  std::string out =
      "\n### " + std::string(names.info->name) + "\n\n" + std::string(names.doc) + "\n\n";
  for (const std::string_view value : names.info->values) out += "`" + std::string(value) + "` ";
  out.back() = '\n';
  return out;
}

std::string error_section() {
  std::string out =
      "\n## Errors\n\nThe closed list of codes. `status` is that of the problem document";
  out += " (RFC 9457); codes without one are born in the page.\n\n";
  out += row({"code", "status", "text", "what to do"}) + "|---|---|---|---|\n";
  for (std::size_t i = 0; i < kErrorCodes; ++i) {
    const auto code = static_cast<ErrorCode>(i);
    const int status = error_http_status(code);
    out += row({"`" + std::string(error_name(code)) + "`", status ? std::to_string(status) : "",
                std::string(error_text(code)), std::string(error_fix(code))});
  }
  return out;
}

}  // namespace

File wire_markdown(const Model& model) {
  std::string out(kIntroduction);
  out += std::to_string(limits::kJsonDepth);
  out += kRules;
  for (const TypeDocs* type : model.types) {
    const auto& documents = model.documents;
    const bool is_document = std::find(documents.begin(), documents.end(), type) != documents.end();
    out += type_section(*type, is_document);
  }
  out += "\n## Named values\n";
  for (const EnumDocs* names : model.enums) out += enum_section(*names);
  out += error_section();
  return {"docs/WIRE.md", out};
}

}  // namespace sealcart::emit
