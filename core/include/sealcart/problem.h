// A refusal as data: what stands beside a field or a line for as long as it is wrong.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sealcart/describe.h"
#include "sealcart/limits.h"
#include "sealcart/op.h"
#include "sealcart/result.h"

namespace sealcart {

struct ProblemParam {
  std::string name;
  std::string value;
  friend bool operator==(const ProblemParam&, const ProblemParam&) = default;
};

// The same facts as an Error; `code` is its wire name. `remedy`: the command that ends it.
struct Problem {
  std::string code;
  std::string path;
  std::vector<ProblemParam> params;
  std::optional<Command> remedy;
  friend bool operator==(const Problem&, const Problem&) = default;
};

Problem problem_of(const Error& error);

template <>
struct Describe<ProblemParam> : Fields<ProblemParam> {
  static constexpr std::string_view doc = "A figure the sentence of a problem needs.";
  static constexpr std::array fields{
      field<&T::name>(bytes(1, limits::kIdBytes), "as in the text of the code"),
      field<&T::value>(bytes(0, limits::kNameBytes), "integers in decimal"),
  };
};

template <>
struct Describe<Problem> : Fields<Problem> {
  static constexpr std::string_view doc = "Why something can't be accepted as it stands.";
  static constexpr std::array fields{
      field<&T::code>(bytes(1, limits::kIdBytes), "of the list of error codes"),
      field<&T::path>(bytes(0, limits::kNameBytes), "the field or line it stands at"),
      field<&T::params>("figures of the sentence").items(8).keyed(),
      field<&T::remedy>("the command that ends it; absent: there is none, or not a single one"),
  };
};

}  // namespace sealcart
