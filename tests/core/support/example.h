// A wire type with every kind of field, for the tests of the wire engine itself.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sealcart/describe.h"
#include "sealcart/limits.h"

namespace sealcart {

enum class ExampleMode : std::uint8_t { plain, half_up, default_ };

struct ExamplePart {
  std::string label;
  std::int64_t amount = 0;
  std::vector<std::int32_t> shares;
  friend bool operator==(const ExamplePart&, const ExamplePart&) = default;
};

struct ExampleParam {
  std::string name;
  std::string value;
  friend bool operator==(const ExampleParam&, const ExampleParam&) = default;
};

struct Example {
  std::string id;
  std::int32_t rate_ppm = 0;
  std::int64_t amount_minor = 0;
  bool is_included = false;
  ExampleMode mode = ExampleMode::plain;
  LineId line;
  Timestamp made_at;
  ExamplePart part;
  std::vector<ExamplePart> parts;
  std::vector<std::string> tags;
  std::optional<std::int32_t> stock;
  std::optional<ExamplePart> spare;
  std::optional<std::vector<std::int32_t>> steps;
  std::vector<ExampleParam> params;
  std::string note = "none";
  std::int32_t count = 7;
  friend bool operator==(const Example&, const Example&) = default;
};

template <>
struct Describe<ExampleMode> {
  static constexpr std::string_view doc = "How it works.";
};

template <>
struct Describe<ExamplePart> : Fields<ExamplePart> {
  static constexpr std::string_view doc = "A part.";
  static constexpr std::array fields{
      field<&T::label>(bytes(1, 8), "shown"),
      field<&T::amount>(range(-limits::kAmount, limits::kAmount), "minor units"),
      field<&T::shares>(range(0, 100), "percent").items(3).optional(),
  };
  // What no single field can say.
  static Status check(const ExamplePart& part) {
    if (part.label != "zero" || part.amount == 0) return {};
    return refuse(Error(ErrorCode::store_value_conflict, "amount").with("what", "zero is zero"));
  }
};

template <>
struct Describe<ExampleParam> : Fields<ExampleParam> {
  static constexpr std::string_view doc = "A figure by its name.";
  static constexpr std::array fields{
      field<&T::name>(bytes(1, 8), "name"),
      field<&T::value>(bytes(0, 8), "figure"),
  };
};

template <>
struct Describe<Example> : Fields<Example> {
  static constexpr std::string_view doc = "An example.";
  static constexpr std::array fields{
      field<&T::id>(bytes(1, 16), "name"),
      field<&T::rate_ppm>(range(0, limits::kRatePpm), "parts per million"),
      field<&T::amount_minor>(range(-limits::kAmount, limits::kAmount), "minor units"),
      field<&T::is_included>("whether"),
      field<&T::mode>("how"),
      field<&T::line>("which line"),
      field<&T::made_at>("when"),
      field<&T::part>("a struct"),
      field<&T::parts>("a list of structs").items(3),
      field<&T::tags>(bytes(0, 4), "a list of texts").items(3).optional(),
      field<&T::stock>(range(0, 1000), "a number that may be absent"),
      field<&T::spare>("a struct that may be absent"),
      field<&T::steps>(range(1, 9), "a list that may be absent").items(2),
      field<&T::params>("a list that is an object on the wire").items(2).keyed().optional(),
      field<&T::note>(bytes(0, 100), "keeps its default").optional(),
      field<&T::count>(range(0, 9), "keeps its default").optional(),
  };
};

}  // namespace sealcart
