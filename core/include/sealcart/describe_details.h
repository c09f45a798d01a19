// How describe.h turns members into descriptions. Included by describe.h only.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "sealcart/identifier.h"
#include "sealcart/ids.h"
#include "sealcart/time.h"

namespace sealcart::details {

template <class Pointer>
struct MemberOf;
template <class Class, class Type>
struct MemberOf<Type Class::*> {
  using class_type = Class;
  using type = Type;
};

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;
template <class T>
inline constexpr bool is_id128 = false;
template <class Tag>
inline constexpr bool is_id128<Id128<Tag>> = true;

// Milliseconds a JavaScript Date can hold (ECMA-262, "Time Values and Time Range").
inline constexpr std::int64_t kTimestampMs = 8'640'000'000'000'000;

template <class List>
inline constexpr ListOps kListOps{
    [](const void* list) { return static_cast<const List*>(list)->size(); },
    [](const void* list, std::size_t index) -> const void* {
      return &(*static_cast<const List*>(list))[index];
    },
    [](void* list) -> void* { return &static_cast<List*>(list)->emplace_back(); }};

template <class Optional>
inline constexpr OptionalOps kOptionalOps{
    [](const void* optional) -> const void* {
      const auto& value = *static_cast<const Optional*>(optional);
      return value ? &*value : nullptr;
    },
    [](void* optional) -> void* { return &static_cast<Optional*>(optional)->emplace(); }};

// --- enums -------------------------------------------------------------------------------------
template <class Enum, std::size_t Number = 0>
consteval std::size_t enumerator_count() {
  if constexpr (is_enumerator<static_cast<Enum>(Number)>()) {
    return enumerator_count<Enum, Number + 1>();
  } else {
    return Number;
  }
}

template <class Enum>
struct EnumTable {
  static_assert(sizeof(Enum) == 1, "an enum of the wire is stored in one byte");
  static constexpr auto values = []<std::size_t... I>(std::index_sequence<I...>) {
    return std::array{kWireName<static_cast<Enum>(I)>...};
  }(std::make_index_sequence<enumerator_count<Enum>()>{});
  static constexpr EnumInfo info{kTypeName<Enum>, values};
  static constexpr EnumDocs docs{&info, Describe<Enum>::doc};
};

// A nested type may need another name on the wire than in C++.
template <class T>
consteval std::string_view wire_type_name() {
  if constexpr (requires { Describe<T>::name; }) {
    return Describe<T>::name;
  } else {
    return kTypeName<T>;
  }
}

// --- structs -----------------------------------------------------------------------------------
consteval bool is_name_and_value(const TypeInfo* type) {
  return type && !type->check && type->fields.size() == 2 && type->fields[0].kind == Kind::text &&
         type->fields[1].kind == Kind::text && !type->fields[0].list && !type->fields[1].list &&
         !type->fields[0].maybe && !type->fields[1].maybe;
}

template <class T>
consteval bool is_bounded() {
  for (const FieldSpec& spec : Describe<T>::fields) {
    const Kind kind = spec.info.kind;
    const bool is_number = kind == Kind::int32 || kind == Kind::int64;
    if (spec.has_range != is_number || spec.has_bytes != (kind == Kind::text)) return false;
    if (spec.has_items != (spec.info.list != nullptr)) return false;
    if (spec.info.min > spec.info.max || spec.doc.empty()) return false;
    if (spec.info.keyed && !(spec.info.list && is_name_and_value(spec.info.object))) return false;
  }
  return true;
}

template <class T>
struct TypeTable {
  static constexpr std::size_t count = Describe<T>::fields.size();
  static_assert(count <= 64, "the reader keeps the fields it has seen in 64 bits");
  static_assert(
      is_bounded<T>(),
      "a number needs range(), a text bytes(), a list .items(), each field a sentence; only "
      "a list of structs of two texts can be .keyed()");

  static constexpr auto fields = [] {
    std::array<FieldInfo, count> infos;
    for (std::size_t i = 0; i < count; ++i) infos[i] = Describe<T>::fields[i].info;
    return infos;
  }();
  static constexpr auto check = [] {
    Status (*function)(const void*) = nullptr;
    if constexpr (requires(const T& value) { Describe<T>::check(value); }) {
      function = [](const void* object) {
        return Describe<T>::check(*static_cast<const T*>(object));
      };
    }
    return function;
  }();
  static constexpr TypeInfo info{wire_type_name<T>(), fields, check};
  static constexpr TypeDocs docs{&info, Describe<T>::doc, Describe<T>::fields};
};

// --- fields ------------------------------------------------------------------------------------
template <class Leaf>
consteval void describe_leaf(FieldSpec& spec) {
  FieldInfo& info = spec.info;
  if constexpr (std::same_as<Leaf, bool>) {
    info.kind = Kind::boolean;
  } else if constexpr (std::same_as<Leaf, std::int32_t>) {
    info.kind = Kind::int32;
  } else if constexpr (std::same_as<Leaf, std::int64_t>) {
    info.kind = Kind::int64;
  } else if constexpr (std::same_as<Leaf, Timestamp>) {
    info.kind = Kind::int64;
    info.max = kTimestampMs;
    spec.has_range = true;
  } else if constexpr (std::same_as<Leaf, std::string>) {
    info.kind = Kind::text;
  } else if constexpr (is_id128<Leaf>) {
    info.kind = Kind::id128;
  } else if constexpr (std::is_enum_v<Leaf>) {
    info.kind = Kind::enumeration;
    info.names = &EnumTable<Leaf>::info;
    spec.names = &EnumTable<Leaf>::docs;
  } else {
    info.kind = Kind::object;
    info.object = &TypeTable<Leaf>::info;
    spec.object = &TypeTable<Leaf>::docs;
  }
}

template <class Type>
consteval void describe_type(FieldSpec& spec) {
  if constexpr (is_optional<Type>) {
    spec.info.required = false;
    spec.info.maybe = &kOptionalOps<Type>;
    describe_type<typename Type::value_type>(spec);
  } else if constexpr (is_list<Type>) {
    spec.info.list = &kListOps<Type>;
    describe_leaf<typename Type::value_type>(spec);
  } else {
    describe_leaf<Type>(spec);
  }
}

template <auto Member>
consteval FieldSpec spec_of_member() {
  using Traits = MemberOf<decltype(Member)>;
  FieldSpec spec;
  spec.info.name = kWireName<Member>;
  spec.info.member = [](void* object) -> void* {
    return &(static_cast<typename Traits::class_type*>(object)->*Member);
  };
  describe_type<typename Traits::type>(spec);
  return spec;
}

}  // namespace sealcart::details
