// The small patterns of phone and postal tables, matched as they stand: nothing is compiled,
// nothing allocated.
//
// Known: literals, `\d` (0-9), `\x` for a literal x, classes such as `[2-57A\d]`, `(...)`,
// `(?:...)`, `|`, and the repeats `?`, `*`, `+`, `{m}`, `{m,}`, `{m,n}`, all greedy. Text and
// pattern are bytes. The generated tables use three shorter signs: a letter `a` to `q` for 1 to 17
// digits (`c-e`: 3 to 5), one of the characters U+0400 + m for a class of the digits d whose bit
// 9 - d is set in m, and `$` for the end of the text.
//
// What a search means is what Perl and ECMAScript mean: the first alternative
// that lets the rest match wins. Anything else in a pattern (`^`, `.`, `[^`, a repeat of a
// repeat, an open bracket) matches nothing.
//
// Work is bounded: past kPatternWork bytes of pattern, or kPatternDepth open choices, the answer is
// no match. The tables' own patterns stay below a tenth of either.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace sealcart {

inline constexpr std::size_t kPatternWork = 100'000;
inline constexpr int kPatternDepth = 100;

struct PatternMatch {
  std::size_t length = 0;  // bytes of the text that matched, from its start
  // What `(...)` number 1 to 4 matched; no data where it took no part.
  std::array<std::string_view, 4> groups;
};

// Where each alternative of the patterns in a pack ends, so that one that fails is left at once: at
// the index of its first byte, how many bytes it has; 0 when that is not known or above 255.
// Optional for the functions below, which take the part of the table that belongs to their pattern.
std::vector<std::uint8_t> pattern_jumps(std::string_view pack);

// The whole text, as `^(?:pattern)$` would.
bool matches_whole(std::string_view pattern, std::string_view text,
                   const std::uint8_t* jumps = nullptr);
// The text's beginning, as `^(?:pattern)` would.
std::optional<PatternMatch> match_prefix(std::string_view pattern, std::string_view text,
                                         const std::uint8_t* jumps = nullptr);
// Whether the text begins as `pattern` says, or is still too short to tell.
bool may_match_prefix(std::string_view pattern, std::string_view text,
                      const std::uint8_t* jumps = nullptr);

}  // namespace sealcart
