#include "sealcart/availability.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "sealcart/option_matrix.h"

namespace sealcart {
namespace {

using Number = unsigned __int128;  // twice the length of a run exceeds 64 bits

constexpr std::string_view kLetters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr Number kVersion = 1;

// All combinations are fewer than 2^64, or exactly as many; none is numbered 2^64.
static_assert(limits::kOptions <= 8 && limits::kOptionValues <= 256);

void put_number(std::string& text, Number number) {
  while (number >= 32) {
    text += kLetters[32 | static_cast<std::size_t>(number & 31)];
    number >>= 5;
  }
  text += kLetters[static_cast<std::size_t>(number)];
}

std::optional<Number> take_number(std::string_view& text) {
  Number number = 0;
  for (unsigned shift = 0; !text.empty() && shift < 70; shift += 5) {
    const std::size_t letter = kLetters.find(text.front());
    if (letter == kLetters.npos) return {};
    text.remove_prefix(1);
    number |= Number{letter & 31} << shift;
    if (letter >= 32) continue;
    return letter == 0 && shift > 0 ? std::nullopt : std::optional(number);  // written shortest
  }
  return {};
}

// The two states a run can have after another, in order.
std::array<ValueState, 2> states_after(ValueState before) {
  switch (before) {
    case ValueState::orderable:
      return {ValueState::sold_out, ValueState::not_made};
    case ValueState::sold_out:
      return {ValueState::orderable, ValueState::not_made};
    default:
      return {ValueState::orderable, ValueState::sold_out};
  }
}

struct Combination {
  std::uint64_t number;
  ValueState state;
};

std::uint64_t number_of(const Product& product, const Variant& variant) {
  std::uint64_t number = 0;
  for (std::size_t o = 0; o < product.options.size(); ++o) {
    const auto& values = product.options[o].values;
    const auto value = std::ranges::find(values, variant.options[o]);
    number = number * values.size() + static_cast<std::uint64_t>(value - values.begin());
  }
  return number;
}

std::vector<std::string> values_of(const std::vector<ProductOption>& options,
                                   std::uint64_t number) {
  std::vector<std::string> values(options.size());
  for (std::size_t o = options.size(); o > 0; --o) {
    const auto& listed = options[o - 1].values;
    values[o - 1] = listed[static_cast<std::size_t>(number % listed.size())];
    number /= listed.size();
  }
  return values;
}

class RunWriter {
 public:
  explicit RunWriter(std::string& text) : text_(text) {}

  void put(const Combination& next) {
    if (next.number > end_ || first_) gap(next.number - end_);
    if (next.state != state_ || length_ == 0) turn(next.state);
    ++length_;
    end_ = next.number + 1;
  }
  void close() {
    if (length_ == 0) return;
    const auto states = states_after(before_);
    put_number(text_, (length_ - 1) * 2 + (states[1] == state_ ? 1 : 0));
    length_ = 0;
  }

 private:
  void gap(Number units) {
    if (first_) {
      put_number(text_, units);
    } else {
      turn(ValueState::not_made);
      length_ = units;
      close();
      before_ = ValueState::not_made;
    }
    first_ = false;
  }
  void turn(ValueState state) {
    const bool ran = length_ > 0;
    close();
    if (ran) before_ = state_;
    state_ = state;
  }

  std::string& text_;
  bool first_ = true;
  std::uint64_t end_ = 0;  // one past the last combination that was put
  Number length_ = 0;
  ValueState state_ = ValueState::not_made;
  ValueState before_ = ValueState::not_made;
};

std::unexpected<Error> not_readable() {
  return refuse(Error(ErrorCode::pack_invalid, "availability").with("pack", "availability"));
}

// Version and shape: what the text is of.
bool fits_options(std::string_view& text, const std::vector<ProductOption>& options) {
  if (take_number(text) != kVersion || take_number(text) != options.size()) return false;
  return std::ranges::all_of(options, [&](const ProductOption& option) {
    return !option.values.empty() && take_number(text) == option.values.size();
  });
}

}  // namespace

std::string encode_availability(const Product& product) {
  std::string text;
  put_number(text, kVersion);
  put_number(text, product.options.size());
  for (const ProductOption& option : product.options) put_number(text, option.values.size());
  std::vector<Combination> made;
  for (const Variant& variant : product.variants) {
    const auto state = is_sold_out(variant) ? ValueState::sold_out : ValueState::orderable;
    made.push_back({number_of(product, variant), state});
  }
  std::ranges::sort(made, {}, &Combination::number);
  RunWriter writer(text);
  for (const Combination& next : made) writer.put(next);
  writer.close();
  return text;
}

Result<Product> read_availability(std::vector<ProductOption> options, std::string_view text) {
  if (options.size() > limits::kOptions || !fits_options(text, options)) return not_readable();
  Number combinations = 1;
  for (const ProductOption& option : options) combinations *= option.values.size();
  Product product;
  ValueState state = ValueState::not_made;
  const auto gap = take_number(text);
  if (!gap || text.empty()) return not_readable();
  Number number = *gap;
  while (!text.empty()) {
    const auto run = take_number(text);
    if (!run) return not_readable();
    const Number length = *run / 2 + 1;
    state = states_after(state)[static_cast<std::size_t>(*run % 2)];
    if (number + length > combinations) return not_readable();
    if (state != ValueState::not_made) {
      if (length > limits::kVariantsPerProduct - product.variants.size()) return not_readable();
      for (Number i = 0; i < length; ++i) {
        Variant& variant = product.variants.emplace_back();
        variant.options = values_of(options, static_cast<std::uint64_t>(number + i));
        if (state == ValueState::sold_out) variant.stock = 0;
      }
    }
    number += length;
  }
  if (state == ValueState::not_made) return not_readable();  // left out where it is the last
  product.options = std::move(options);
  return product;
}

ProductAvailability availability_of(const Product& product) {
  return {product.id, product.title, product.options, encode_availability(product)};
}

Result<OptionsView> view_availability(AvailabilityQuestion question) {
  const auto product = read_availability(std::move(question.options), question.availability);
  if (!product) return refuse(product.error());
  return view_options(*product, question.chosen, question.firm);
}

}  // namespace sealcart
