// Reads JSON into described types. One interpreter for all of them; no code for each type.
#include <utility>
#include <vector>

#include "json_events.h"
#include "sealcart/ids.h"
#include "sealcart/wire.h"

namespace sealcart {
namespace {

// In the terms of JSON Schema.
std::string_view expected_type(const FieldInfo& field, bool element) {
  if (field.list && !element) return field.keyed ? "object" : "array";
  switch (field.kind) {
    case Kind::boolean:
      return "boolean";
    case Kind::int32:
    case Kind::int64:
      return "integer";
    case Kind::object:
      return "object";
    default:
      return "string";
  }
}

// Whether a text is as long as its field demands; the path is the caller's.
std::optional<Error> length_problem(const FieldInfo& field, const std::string& text) {
  const auto size = static_cast<std::int64_t>(text.size());
  if (size > field.max) return Error(ErrorCode::text_too_long).with("max", field.max);
  if (size < field.min) return Error(ErrorCode::text_too_short).with("min", field.min);
  return std::nullopt;
}

class Reader final : public JsonEvents {
 public:
  Reader(const TypeInfo& type, void* out) : root_type_(type), root_(out) {}

  bool null() override { return begin_value() && wrong_type(); }
  bool boolean(bool value) override;
  bool integer(std::int64_t value) override;
  bool fraction() override;
  bool huge() override;
  bool text(const std::string& value) override;
  bool begin_object() override;
  bool key(const std::string& name) override;
  bool end_object() override;
  bool begin_list() override;
  bool end_list() override;
  std::string path() const override;

 private:
  // An object or a list that has begun and not ended.
  struct Frame {
    const TypeInfo* type;     // of an object; null in a list
    void* at;                 // the object, or the std::vector
    const FieldInfo* field;   // named last in the object, or the one the list belongs to
    std::uint64_t seen = 0;   // of an object: bit i says that field i was named
    std::uint32_t begun = 0;  // elements of a list
    bool is_entry = false;    // an element of a keyed list: `field` is its value
  };

  bool begin_entry(const std::string& name);
  void end_entry();
  bool is_list_element() const { return !frames_.empty() && !frames_.back().type; }
  bool wants(Kind kind) const;
  bool begin_value();
  void* place();
  bool place_id(const std::string& value);
  bool place_enumerator(const std::string& value);
  bool out_of_range(const FieldInfo& field);
  bool wrong_type();

  const TypeInfo& root_type_;
  void* root_;
  std::vector<Frame> frames_;
};

// Every value begins here, so that paths and counts include it.
bool Reader::begin_value() {
  if (!is_list_element()) return true;
  Frame& list = frames_.back();
  if (list.begun == list.field->max_items) {
    list.begun = 0;  // the path of the list, not of an element
    return fail(Error(ErrorCode::list_too_long, path()).with("max", list.field->max_items));
  }
  ++list.begun;
  return true;
}

// Whether the value that begins may be of this kind. At the root it may not: that is an object.
bool Reader::wants(Kind kind) const {
  if (frames_.empty()) return false;
  const FieldInfo& field = *frames_.back().field;
  return field.kind == kind && (is_list_element() || !field.list);
}

// Where the value that begins goes. Appends to a list, fills an optional.
void* Reader::place() {
  const Frame& frame = frames_.back();
  const FieldInfo& field = *frame.field;
  if (!frame.type) return field.list->grow(frame.at);
  void* member = field.member(frame.at);
  return field.maybe ? field.maybe->emplace(member) : member;
}

bool Reader::wrong_type() {
  const std::string_view expected =
      frames_.empty() ? "object" : expected_type(*frames_.back().field, is_list_element());
  return fail(Error(ErrorCode::field_type, path()).with("expected", std::string(expected)));
}

// --- values ------------------------------------------------------------------------------------
bool Reader::boolean(bool value) {
  if (!begin_value()) return false;
  if (!wants(Kind::boolean)) return wrong_type();
  *static_cast<bool*>(place()) = value;
  return true;
}

bool Reader::integer(std::int64_t value) {
  if (!begin_value()) return false;
  if (!wants(Kind::int32) && !wants(Kind::int64)) return wrong_type();
  const FieldInfo& field = *frames_.back().field;
  if (value < field.min || value > field.max) return out_of_range(field);
  void* at = place();
  if (field.kind == Kind::int32) {
    *static_cast<std::int32_t*>(at) = static_cast<std::int32_t>(value);
  } else {
    *static_cast<std::int64_t*>(at) = value;
  }
  return true;
}

bool Reader::fraction() {
  if (!begin_value()) return false;
  if (!wants(Kind::int32) && !wants(Kind::int64)) return wrong_type();
  return fail(Error(ErrorCode::number_not_integer, path()));
}

bool Reader::huge() {
  if (!begin_value()) return false;
  if (!wants(Kind::int32) && !wants(Kind::int64)) return wrong_type();
  return out_of_range(*frames_.back().field);
}

bool Reader::out_of_range(const FieldInfo& field) {
  return fail(
      Error(ErrorCode::number_out_of_range, path()).with("min", field.min).with("max", field.max));
}

bool Reader::text(const std::string& value) {
  if (!begin_value()) return false;
  if (wants(Kind::id128)) return place_id(value);
  if (wants(Kind::enumeration)) return place_enumerator(value);
  if (!wants(Kind::text)) return wrong_type();
  if (auto problem = length_problem(*frames_.back().field, value)) {
    return fail(std::move(*problem).inside(path()));
  }
  *static_cast<std::string*>(place()) = value;
  return true;
}

bool Reader::place_id(const std::string& value) {
  const auto bytes = from_hex(value);
  if (!bytes) return fail(Error(ErrorCode::id_invalid, path()));
  *static_cast<std::array<std::uint8_t, 16>*>(place()) = *bytes;
  return true;
}

bool Reader::place_enumerator(const std::string& value) {
  const auto values = frames_.back().field->names->values;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] != value) continue;
    *static_cast<std::uint8_t*>(place()) = static_cast<std::uint8_t>(i);
    return true;
  }
  std::string allowed;
  for (const std::string_view name : values) {
    if (!allowed.empty()) allowed += ", ";
    allowed += name;
  }
  return fail(Error(ErrorCode::value_not_allowed, path()).with("allowed", std::move(allowed)));
}

// --- objects -----------------------------------------------------------------------------------
bool Reader::begin_object() {
  if (!begin_value()) return false;
  if (frames_.empty()) {
    frames_.push_back({&root_type_, root_, nullptr});
    return true;
  }
  const FieldInfo& field = *frames_.back().field;
  if (field.keyed && !is_list_element()) {
    frames_.push_back({nullptr, place(), &field});
    return true;
  }
  if (!wants(Kind::object)) return wrong_type();
  frames_.push_back({field.object, place(), nullptr});
  return true;
}

bool Reader::key(const std::string& name) {
  end_entry();
  if (is_list_element()) return begin_entry(name);
  Frame& object = frames_.back();
  const auto fields = object.type->fields;
  // Most documents come in declared order: look first behind the field before.
  std::size_t i = object.field ? static_cast<std::size_t>(object.field - fields.data()) + 1 : 0;
  std::size_t left = fields.size();
  for (; left > 0; --left, ++i) {
    if (i >= fields.size()) i = 0;
    if (fields[i].name == name) break;
  }
  if (left == 0) {
    object.field = nullptr;
    std::string at = path();
    append_key(at, name);
    if (!is_forbidden_key(name)) return fail(Error(ErrorCode::field_unknown, std::move(at)));
    return fail(Error(ErrorCode::json_forbidden_key, std::move(at)).with("key", name));
  }
  object.field = &fields[i];
  const std::uint64_t bit = std::uint64_t{1} << i;
  if (object.seen & bit) return fail(Error(ErrorCode::json_duplicate_key, path()));
  object.seen |= bit;
  return true;
}

bool Reader::end_object() {
  end_entry();
  if (is_list_element()) return end_list();
  Frame& object = frames_.back();
  const auto fields = object.type->fields;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (!fields[i].required || (object.seen >> i & 1)) continue;
    object.field = &fields[i];
    return fail(Error(ErrorCode::field_missing, path()));
  }
  object.field = nullptr;
  if (object.type->check) {
    if (Status checked = object.type->check(object.at); !checked) {
      return fail(std::move(checked).error().inside(path()));
    }
  }
  frames_.pop_back();
  return true;
}

// --- lists -------------------------------------------------------------------------------------
bool Reader::begin_list() {
  if (!begin_value()) return false;
  if (frames_.empty() || is_list_element()) return wrong_type();
  const FieldInfo& field = *frames_.back().field;
  if (!field.list || field.keyed) return wrong_type();
  frames_.push_back({nullptr, place(), &field});
  return true;
}

bool Reader::end_list() {
  frames_.pop_back();
  return true;
}

// --- keyed lists -------------------------------------------------------------------------------
// {"max":"9999"}: each key begins an element; its value is read like any other field.
bool Reader::begin_entry(const std::string& name) {
  if (!begin_value()) return false;
  const Frame list = frames_.back();
  const TypeInfo& type = *list.field->object;
  const FieldInfo& key_field = type.fields[0];
  const auto refuse_key = [&](Error error) {
    std::string at = path();
    append_key(at, name);
    return fail(std::move(error).inside(at));
  };
  if (is_forbidden_key(name)) {
    return refuse_key(Error(ErrorCode::json_forbidden_key).with("key", name));
  }
  for (std::size_t i = 0; i + 1 < list.begun; ++i) {
    void* element = const_cast<void*>(list.field->list->at(list.at, i));
    if (*static_cast<std::string*>(key_field.member(element)) == name) {
      return refuse_key(Error(ErrorCode::json_duplicate_key));
    }
  }
  if (auto problem = length_problem(key_field, name)) return refuse_key(std::move(*problem));
  void* element = place();
  *static_cast<std::string*>(key_field.member(element)) = name;
  frames_.push_back({.type = &type, .at = element, .field = &type.fields[1], .is_entry = true});
  return true;
}

void Reader::end_entry() {
  if (frames_.back().is_entry) frames_.pop_back();
}

std::string Reader::path() const {
  std::string path;
  for (const Frame& frame : frames_) {
    if (frame.is_entry) {
      append_key(path, *static_cast<std::string*>(frame.type->fields[0].member(frame.at)));
    } else if (frame.type) {
      if (frame.field) append_key(path, frame.field->name);
    } else if (!frame.field->keyed) {
      append_index(path, frame.begun);
    }
  }
  return path;
}

}  // namespace

Status read_json_into(std::string_view text, std::size_t max_bytes, const TypeInfo& type,
                      void* out) {
  Reader reader(type, out);
  return parse_json(text, max_bytes, reader);
}

}  // namespace sealcart
