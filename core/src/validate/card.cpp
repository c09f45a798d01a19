#include "sealcart/validate/card.h"

#include <algorithm>
#include <array>
#include <bit>
#include <iterator>

#include "validate/characters.h"

namespace sealcart {
namespace {

constexpr CardBrand kCardBrands[] = {
#define SEALCART_CARD_BRAND(id, name, lengths, gaps, code) {id, name, lengths, gaps, code},
#define SEALCART_CARD_RANGE(first, last)
#include "../data/card_brands.inc"
#undef SEALCART_CARD_BRAND
#undef SEALCART_CARD_RANGE
};
constexpr std::size_t kCardBrandCount = std::size(kCardBrands);

constexpr CardBrands kEveryBrand = (CardBrands{1} << kCardBrandCount) - 1;
constexpr std::size_t kPrefixDigits = 8;  // of the longest range

constexpr std::uint32_t tens(std::size_t exponent) {
  return exponent == 0 ? 1 : 10 * tens(exponent - 1);
}

// First digits, as the least and the largest eight that begin like this.
struct DigitRange {
  std::uint32_t least, most;
  std::uint8_t width = 0;  // digits that count

  constexpr DigitRange(std::uint32_t first, std::uint32_t last) : least(first), most(last) {
    for (std::uint32_t rest = first; rest > 0; rest /= 10) ++width;
    const std::uint32_t scale = tens(kPrefixDigits - width);
    least *= scale;
    most = most * scale + scale - 1;
  }
};

// Brand by brand; each begins with a range of the width 0.
constexpr DigitRange kCardRanges[] = {
#define SEALCART_CARD_BRAND(id, name, lengths, gaps, code) {0, 0},
#define SEALCART_CARD_RANGE(first, last) {first, last},
#include "../data/card_brands.inc"
#undef SEALCART_CARD_BRAND
#undef SEALCART_CARD_RANGE
};

// By the first digit, a bit for each brand some number of which begins with it.
constexpr auto kBrandsOfDigit = [] {
  std::array<CardBrands, 10> brands{};
  CardBrands brand = 0;
  for (const DigitRange& range : kCardRanges) {
    if (range.width == 0) {
      brand = brand == 0 ? 1 : brand << 1;
      continue;
    }
    constexpr std::uint32_t kFirst = tens(kPrefixDigits - 1);
    for (std::uint32_t d = range.least / kFirst; d <= range.most / kFirst; ++d) brands[d] |= brand;
  }
  return brands;
}();

// Where the ranges of each brand begin.
constexpr auto kRangesOfBrand = [] {
  std::array<std::uint8_t, kCardBrandCount> starts{};
  std::size_t brand = 0;
  for (std::size_t i = 0; i < std::size(kCardRanges); ++i) {
    if (kCardRanges[i].width == 0) starts[brand++] = static_cast<std::uint8_t>(i + 1);
  }
  return starts;
}();

// What was typed, as digits. One more than the longest number is kept: enough to know it is one.
struct CardDigits {
  std::uint8_t digits[20];
  std::size_t size = 0;
  bool has_other = false;

  explicit CardDigits(std::string_view typed) {
    while (!typed.empty() && size < sizeof digits) {
      const Character character = first_character(typed);
      typed.remove_prefix(character.size);
      const int digit = digit_value(character.code);
      if (digit >= 0) {
        digits[size++] = static_cast<std::uint8_t>(digit);
      } else if (!is_gap(character.code)) {
        has_other = true;
        return;
      }
    }
  }

  static bool is_gap(std::uint32_t code) {
    return code == ' ' || code == '-' || (code >= '\t' && code <= '\r') || code == 0xA0 ||
           code == 0x2009 || code == 0x202F;
  }

  bool luhn() const {
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const std::uint32_t digit = digits[size - 1 - i];
      const std::uint32_t doubled = i % 2 == 0 ? digit : 2 * digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return size > 0 && sum % 10 == 0;
  }
};

CardBrands brands_of(const CardDigits& typed) {
  if (typed.has_other) return 0;
  const std::size_t size = std::min(typed.size, kPrefixDigits);
  std::uint32_t least = 0;
  for (std::size_t i = 0; i < size; ++i) least = least * 10 + typed.digits[i];
  const std::uint32_t scale = tens(kPrefixDigits - size);
  least *= scale;
  const std::uint32_t most = least + scale - 1;
  CardBrands found = 0;
  CardBrands best = 0;
  std::size_t strongest = 0;
  bool undecided = false;
  CardBrands left = size == 0 ? kEveryBrand : kBrandsOfDigit[typed.digits[0]];
  for (; left != 0; left &= left - 1) {
    const auto brand = static_cast<std::size_t>(std::countr_zero(left));
    const DigitRange* range = &kCardRanges[kRangesOfBrand[brand]];
    const DigitRange* const end = std::end(kCardRanges);
    while (range != end && range->width != 0 && (most < range->least || least > range->most)) {
      ++range;
    }
    if (range == end || range->width == 0) continue;
    // The first range that fits speaks for the brand.
    const CardBrands bit = CardBrands{1} << brand;
    found |= bit;
    undecided = undecided || size < range->width;
    if (size >= range->width && range->width > strongest) {
      strongest = range->width;
      best = bit;
    }
  }
  return undecided ? found : best;
}

CardNumberState state_of(const CardDigits& typed) {
  CardNumberState state;
  const CardBrands brands = brands_of(typed);
  if (brands == 0) return state;
  state.potentially_valid = true;
  if (!std::has_single_bit(brands)) return state;
  state.brand = &kCardBrands[std::countr_zero(brands)];
  const auto longest = static_cast<std::size_t>(std::bit_width(state.brand->lengths)) - 1;
  state.complete = (state.brand->lengths >> typed.size & 1) != 0;
  state.valid = state.complete && (typed.luhn() || state.brand->id == "unionpay");
  state.potentially_valid = typed.size < longest || state.valid;
  return state;
}

}  // namespace

std::size_t card_brand_count() { return kCardBrandCount; }
const CardBrand& card_brand(std::size_t i) { return kCardBrands[i]; }

const CardBrand* find_card_brand(std::string_view id) {
  const auto* brand = std::ranges::find(kCardBrands, id, &CardBrand::id);
  return brand == std::end(kCardBrands) ? nullptr : brand;
}

CardBrands possible_card_brands(std::string_view typed) { return brands_of(CardDigits(typed)); }

CardNumberState read_card_number(std::string_view typed) { return state_of(CardDigits(typed)); }

bool has_luhn_check(std::string_view typed) {
  const CardDigits digits(typed);
  return !digits.has_other && digits.luhn();
}

std::string card_number_display(std::string_view typed) {
  const CardDigits digits(typed);
  const CardBrands brands = brands_of(digits);
  const CardBrand& brand = kCardBrands[std::has_single_bit(brands) ? std::countr_zero(brands) : 0];
  std::string out;
  for (std::size_t i = 0; i < digits.size; ++i) {
    if ((brand.gaps >> i & 1) != 0) out += ' ';
    out += static_cast<char>('0' + digits.digits[i]);
  }
  return out;
}

void check_card_number(std::string_view path, std::string_view text, CardBrands accepted,
                       Findings& out) {
  if (trim_html(text).empty() || is_too_long(path, text, limits::kCardNumberBytes, out)) return;
  const CardNumberState state = read_card_number(text);
  if (state.brand && (accepted >> (state.brand - kCardBrands) & 1) == 0) {
    out.error(path, ErrorCode::card_brand_not_accepted).with("brand", state.brand->name);
  } else if (!state.valid) {
    const bool incomplete = state.potentially_valid && !state.complete;
    out.error(path,
              incomplete ? ErrorCode::card_number_incomplete : ErrorCode::card_number_invalid);
  }
}

}  // namespace sealcart
