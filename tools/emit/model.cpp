#include <algorithm>

#include "emit.h"
#include "sealcart/wire_types.h"

namespace sealcart::emit {
namespace {

template <class Docs>
bool add_once(std::vector<const Docs*>& list, const Docs* docs) {
  if (std::find(list.begin(), list.end(), docs) != list.end()) return false;
  list.push_back(docs);
  return true;
}

void add(Model& model, const TypeDocs* type) {
  if (!add_once(model.types, type)) return;
  for (const FieldSpec& field : type->fields) {
    if (field.names) add_once(model.enums, field.names);
    if (field.object && !field.info.keyed) add(model, field.object);
  }
}

}  // namespace

Model wire_model() {
  Model model;
  model.documents.assign(kWireDocuments.begin(), kWireDocuments.end());
  for (const TypeDocs* document : model.documents) add(model, document);
  return model;
}

}  // namespace sealcart::emit
