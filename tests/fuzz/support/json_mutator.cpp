#include "support/json_mutator.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "sealcart/limits.h"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

namespace sealcart::fuzz {
namespace {

// Longer documents say little more, and each takes as much longer to read.
constexpr std::size_t kLongest = 3'000;

constexpr std::array<std::int64_t, 18> kEdges{0,
                                              1,
                                              2,
                                              3,
                                              -1,
                                              9'999,
                                              10'000,
                                              100'000,
                                              999'999,
                                              1'000'000,
                                              1'000'001,
                                              9'999'999,
                                              limits::kRatePpm,
                                              1LL << 31,
                                              limits::kUnitPrice - 1,
                                              limits::kUnitPrice,
                                              limits::kAmount,
                                              limits::kAmount + 1};

// Values of the enums of a store document.
constexpr std::array<std::string_view, 37> kWords{
    "percent",  "fixed",    "price",        "line",     "order",       "shipping", "pre",   "post",
    "main",     "unit",     "subtotal",     "quantity", "bestDeal",    "cheapest", "keep",  "list",
    "dearest",  "reprice",  "lineQuantity", "priority", "running",     "charged",  "house", "apart",
    "en16931",  "saleor",   "wooNet",       "medusa",   "syliusUnits", "weightG",  "upTo",  "from",
    "halfEven", "halfDown", "together",     "giftCard", "storeCredit"};

// A value with what is around it: `from` is its key, or itself in a list. Its name is the key with
// the quotes; entries have that of their list.
struct Value {
  std::size_t from = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t parent = 0;
  std::string_view name;

  bool is_entry() const { return from == begin && begin != 0; }
  bool is_field() const { return from != begin; }
};

// Finds every value of well-formed JSON without building any.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) { values.reserve(512); }

  // False: this is no JSON.
  bool run() { return value({}, 0) && (space(), at_ == text_.size()); }
  std::vector<Value> values;

 private:
  void space() {
    while (at_ < text_.size() && std::strchr(" \t\r\n", text_[at_]) != nullptr) ++at_;
  }
  bool next(char c) {
    space();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  bool text() {
    if (!next('"')) return false;
    while (at_ < text_.size() && text_[at_] != '"') at_ += text_[at_] == '\\' ? 2 : 1;
    return next('"');
  }
  bool word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && std::strchr(",]} \t\r\n", text_[at_]) == nullptr) ++at_;
    return at_ > begin;
  }

  bool list(char close, std::size_t place, int depth) {
    if (next(close)) return true;
    do {
      space();
      Value part{at_, 0, 0, place, values[place].name};
      if (close == '}') {
        if (!text()) return false;
        part.name = text_.substr(part.from, at_ - part.from);
        if (!next(':')) return false;
        space();
      }
      if (!value(part, depth + 1)) return false;
    } while (next(','));
    return next(close);
  }

  bool value(Value it, int depth) {
    space();
    if (at_ >= text_.size() || depth > limits::kJsonDepth) return false;
    it.begin = at_;
    const std::size_t place = values.size();
    values.push_back(it);
    const char first = text_[at_];
    bool read = false;
    if (first == '{' || first == '[') {
      ++at_;
      read = list(first == '{' ? '}' : ']', place, depth);
    } else {
      read = first == '"' ? text() : word();
    }
    values[place].end = at_;
    return read;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

// Most changes keep what the reader demands: fields go to objects of the same name, values to
// fields of the same name.
class Mutation {
 public:
  Mutation(std::string_view text, const std::vector<Value>& values, unsigned seed)
      : before_(text), text_(text), values_(values), state_(seed * 2'654'435'761U + 1) {}

  std::string change() {
    const std::size_t kind = below(16);
    if (kind < 1) {
      remove(any());
    } else if (kind < 3) {
      remove(any_that([](const Value& one) { return one.is_entry(); }));
    } else if (kind < 5) {
      repeat(any_that([](const Value& one) { return one.is_entry(); }));
    } else if (kind < 7) {
      add_field(any_that([](const Value& one) { return one.is_field(); }));
    } else {
      replace(any());
    }
    return std::move(text_);
  }

 private:
  std::size_t below(std::size_t count) {
    state_ = state_ * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
    return static_cast<std::size_t>(state_ >> 33U) % count;
  }
  const Value& any() { return values_[below(values_.size())]; }
  // One that does, unless they are rare.
  template <class Fits>
  const Value& any_that(Fits fits) {
    const Value* found = &any();
    for (int tries = 0; tries < 24 && !fits(*found); ++tries) found = &any();
    return *found;
  }
  std::string_view of(const Value& value) const {
    return before_.substr(value.begin, value.end - value.begin);
  }
  char first_of(const Value& value) const { return before_[value.begin]; }

  bool alike(const Value& a, const Value& b) const {
    const auto is_number = [](char c) { return c == '-' || (c >= '0' && c <= '9'); };
    const char x = first_of(a);
    const char y = first_of(b);
    return a.name == b.name && (x == y || (is_number(x) && is_number(y)));
  }

  void replace(const Value& at) { text_.replace(at.begin, at.end - at.begin, instead_of(at)); }

  std::string instead_of(const Value& at) {
    const char first = first_of(at);
    if (first == 't') return "false";
    if (first == 'f') return "true";
    const bool plain = first != '{' && first != '[';
    if (!plain || below(2) == 0) {
      const Value& other = any_that([&](const Value& one) { return alike(one, at); });
      return std::string(of(alike(other, at) ? other : at));
    }
    return first == '"' ? other_text(of(at)) : other_number(at);
  }

  std::string other_text(std::string_view now) {
    if (now.size() < 2 || below(16) == 0) return "\"\"";
    const std::string_view word = now.substr(1, now.size() - 2);
    const bool is_word = std::ranges::find(kWords, word) != kWords.end();
    const Value& other = any_that([this](const Value& one) { return first_of(one) == '"'; });
    if (!is_word && first_of(other) == '"') return std::string(of(other));
    return '"' + std::string(kWords[below(kWords.size())]) + '"';
  }

  std::string other_number(const Value& at) {
    switch (below(3)) {
      case 0:
        return std::to_string(kEdges[below(kEdges.size())]);
      case 1:
        return std::to_string(below(std::size_t{1} << below(31)));
      default:
        return std::to_string(std::strtoll(text_.c_str() + at.begin, nullptr, 10) % (1LL << 53) +
                              static_cast<std::int64_t>(below(9)) - 4);
    }
  }

  // With the comma on one side.
  void remove(const Value& at) {
    std::size_t from = at.from;
    std::size_t end = at.end;
    if (end < text_.size() && text_[end] == ',') {
      ++end;
    } else if (from > 0 && text_[from - 1] == ',') {
      --from;
    }
    text_.erase(from, end - from);
  }

  // Once, or many times more, under other ids.
  void repeat(const Value& entry) {
    if (!entry.is_entry()) return;
    const bool is_sold = entry.name == "\"products\"" || entry.name == "\"variants\"";
    const std::size_t times = 1 + (below(12) == 0 ? below(30) : 0);
    std::string more;
    for (std::size_t n = 0; n < times; ++n) {
      std::string copy(of(entry));
      rename(copy, "\"id\":\"");
      if (is_sold) rename(copy, "\"sku\":\"");
      more += ',' + copy;
    }
    text_.insert(entry.end, more);
  }
  void rename(std::string& entry, std::string_view key) {
    const std::size_t at = entry.find(key);
    if (at == entry.npos) return;
    entry.insert(at + key.size(), 1 + below(3), static_cast<char>('a' + below(26)));
  }

  // To another object of the name its own has.
  void add_field(const Value& field) {
    if (!field.is_field()) return;
    const Value& own = values_[field.parent];
    const auto lacks = [&](const Value& one) {
      return alike(one, own) && of(one).find(field.name) == std::string_view::npos;
    };
    const Value& object = any_that(lacks);
    if (!lacks(object)) return;
    std::string more(before_.substr(field.from, field.end - field.from));
    if (before_[object.begin + 1] != '}') more += ',';
    text_.insert(object.begin + 1, more);
  }

  std::string_view before_;
  std::string text_;
  const std::vector<Value>& values_;
  std::uint64_t state_;
};

}  // namespace

std::size_t mutate_json(std::uint8_t* data, std::size_t size, std::size_t max_size, unsigned seed) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  Scanner scanner(text);
  if (seed % 32 == 0 || !scanner.run()) return LLVMFuzzerMutate(data, size, max_size);
  for (unsigned tries = 0; tries < 8; ++tries) {
    const std::string changed = Mutation(text, scanner.values, seed + tries).change();
    if (changed == text || changed.size() > std::min(max_size, kLongest)) continue;
    std::memcpy(data, changed.data(), changed.size());
    return changed.size();
  }
  return LLVMFuzzerMutate(data, size, max_size);
}

}  // namespace sealcart::fuzz
