// The Example of example.h as canonical JSON, and readers that tell a refusal in one line.
#pragma once

#include <string>
#include <string_view>

#include "sealcart/wire.h"
#include "support/example.h"

namespace sealcart {

inline const std::string kExampleJson =
    R"({"id":"a","ratePpm":200000,"amountMinor":-5,"isIncluded":true,"mode":"halfUp",)"
    R"("line":"00112233445566778899aabbccddeeff","madeAt":1700000000000,)"
    R"("part":{"label":"p","amount":9007199254740991,"shares":[]},)"
    R"("parts":[{"label":"q","amount":1,"shares":[50,50]},{"label":"r","amount":2,"shares":[0]}],)"
    R"("tags":["x","é"],"stock":0,"spare":{"label":"s","amount":0,"shares":[]},"steps":[1,9],)"
    R"("params":{"min":"1","max":"9"},"note":"n","count":3})";

// The example with one part of its text replaced.
inline std::string example_with(std::string_view part, std::string_view replacement) {
  std::string text = kExampleJson;
  const std::size_t at = text.find(part);
  if (at == text.npos) return "the example holds no " + std::string(part);
  return text.replace(at, part.size(), replacement);
}

// "ok", or code, path and parameters: `text_too_long at tags[1] max=4`.
inline std::string outcome(std::string_view text) {
  const Result<Example> read = read_json<Example>(text);
  if (read) return "ok";
  std::string line(error_name(read.error().code));
  if (!read.error().path.empty()) line += " at " + read.error().path;
  for (const ErrorParam& param : read.error().params) line += " " + param.name + "=" + param.value;
  return line;
}

inline std::string outcome_with(std::string_view part, std::string_view replacement) {
  return outcome(example_with(part, replacement));
}

}  // namespace sealcart
