#include "validate/address_text.h"

#include <algorithm>

#include "validate/characters.h"

namespace sealcart {
namespace {

// The letter under the accents of U+00C0 to U+017F and of U+1E00 to U+1EFF; ? for none.
constexpr std::string_view kPlainLatin =
    "aaaaaaaceeeeiiiidnooooo?ouuuuytsaaaaaaaceeeeiiiidnooooo?ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnn"
    "oooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
constexpr std::string_view kPlainLatinMore =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrr"
    "rr"
    "ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy??????aaaaaaaaaaaaaaaaaaaaaaaa"
    "eeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????";
static_assert(kPlainLatin.size() == 0x180 - 0xC0 && kPlainLatinMore.size() == 0x100);

// Blanks, punctuation and marks upon letters.
constexpr struct {
  std::uint32_t first, last;
} kFoldedAway[] = {
    {0x80, 0xBF},     {0xD7, 0xD7},     {0xF7, 0xF7},     {0x2B0, 0x36F},
    {0x55A, 0x55F},   {0x640, 0x640},   {0x64B, 0x65F},   {0x2000, 0x206F},
    {0x3000, 0x3004}, {0x30FB, 0x30FB}, {0xFE00, 0xFE0F}, {0xFF00, 0xFF0F},
};

std::uint32_t folded_cyrillic(std::uint32_t letter) {
  if (letter <= 0x40F) letter += 0x50;
  if (letter >= 0x410 && letter <= 0x42F) letter += 0x20;
  switch (letter) {
    case 0x439:  // short i
      return 0x438;
    case 0x451:  // io
      return 0x435;
    case 0x457:  // yi
      return 0x456;
    default:
      return letter;
  }
}

std::uint32_t folded_arabic(std::uint32_t letter) {
  switch (letter) {
    case 0x622:  // alef with madda, hamza
    case 0x623:
    case 0x625:
      return 0x627;
    case 0x629:  // teh marbuta
      return 0x647;
    case 0x649:  // alef maksura, Farsi yeh
    case 0x6CC:
      return 0x64A;
    case 0x6A9:  // keheh
      return 0x643;
    default:
      return letter;
  }
}

// 0 for what is no letter or digit.
std::uint32_t folded_letter(std::uint32_t code) {
  if (code < 0x80) {
    const char c = upper_ascii(static_cast<char>(code));
    return is_ascii_letter(c) || is_ascii_digit(c) ? static_cast<std::uint32_t>(c) : 0;
  }
  const bool latin = code >= 0xC0 && code < 0x180;
  if (latin || (code >= 0x1E00 && code < 0x1F00)) {
    const char c = latin ? kPlainLatin[code - 0xC0] : kPlainLatinMore[code - 0x1E00];
    return c == '?' ? 0 : static_cast<std::uint32_t>(upper_ascii(c));
  }
  for (const auto& range : kFoldedAway) {
    if (code >= range.first && code <= range.last) return 0;
  }
  if (code >= 0x400 && code < 0x460) return folded_cyrillic(code);
  if (code >= 0x531 && code <= 0x556) return code + 0x30;  // Armenian
  if (code >= 0x600 && code < 0x700) return folded_arabic(code);
  return code;
}

// One more than are allowed: short names have neighbours a slip away.
std::size_t too_many_slips(std::size_t letters) { return letters < 4 ? 1 : letters < 7 ? 2 : 3; }

}  // namespace

FoldedName::FoldedName(std::string_view text) {
  while (!text.empty() && !is_cut_) {
    const Character character = first_character(text);
    text.remove_prefix(character.size);
    add(folded_letter(character.code));
  }
}

void FoldedName::add(std::uint32_t letter) {
  if (letter == 0) return;
  is_cut_ = size_ == letters_.size();
  if (!is_cut_) letters_[size_++] = letter;
}

bool operator==(const FoldedName& a, const FoldedName& b) {
  return !a.is_cut_ && !b.is_cut_ && a.size_ == b.size_ &&
         std::equal(a.letters_.begin(), a.letters_.begin() + a.size_, b.letters_.begin());
}

bool FoldedName::begins(const FoldedName& whole) const {
  return !is_cut_ && size_ <= whole.size_ &&
         std::equal(letters_.begin(), letters_.begin() + size_, whole.letters_.begin());
}

std::size_t FoldedName::slips_to(const FoldedName& other) const {
  constexpr std::size_t kMany = 3;
  if (is_cut_ || other.is_cut_ || size_ > other.size_ + 2 || other.size_ > size_ + 2) return kMany;
  // Rows of the table of distances between beginnings: the one before last, the last, this one.
  std::array<std::array<std::uint8_t, 65>, 3> rows{};
  for (std::size_t j = 0; j <= other.size_; ++j) rows[0][j] = static_cast<std::uint8_t>(j);
  for (std::size_t i = 1; i <= size_; ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    const auto& two_above = rows[(i + 1) % 3];
    row[0] = static_cast<std::uint8_t>(i);
    for (std::size_t j = 1; j <= other.size_; ++j) {
      const int other_letter = letters_[i - 1] == other.letters_[j - 1] ? 0 : 1;
      int least = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + other_letter});
      const bool swapped = i > 1 && j > 1 && letters_[i - 1] == other.letters_[j - 2] &&
                           letters_[i - 2] == other.letters_[j - 1];
      if (swapped) least = std::min(least, two_above[j - 2] + 1);
      row[j] = static_cast<std::uint8_t>(least);
    }
  }
  return std::min<std::size_t>(rows[size_ % 3][other.size_], kMany);
}

NearestName::NearestName(std::string_view typed)
    : typed_(typed), least_(too_many_slips(typed_.size())) {}

void NearestName::consider(std::string_view name, std::string_view shown) {
  if (typed_.empty()) return;
  const FoldedName whole(name);
  const std::size_t slips = typed_.slips_to(whole);
  if (slips < least_) {
    least_ = slips;
    nearest_ = shown;
  }
  if (!typed_.begins(whole) || begun_ == shown) return;
  begun_twice_ = begun_twice_ || !begun_.empty();
  begun_ = shown;
}

std::string_view NearestName::best() const {
  return !nearest_.empty() || begun_twice_ ? nearest_ : begun_;
}

}  // namespace sealcart
