// Plural rules as CLDR writes them (UTS #35, part 3, 5.1.1): "v = 0 and i % 10 = 2..4 or n = 1".
#include "pack_rows.h"
#include "sealcart/locale.h"

namespace sealcart {
namespace {

// The operands of UTS #35 of a number without an exponent, so that c and e are 0.
struct PluralOperands {
  std::uint64_t i = 0;  // whole part
  std::uint64_t f = 0;  // visible decimals as a number
  std::uint64_t t = 0;  // the same without the zeros at the end
  std::uint64_t v = 0;  // how many visible decimals
  std::uint64_t w = 0;  // without the zeros at the end

  explicit PluralOperands(const Decimal& number) {
    const auto bits = static_cast<std::uint64_t>(number.coefficient);
    i = number.coefficient < 0 ? 0 - bits : bits;
    std::uint64_t power = 1;
    for (std::int32_t place = 0; place < number.scale; ++place) power *= 10;
    f = i % power;
    i /= power;
    v = w = static_cast<std::uint64_t>(number.scale);
    for (t = f; w > 0 && t % 10 == 0; --w) t /= 10;
  }

  std::uint64_t of(char name) const {
    switch (name) {
      case 'n':
      case 'i':
        return i;
      case 'f':
        return f;
      case 't':
        return t;
      case 'v':
        return v;
      case 'w':
        return w;
      default:
        return 0;
    }
  }
};

// Is the number in the list "0,2..4"? What is no number there is never met.
bool in_ranges(std::uint64_t number, std::string_view list) {
  while (!list.empty()) {
    std::string_view range = cut_before(list, ',');
    const std::size_t dots = range.find("..");
    const std::optional<std::int32_t> low = small_number(range.substr(0, dots));
    const std::optional<std::int32_t> high =
        dots == range.npos ? low : small_number(range.substr(dots + 2));
    if (low && high && number >= static_cast<std::uint64_t>(*low) &&
        number <= static_cast<std::uint64_t>(*high)) {
      return true;
    }
  }
  return false;
}

std::uint64_t modulus(std::string_view text) {
  std::uint64_t number = 0;
  for (const char c : text.substr(0, 9)) number = number * 10 + static_cast<unsigned char>(c) - '0';
  return number == 0 ? 1 : number;
}

// "i % 10 = 2..4"; one blank between the words.
bool relation_holds(std::string_view& rule, const PluralOperands& operands) {
  const std::string_view name = cut_before(rule, ' ');
  std::uint64_t value = operands.of(name.empty() ? ' ' : name.front());
  std::string_view word = cut_before(rule, ' ');
  if (word == "%") {
    value %= modulus(cut_before(rule, ' '));
    word = cut_before(rule, ' ');
  }
  // n with decimals other than zeros equals no whole number.
  const bool whole = name != "n" || operands.t == 0;
  const bool found = in_ranges(value, cut_before(rule, ' ')) && whole;
  return word == "!=" ? !found : found;
}

bool rule_holds(std::string_view rule, const PluralOperands& operands) {
  bool holds = true;
  while (!rule.empty()) {
    holds = relation_holds(rule, operands) && holds;
    if (cut_before(rule, ' ') != "or") continue;
    if (holds) return true;
    holds = true;
  }
  return holds;
}

constexpr std::string_view kPluralNames[] = {"zero", "one", "two", "few", "many", "other"};

}  // namespace

std::string_view plural_name(PluralCategory category) {
  return kPluralNames[static_cast<std::size_t>(category)];
}

PluralCategory plural_category(const Locale& locale, const Decimal& number) {
  const PluralOperands operands(number);
  std::string_view rules = locale.plural_rules;
  while (!rules.empty()) {
    std::string_view rule = cut_before(rules, '\t');
    const std::string_view name = cut_before(rule, ':');
    if (!rule.starts_with(' ') || !rule_holds(rule.substr(1), operands)) continue;
    for (std::size_t i = 0; i < std::size(kPluralNames); ++i) {
      if (kPluralNames[i] == name) return static_cast<PluralCategory>(i);
    }
  }
  return PluralCategory::other;
}

}  // namespace sealcart
