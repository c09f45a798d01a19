#include "sealcart/result.h"

#include <array>
#include <cstddef>

#include "fill_in.h"
#include "utf8.h"

namespace sealcart {
namespace {

// Tables of their own, so that a program that asks for names alone carries no sentences.
#define SEALCART_ERROR(code, http, text, fix) #code,
constexpr std::array<std::string_view, kErrorCodes> kNames{
#include "sealcart/error_codes.def"
};
#undef SEALCART_ERROR
#define SEALCART_ERROR(code, http, text, fix) http,
constexpr std::array<std::int16_t, kErrorCodes> kStatuses{
#include "sealcart/error_codes.def"
};
#undef SEALCART_ERROR
#define SEALCART_ERROR(code, http, text, fix) text,
constexpr std::array<std::string_view, kErrorCodes> kTexts{
#include "sealcart/error_codes.def"
};
#undef SEALCART_ERROR
#define SEALCART_ERROR(code, http, text, fix) fix,
constexpr std::array<std::string_view, kErrorCodes> kFixes{
#include "sealcart/error_codes.def"
};
#undef SEALCART_ERROR

// Longer figures and names are cut: a message stays a message.
constexpr std::size_t kParamBytes = 200;

std::size_t index_of(ErrorCode code) { return static_cast<std::size_t>(code); }

const ErrorParam* find_param(std::span<const ErrorParam> params, std::string_view name) {
  for (const ErrorParam& param : params) {
    if (param.name == name) return &param;
  }
  return nullptr;
}

}  // namespace

std::string_view error_name(ErrorCode code) { return kNames[index_of(code)]; }
int error_http_status(ErrorCode code) { return kStatuses[index_of(code)]; }
std::string_view error_text(ErrorCode code) { return kTexts[index_of(code)]; }
std::string_view error_fix(ErrorCode code) { return kFixes[index_of(code)]; }

Error::Error(ErrorCode c, std::string_view at) : code(c), path(at) {}

Error&& Error::with(std::string_view name, std::string_view value) && {
  params.push_back({std::string(name), printable(value, kParamBytes)});
  return std::move(*this);
}

Error&& Error::with(std::string_view name, std::int64_t value) && {
  params.push_back({std::string(name), std::to_string(value)});
  return std::move(*this);
}

Error&& Error::inside(std::string_view at) && {
  if (at.empty()) return std::move(*this);
  std::string outer(at);
  if (!path.empty() && path[0] != '[') outer += '.';
  path.insert(0, outer);
  return std::move(*this);
}

std::string fill_in(std::string_view text, std::span<const ErrorParam> params) {
  std::string message;
  while (true) {
    const std::size_t open = text.find('{');
    message += text.substr(0, open);
    if (open == std::string_view::npos) return message;
    const std::size_t close = text.find('}', open);
    const ErrorParam* param = find_param(params, text.substr(open + 1, close - open - 1));
    message += param ? std::string_view(param->value) : text.substr(open, close - open + 1);
    text.remove_prefix(close + 1);
  }
}

std::string error_message(const Error& error) {
  return fill_in(error_text(error.code), error.params);
}

}  // namespace sealcart
