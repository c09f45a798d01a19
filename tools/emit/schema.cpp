// docs/schema/*.json: JSON Schema 2020-12, one file for each document.
#include <nlohmann/json.hpp>

#include "emit.h"

namespace sealcart::emit {
namespace {

using Json = nlohmann::ordered_json;

Json reference(std::string_view name) { return {{"$ref", "#/$defs/" + std::string(name)}}; }

// A character of UTF-8 has one to four bytes, and JSON Schema counts characters.
Json text_schema(const FieldInfo& field) {
  Json schema{{"type", "string"}};
  if (field.min > 0) schema["minLength"] = (field.min + 3) / 4;
  schema["maxLength"] = field.max;
  return schema;
}

Json element_schema(const FieldInfo& field) {
  switch (field.kind) {
    case Kind::boolean:
      return {{"type", "boolean"}};
    case Kind::int32:
    case Kind::int64:
      return {{"type", "integer"}, {"minimum", field.min}, {"maximum", field.max}};
    case Kind::text:
      return text_schema(field);
    case Kind::id128:
      return {{"type", "string"}, {"pattern", "^[0-9a-f]{32}$"}};
    case Kind::enumeration:
      return reference(field.names->name);
    case Kind::object:
      return reference(field.object->name);
  }
  return {};
}

Json field_schema(const FieldSpec& field) {
  Json schema = element_schema(field.info);
  if (field.info.keyed) {
    schema = {{"type", "object"},
              {"maxProperties", field.info.max_items},
              {"additionalProperties", text_schema(field.info.object->fields[1])}};
  } else if (field.info.list) {
    schema = {{"type", "array"}, {"maxItems", field.info.max_items}, {"items", schema}};
  }
  const std::string limit = bounds(field.info);
  schema["description"] = std::string(field.doc) + (limit.empty() ? "" : " (" + limit + ")");
  return schema;
}

Json type_schema(const TypeDocs& type) {
  Json properties = Json::object();
  Json required = Json::array();
  for (const FieldSpec& field : type.fields) {
    properties[std::string(field.info.name)] = field_schema(field);
    if (field.info.required) required.push_back(field.info.name);
  }
  return {{"title", type.info->name},
          {"description", type.doc},
          {"type", "object"},
          {"properties", std::move(properties)},
          {"required", std::move(required)},
          {"additionalProperties", false}};
}

void define_parts(Json& definitions, const TypeDocs& type) {
  for (const FieldSpec& field : type.fields) {
    if (field.names) {
      definitions[std::string(field.names->info->name)] = {{"description", field.names->doc},
                                                           {"enum", field.names->info->values}};
    }
    if (!field.object || field.info.keyed) continue;
    const std::string name(field.object->info->name);
    if (definitions.contains(name)) continue;
    definitions[name] = type_schema(*field.object);
    define_parts(definitions, *field.object);
  }
}

}  // namespace

std::vector<File> wire_schemas(const Model& model) {
  std::vector<File> files;
  for (const TypeDocs* document : model.documents) {
    const std::string name = kebab_case(document->info->name);
    Json schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                {"$id", "urn:sealcart:schema:" + name}};
    schema.update(type_schema(*document));
    Json definitions = Json::object();
    define_parts(definitions, *document);
    if (!definitions.empty()) schema["$defs"] = std::move(definitions);
    files.push_back({"docs/schema/" + name + ".json", schema.dump(2) + "\n"});
  }
  return files;
}

}  // namespace sealcart::emit
