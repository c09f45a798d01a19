// Names of places as people type them: compared letter by letter, the small differences left out.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sealcart {

// The letters and digits of a text: small, without accents, blanks and punctuation. At most 64; a
// longer text is like no other.
class FoldedName {
 public:
  explicit FoldedName(std::string_view text);

  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }
  friend bool operator==(const FoldedName& a, const FoldedName& b);
  bool begins(const FoldedName& whole) const;
  // Letters more, less, other or swapped with a neighbour (optimal string alignment); 3 for all
  // above 2.
  std::size_t slips_to(const FoldedName& other) const;

 private:
  void add(std::uint32_t letter);

  std::array<std::uint32_t, 64> letters_{};
  std::size_t size_ = 0;
  bool is_cut_ = false;
};

// Which of many names was likely meant: one that a slip or two part from what was typed, or the
// only one that begins with it.
class NearestName {
 public:
  explicit NearestName(std::string_view typed);
  // `shown` stands for the name.
  void consider(std::string_view name, std::string_view shown);
  std::string_view best() const;

 private:
  FoldedName typed_;
  std::size_t least_;
  std::string_view nearest_;
  std::string_view begun_;
  bool begun_twice_ = false;
};

}  // namespace sealcart
