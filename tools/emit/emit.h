// Everything that is generated from core: TypeScript, JSON Schema and WIRE.md, each from the same
// descriptions, so that no name, range or code is typed twice.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sealcart/describe.h"

namespace sealcart::emit {

// The wire types in the order they are shown: each document, then the parts it is made of.
struct Model {
  std::vector<const TypeDocs*> documents;
  std::vector<const TypeDocs*> types;  // documents and parts
  std::vector<const EnumDocs*> enums;
};
Model wire_model();

struct File {
  std::string path;  // from the root of the repository
  std::string content;
};

File wire_typescript(const Model& model);
File error_typescript();
File layout_typescript();
File forms_typescript();
File wire_markdown(const Model& model);
std::vector<File> wire_schemas(const Model& model);

// --- words and figures the emitters share --------------------------------------------------------
// "StoreDocument" → "store-document"
std::string kebab_case(std::string_view type_name);
// snake_case → camelCase
std::string camel_case(std::string_view snake);
// 1000000 → "1,000,000"; 2^53-1 is written so.
std::string figure(std::int64_t value);
// "0 to 1,000", "1 to 64 bytes", "32 lower-case hexadecimal digits", "at most 8 entries of …", or
// "".
std::string bounds(const FieldInfo& field);
// 'text' as TypeScript writes it.
std::string in_quotes(std::string_view text);

}  // namespace sealcart::emit
