// Result<T>: every function of core that can refuse returns one. No exceptions cross core.
//
// An Error names what was wrong (a code of error_codes.def), where (a path into the input, such as
// `products[3].variants[0].price`; empty when the whole input is meant) and the figures a message
// needs. It carries no text: text is made from the code, in the reader's language, at the edge.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sealcart {

enum class ErrorCode : std::uint8_t {
#define SEALCART_ERROR(code, http, text, fix) code,
#include "sealcart/error_codes.def"
#undef SEALCART_ERROR
};

inline constexpr std::size_t kErrorCodes = 0
#define SEALCART_ERROR(code, http, text, fix) +1
#include "sealcart/error_codes.def"
#undef SEALCART_ERROR
    ;

// The wire name of a code is its identifier, e.g. "quantity_too_large".
std::string_view error_name(ErrorCode code);
// Status of the RFC 9457 problem document; 0 for codes that are born in the page.
int error_http_status(ErrorCode code);
// English sentence with {placeholders}, and what to do about it.
std::string_view error_text(ErrorCode code);
std::string_view error_fix(ErrorCode code);

struct ErrorParam {
  std::string name;
  std::string value;  // integers are written in decimal
  friend bool operator==(const ErrorParam&, const ErrorParam&) = default;
};

struct Error {
  ErrorCode code;
  std::string path;
  std::vector<ErrorParam> params;

  Error(ErrorCode c, std::string_view at = {});
  Error&& with(std::string_view name, std::string_view value) &&;
  Error&& with(std::string_view name, std::int64_t value) &&;
  // The same error seen from outside: `at` is put before the path ("lines[2]" + ".quantity").
  Error&& inside(std::string_view at) &&;

  friend bool operator==(const Error&, const Error&) = default;
};

// The English sentence with its parameters filled in; for logs, command lines and RFC 9457.
std::string error_message(const Error& error);

template <class T>
using Result = std::expected<T, Error>;
using Status = Result<void>;

inline std::unexpected<Error> refuse(Error error) { return std::unexpected(std::move(error)); }

}  // namespace sealcart
