// web/src/generated/*.ts
#include "emit.h"
#include "sealcart/result.h"
#include "sealcart/snapshot.h"

namespace sealcart::emit {
namespace {

constexpr std::string_view kHeader = "// Emitted from core by sealcart_emit; do not edit.\n";

std::string element_type(const FieldInfo& field) {
  switch (field.kind) {
    case Kind::boolean:
      return "boolean";
    case Kind::int32:
    case Kind::int64:
      return "number";
    case Kind::text:
    case Kind::id128:
      return "string";
    case Kind::enumeration:
      return std::string(field.names->name);
    case Kind::object:
      return std::string(field.object->name);
  }
  return "unknown";
}

std::string field_type(const FieldInfo& field) {
  if (field.keyed) return "Readonly<Record<string, string>>";
  return field.list ? "readonly " + element_type(field) + "[]" : element_type(field);
}

std::string comment(std::string_view indent, std::string text) {
  return std::string(indent) + "/** " + text + " */\n";
}

std::string sentence(std::string_view doc, const std::string& addition) {
  return addition.empty() ? std::string(doc) : std::string(doc) + " (" + addition + ")";
}

std::string interface_of(const TypeDocs& type) {
  std::string out = comment("", std::string(type.doc));
  out += "export interface " + std::string(type.info->name) + " {\n";
  for (const FieldSpec& field : type.fields) {
    out += comment("  ", sentence(field.doc, bounds(field.info)));
    out += "  readonly " + std::string(field.info.name) + (field.info.required ? ": " : "?: ");
    out += field_type(field.info) + ";\n";
  }
  return out + "}\n";
}

std::string union_of(const EnumDocs& names) {
  std::string out = comment("", std::string(names.doc));
  out += "export type " + std::string(names.info->name) + " =";
  for (const std::string_view value : names.info->values) out += "\n  | " + in_quotes(value);
  return out + ";\n";
}

template <class Names>
std::string name_list(std::string_view constant, std::string_view doc, const Names& names) {
  std::string out = "\n" + comment("", std::string(doc));
  out += "export const " + std::string(constant) + " = [\n";
  for (const std::string_view name : names) out += "  " + in_quotes(camel_case(name)) + ",\n";
  return out + "] as const;\n";
}

// The numbers of the head, each read when it is asked for.
std::string head_reader() {
  std::string out = "\n/** The numbers of the head, each read when it is asked for. */\n";
  out += "export abstract class FlatHead {\n  protected abstract numbers(): Float64Array;\n";
  for (std::size_t i = 0; i < kFlatHead.size(); ++i) {
    out += "  get " + camel_case(kFlatHead[i]) + "(): number {\n    return this.numbers()[" +
           std::to_string(i) + "]!;\n  }\n";
  }
  return out + "}\n";
}

// The numbers of one record as an object that is kept, and what brings it up to date.
template <class Names>
std::string record_reader(std::string_view type, const Names& names) {
  const std::string name(type);
  std::string out = "\n/** The numbers of such a record. */\nexport interface " + name + " {\n";
  for (const std::string_view field : names) out += "  " + camel_case(field) + ": number;\n";
  out += "}\nexport function read" + name + "(into: " + name +
         ", numbers: Float64Array, at: number): void {\n";
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string offset = i == 0 ? "" : " + " + std::to_string(i);
    out += "  into." + camel_case(names[i]) + " = numbers[at" + offset + "]!;\n";
  }
  return out + "}\n";
}

// One table of a text for each code.
std::string code_table(std::string_view constant, std::string_view doc,
                       std::string_view (*text)(ErrorCode)) {
  std::string out = "\n" + comment("", std::string(doc));
  out += "export const " + std::string(constant) + ": Readonly<Record<ErrorCode, string>> = {\n";
  for (std::size_t i = 0; i < kErrorCodes; ++i) {
    const auto code = static_cast<ErrorCode>(i);
    out += "  " + std::string(error_name(code)) + ": " + in_quotes(text(code)) + ",\n";
  }
  return out + "};\n";
}

}  // namespace

File wire_typescript(const Model& model) {
  std::string out(kHeader);
  out +=
      "// The documents that cross a boundary as JSON (docs/WIRE.md). Amounts are whole minor "
      "units.\n";
  for (const EnumDocs* names : model.enums) out += "\n" + union_of(*names);
  for (const TypeDocs* type : model.types) out += "\n" + interface_of(*type);
  return {"web/src/generated/wire.ts", out};
}

File error_typescript() {
  std::string out(kHeader);
  out += "\n" + comment("", "Why something was refused. A code is never renamed or reused.");
  out += "export type ErrorCode =";
  for (std::size_t i = 0; i < kErrorCodes; ++i) {
    out += "\n  | " + in_quotes(error_name(static_cast<ErrorCode>(i)));
  }
  out += ";\n";
  out +=
      code_table("errorTexts", "What was wrong, in English; {name} is filled from the parameters.",
                 error_text);
  out += code_table("errorFixes", "What to do about it.", error_fix);
  return {"web/src/generated/error-codes.ts", out};
}

File layout_typescript() {
  std::string out(kHeader);
  out += "// The flat form of a snapshot: one double for each name, read without JSON.\n\n";
  out += comment("", "Layout of the module; the page refuses a module of another one.");
  out += "export const FLAT_LAYOUT = " + std::to_string(kFlatLayout) + ";\n";
  out += name_list("FLAT_HEAD", "The head of the array.", kFlatHead);
  out += head_reader();
  out += name_list("FLAT_LINE", "Then one record for each line,", kFlatLine);
  out += record_reader("FlatLine", kFlatLine);
  out += name_list("FLAT_TAX", "for each tax,", kFlatTax);
  out += name_list("FLAT_METHOD", "for each shipping method,", kFlatMethod);
  out += name_list("FLAT_GAP", "and for each gap.", kFlatGap);
  return {"web/src/generated/snapshot-layout.ts", out};
}

}  // namespace sealcart::emit
