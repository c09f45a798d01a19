// Results and errors as one line of text, so that a test states and shows a verdict whole.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>

#include "sealcart/problem.h"
#include "sealcart/result.h"
#include "sealcart/wire.h"

namespace sealcart {

// `quantity_too_large at lines[0].quantity given=10000 max=9999`
inline std::string told(const Error& error) {
  std::string line(error_name(error.code));
  if (!error.path.empty()) line += " at " + error.path;
  for (const ErrorParam& param : error.params) line += " " + param.name + "=" + param.value;
  return line;
}

template <class T>
std::string told(const Result<T>& result) {
  return result ? "ok" : told(result.error());
}

inline std::vector<std::string> told(const std::vector<Error>& errors) {
  std::vector<std::string> lines;
  for (const Error& error : errors) lines.push_back(told(error));
  return lines;
}

// For what a test is built on: goes no further when it is refused.
template <class T>
void must(const Result<T>& result) {
  if (result) return;
  std::fprintf(stderr, "refused: %s\n", told(result.error()).c_str());
  std::abort();
}

template <class T>
std::string json(const T& value) {
  std::string text;
  write_json(text, value);
  return text;
}

}  // namespace sealcart
