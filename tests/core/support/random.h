// Seeded random values, the same on every compiler and target (the distributions of <random> are
// not), and how often a test may draw them. Compilers differ in the order in which they evaluate
// the arguments of a call: where both sides are to draw the same, at most one of them draws.
#pragma once

#include <cstddef>
#include <cstdint>

namespace sealcart {

// SplitMix64 (Steele, Lea, Flood 2014).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
  }
  // least <= result <= most
  std::int64_t between(std::int64_t least, std::int64_t most) {
    return least + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(most - least + 1));
  }
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
  bool one_in(std::size_t n) { return below(n) == 0; }
  // Small and large numbers equally often: a random count of bits.
  std::int64_t of_bits(int most_bits) {
    const auto bits = between(0, most_bits);
    return static_cast<std::int64_t>(next() & ((std::uint64_t{1} << bits) - 1));
  }
  template <class List>
  const auto& pick(const List& list) {
    return list[below(list.size())];
  }

 private:
  std::uint64_t state_;
};

// Fewer rounds under the sanitizers and in Wasm, where each takes longer and only the target is
// new.
#if defined(__SANITIZE_ADDRESS__) || defined(__wasm__)
inline constexpr int kRoundsShare = 10;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
inline constexpr int kRoundsShare = 10;
#else
inline constexpr int kRoundsShare = 1;
#endif
#else
inline constexpr int kRoundsShare = 1;
#endif
constexpr int rounds(int native) { return native / kRoundsShare; }

}  // namespace sealcart
