#include "validate/check_digits.h"

#include "validate/characters.h"

namespace sealcart {

IdDigits::IdDigits(std::string_view text) {
  for (const char c : text) {
    if (is_ascii_digit(c) && size < sizeof digits) digits[size++] = static_cast<uint8_t>(c - '0');
  }
}

std::int64_t IdDigits::number(std::size_t at, std::size_t count) const {
  std::int64_t value = 0;
  for (std::size_t i = at; i < at + count; ++i) value = value * 10 + digits[i];
  return value;
}

int IdDigits::weighted(std::initializer_list<int> weights) const {
  int sum = 0;
  std::size_t at = 0;
  for (const int weight : weights) sum += weight * digits[at++];
  return sum;
}

bool passes_luhn(const IdDigits& id, std::size_t count) {
  int sum = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const int value = i % 2 == 0 ? id[count - 1 - i] : 2 * id[count - 1 - i];
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 == 0;
}

bool passes_mod_11_10(const IdDigits& id) {
  int product = 10;
  for (std::size_t i = 0; i + 1 < id.size; ++i) {
    const int sum = (id[i] + product) % 10;
    product = (sum == 0 ? 10 : sum) * 2 % 11;
  }
  return id.size > 0 && (product + id[id.size - 1]) % 10 == 1;
}

namespace {

// Symmetries of a pentagon: 0 to 4 turn it, 5 to 9 turn and flip it.
int turn_pentagon(int a, int b) {
  const int turned = a < 5 ? a + b % 5 : a - 5 + 5 - b % 5;
  return turned % 5 + ((a < 5) == (b < 5) ? 0 : 5);
}

}  // namespace

bool passes_verhoeff(const IdDigits& id, std::size_t count, std::size_t last) {
  constexpr int kPermutation[] = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};
  int state = 0;
  for (std::size_t i = 0; i <= count; ++i) {
    int digit = i == 0 ? id[last] : id[count - i];
    for (std::size_t times = 0; times < i % 8; ++times) digit = kPermutation[digit];
    state = turn_pentagon(state, digit);
  }
  return state == 0;
}

}  // namespace sealcart
