// One description of each wire type. Reader, writer, JSON Schema, TypeScript and WIRE.md follow it.
//
//   struct TaxRate { std::string id; std::int32_t rate_ppm = 0; bool included = false; … };
//
//   template <>
//   struct Describe<TaxRate> : Fields<TaxRate> {
//     static constexpr std::string_view doc = "A rate of one tax category in one zone.";
//     static constexpr std::array fields{
//         field<&T::id>(bytes(1, limits::kIdBytes), "stable id, shown in explanations"),
//         field<&T::rate_ppm>(range(0, limits::kRatePpm), "parts per million; 20 % = 200000"),
//         field<&T::included>("true: the price contains the tax").optional(),
//         field<&T::places>("where it applies").items(limits::kPlacesPerZone),
//     };
//   };
//
//   template <>
//   struct Describe<TaxMode> { static constexpr std::string_view doc = "How prices hold tax."; };
//
// Names are read off the member, type and enumerator by the compiler and turned from snake_case
// into the camelCase of the wire, so no name is typed twice. (`name` in a Describe<T> overrides
// that of the type, for a nested one.)
//
// A field may be a bool, std::int32_t, std::int64_t, std::string, Timestamp, Id128, a described
// enum (numbered 0, 1, 2, … in one byte), a described struct, and a std::optional or std::vector
// of one of these. Numbers need a range, texts bytes, lists items: a missing bound does not
// compile. A field is required unless it is a std::optional or says `.optional()`, when an absent
// field keeps the default of the struct (lists start empty). A list of structs of two texts that
// says `.keyed()` is an object on the wire: {"max":"9999"}. A Describe<T> may also give
// `static Status check(const T&)` for what one field alone cannot say; the reader runs it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "sealcart/result.h"

namespace sealcart {

enum class Kind : std::uint8_t { boolean, int32, int64, text, id128, enumeration, object };

// What the type-erased reader and writer need to know of a std::vector, std::optional and enum.
struct ListOps {
  std::size_t (*size)(const void* list);
  const void* (*at)(const void* list, std::size_t index);
  void* (*grow)(void* list);  // appends one default element
};
struct OptionalOps {
  const void* (*get)(const void* optional);  // null when empty
  void* (*emplace)(void* optional);
};
struct EnumInfo {
  std::string_view name;                     // "TaxMode"
  std::span<const std::string_view> values;  // on the wire, by number: "halfUp"
};

struct TypeInfo;

struct FieldInfo {
  std::string_view name;  // on the wire: "ratePpm"
  void* (*member)(void* object) = nullptr;
  const TypeInfo* object = nullptr;    // of Kind::object
  const EnumInfo* names = nullptr;     // of Kind::enumeration
  const OptionalOps* maybe = nullptr;  // of a std::optional; the rest is about its value
  const ListOps* list = nullptr;       // of a std::vector; the rest is about its elements
  std::int64_t min = 0;                // of a number, or bytes of UTF-8 of a text
  std::int64_t max = 0;
  std::uint32_t max_items = 0;
  Kind kind = Kind::boolean;
  bool required = true;
  bool keyed = false;  // a list of {name, value} that is an object on the wire
};

struct TypeInfo {
  std::string_view name;  // "TaxRate"
  std::span<const FieldInfo> fields;
  Status (*check)(const void* object);  // may be null
};

// Specialised beside each wire type.
template <class T>
struct Describe;

// Base of Describe<Struct>: lets its field list say `T`.
template <class Struct>
struct Fields {
  using T = Struct;
};

struct Range {
  std::int64_t min, max;
};
struct Bytes {
  std::int64_t min, max;
};
consteval Range range(std::int64_t min, std::int64_t max) { return {min, max}; }
consteval Bytes bytes(std::size_t min, std::size_t max) {
  return {static_cast<std::int64_t>(min), static_cast<std::int64_t>(max)};
}

struct TypeDocs;
struct EnumDocs;

// A field as it is described: its facts, its sentence, and where to read on.
struct FieldSpec {
  FieldInfo info;
  std::string_view doc;
  const TypeDocs* object = nullptr;  // of Kind::object
  const EnumDocs* names = nullptr;   // of Kind::enumeration
  bool has_range = false, has_bytes = false, has_items = false;

  consteval FieldSpec optional() const {
    FieldSpec copy = *this;
    copy.info.required = false;
    return copy;
  }
  consteval FieldSpec items(std::size_t max) const {
    FieldSpec copy = *this;
    copy.info.max_items = static_cast<std::uint32_t>(max);
    copy.has_items = true;
    return copy;
  }
  consteval FieldSpec keyed() const {
    FieldSpec copy = *this;
    copy.info.keyed = true;
    return copy;
  }
};

// Sentences and all, for the emitters. None of it reaches the Wasm module.
struct TypeDocs {
  const TypeInfo* info;
  std::string_view doc;
  std::span<const FieldSpec> fields;
};
struct EnumDocs {
  const EnumInfo* info;
  std::string_view doc;
};

}  // namespace sealcart

#include "sealcart/describe_details.h"

namespace sealcart {

// One field: its meaning and unit in a sentence, after a range or bytes where its type needs one.
template <auto Member>
consteval FieldSpec field(std::string_view doc) {
  FieldSpec spec = details::spec_of_member<Member>();
  spec.doc = doc;
  return spec;
}
template <auto Member>
consteval FieldSpec field(Range range, std::string_view doc) {
  FieldSpec spec = field<Member>(doc);
  spec.info.min = range.min;
  spec.info.max = range.max;
  spec.has_range = true;
  return spec;
}
template <auto Member>
consteval FieldSpec field(Bytes bytes, std::string_view doc) {
  FieldSpec spec = field<Member>(doc);
  spec.info.min = bytes.min;
  spec.info.max = bytes.max;
  spec.has_bytes = true;
  return spec;
}

// The description of T as the type-erased reader and writer see it.
template <class T>
constexpr const TypeInfo& type_of() {
  return details::TypeTable<T>::info;
}

// The same with its sentences.
template <class T>
constexpr const TypeDocs& docs_of() {
  return details::TypeTable<T>::docs;
}

}  // namespace sealcart
