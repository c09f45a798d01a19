// A list of messages that misses a code, has one twice, or has one that is none does not compile.
#include <array>

#include "sealcart/result.h"

namespace sealcart {
namespace {

template <std::size_t Size>
constexpr bool lists_every_code(const std::array<ErrorCode, Size>& codes) {
  if (Size != kErrorCodes) return false;
  for (std::size_t i = 0; i < Size; ++i) {
    if (codes[i] != static_cast<ErrorCode>(i)) return false;
  }
  return true;
}

#define SEALCART_MESSAGE(code, text) ErrorCode::code,
static_assert(lists_every_code(std::array{
#include "data/messages/en.def"
              }),
              "en.def: each code of error_codes.def once, in its order");
static_assert(lists_every_code(std::array{
#include "data/messages/it.def"
              }),
              "it.def: each code of error_codes.def once, in its order");
static_assert(lists_every_code(std::array{
#include "data/messages/pt.def"
              }),
              "pt.def: each code of error_codes.def once, in its order");
static_assert(lists_every_code(std::array{
#include "data/messages/ru.def"
              }),
              "ru.def: each code of error_codes.def once, in its order");
static_assert(lists_every_code(std::array{
#include "data/messages/sq.def"
              }),
              "sq.def: each code of error_codes.def once, in its order");
static_assert(lists_every_code(std::array{
#include "data/messages/fa.def"
              }),
              "fa.def: each code of error_codes.def once, in its order");
#undef SEALCART_MESSAGE

}  // namespace
}  // namespace sealcart
