// Identifiers are values: made outside core (random), compared and printed here, never invented.
#pragma once

#include <array>
#include <bit>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sealcart {

// 128 bits, printed as 32 lower-case hexadecimal digits. The tag keeps kinds of id apart.
template <class Tag>
struct Id128 {
  std::array<std::uint8_t, 16> bytes{};
  friend auto operator<=>(const Id128&, const Id128&) = default;
  // By words: finding a line is a good part of an edit of a cart with many.
  friend bool operator==(const Id128& a, const Id128& b) {
    using Words = std::array<std::uint64_t, 2>;
    const auto left = std::bit_cast<Words>(a.bytes), right = std::bit_cast<Words>(b.bytes);
    return left[0] == right[0] && left[1] == right[1];
  }
};

using CartId = Id128<struct CartTag>;
using LineId = Id128<struct LineTag>;
using QuoteId = Id128<struct QuoteTag>;
using OrderId = Id128<struct OrderTag>;

// One tab of one browser, or one server process; 1 to 2^53-1, drawn at random by its owner.
using ReplicaId = std::int64_t;

std::string to_hex(const std::array<std::uint8_t, 16>& bytes);
std::optional<std::array<std::uint8_t, 16>> from_hex(std::string_view text);

// The identity of a line without texts (customization.h has that of others): the same variant is
// the same line on every device. 128-bit FNV-1a (Fowler, Noll, Vo) of the SKU; not a cryptographic
// hash: an op also carries the SKU, and a line refuses an op whose SKU is not its own.
LineId line_id(std::string_view sku);

}  // namespace sealcart
