#include "text_at.h"

#include <algorithm>
#include <string>

namespace sealcart {

std::string_view text_at(const TypeInfo& type, const void* object, std::string_view path) {
  const std::size_t dot = path.find('.');
  const auto field = std::ranges::find(type.fields, path.substr(0, dot), &FieldInfo::name);
  if (field == type.fields.end() || field->list != nullptr) return {};
  // The description's accessors serve the reader too, which fills what it gets.
  const void* member = field->member(const_cast<void*>(object));
  if (field->maybe != nullptr) member = field->maybe->get(member);
  if (member == nullptr) return {};
  if (dot != path.npos) {
    return field->kind == Kind::object ? text_at(*field->object, member, path.substr(dot + 1))
                                       : std::string_view();
  }
  if (field->kind == Kind::text) return *static_cast<const std::string*>(member);
  const bool ticked = field->kind == Kind::boolean && *static_cast<const bool*>(member);
  return ticked ? "1" : "";
}

}  // namespace sealcart
