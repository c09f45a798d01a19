#include "sealcart/describe.h"

#include <gtest/gtest.h>

#include "support/example.h"

namespace sealcart {
namespace {

const FieldInfo& field_named(const TypeInfo& type, std::string_view name) {
  for (const FieldInfo& field : type.fields) {
    if (field.name == name) return field;
  }
  ADD_FAILURE() << "no field " << name;
  return type.fields[0];
}

TEST(Describe, NamesComeFromTheCompilerInCamelCase) {
  const TypeInfo& type = type_of<Example>();
  EXPECT_EQ(type.name, "Example");
  EXPECT_EQ(type.fields.size(), 16u);
  EXPECT_EQ(type.fields[1].name, "ratePpm");
  EXPECT_EQ(type.fields[3].name, "isIncluded");
}

TEST(Describe, EnumeratorsAreFoundInOrderAndATrailingUnderscoreIsDropped) {
  const EnumInfo& names = *field_named(type_of<Example>(), "mode").names;
  EXPECT_EQ(names.name, "ExampleMode");
  ASSERT_EQ(names.values.size(), 3u);
  EXPECT_EQ(names.values[0], "plain");
  EXPECT_EQ(names.values[1], "halfUp");
  EXPECT_EQ(names.values[2], "default");
}

TEST(Describe, KindsAndBoundsFollowTheMember) {
  const TypeInfo& type = type_of<Example>();
  EXPECT_EQ(field_named(type, "ratePpm").kind, Kind::int32);
  EXPECT_EQ(field_named(type, "ratePpm").max, limits::kRatePpm);
  EXPECT_EQ(field_named(type, "line").kind, Kind::id128);
  EXPECT_EQ(field_named(type, "madeAt").kind, Kind::int64);
  EXPECT_EQ(field_named(type, "madeAt").max, 8'640'000'000'000'000);
  EXPECT_EQ(field_named(type, "part").object, &type_of<ExamplePart>());
  EXPECT_EQ(field_named(type, "parts").max_items, 3u);
  EXPECT_NE(field_named(type, "parts").list, nullptr);
}

TEST(Describe, OptionalMembersAreNotRequired) {
  const TypeInfo& type = type_of<Example>();
  EXPECT_TRUE(field_named(type, "parts").required);
  EXPECT_FALSE(field_named(type, "stock").required);
  EXPECT_NE(field_named(type, "stock").maybe, nullptr);
  EXPECT_FALSE(field_named(type, "note").required);
  EXPECT_EQ(field_named(type, "note").maybe, nullptr);
}

TEST(Describe, MembersAreReachedThroughTheirAddress) {
  Example example;
  void* count = field_named(type_of<Example>(), "count").member(&example);
  EXPECT_EQ(count, static_cast<void*>(&example.count));
}

TEST(Describe, SentencesAreThereForTheEmitters) {
  const TypeDocs& docs = docs_of<Example>();
  EXPECT_EQ(docs.doc, "An example.");
  EXPECT_EQ(docs.fields[7].doc, "a struct");
  EXPECT_EQ(docs.fields[7].object->doc, "A part.");
  EXPECT_EQ(docs.fields[4].names->doc, "How it works.");
}

}  // namespace
}  // namespace sealcart
