#include "sealcart/option_matrix.h"

#include <algorithm>

#include "path.h"

namespace sealcart {
namespace {

constexpr std::size_t kWordBits = 64;
constexpr std::int32_t kOpen = OptionMatrix::kOpen;

void set_bit(std::span<std::uint64_t> bits, std::size_t at) {
  bits[at / kWordBits] |= std::uint64_t{1} << (at % kWordBits);
}
bool has_bit(std::span<const std::uint64_t> bits, std::size_t at) {
  return (bits[at / kWordBits] >> (at % kWordBits) & 1) != 0;
}
bool meet(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) {
  for (std::size_t w = 0; w < a.size(); ++w) {
    if ((a[w] & b[w]) != 0) return true;
  }
  return false;
}

std::int32_t value_position(const ProductOption& option, std::string_view value) {
  const auto found = std::ranges::find(option.values, value);
  return found == option.values.end() ? kOpen
                                      : static_cast<std::int32_t>(found - option.values.begin());
}

}  // namespace

OptionMatrix::OptionMatrix(const Product& product)
    : variants_(product.variants.size()), words_((variants_ + kWordBits - 1) / kWordBits) {
  std::size_t rows = 0;
  for (const ProductOption& option : product.options) {
    first_row_.push_back(rows);
    rows += option.values.size();
  }
  having_.resize(rows * words_);
  orderable_.resize(words_);
  for (std::size_t v = 0; v < variants_; ++v) {
    const Variant& variant = product.variants[v];
    if (!is_sold_out(variant)) set_bit(orderable_, v);
    for (std::size_t o = 0; o < product.options.size(); ++o) {
      const std::int32_t value = value_position(product.options[o], variant.options[o]);
      const std::size_t row = first_row_[o] + static_cast<std::size_t>(value);
      set_bit(std::span(having_).subspan(row * words_, words_), v);
    }
  }
}

std::span<const OptionMatrix::Word> OptionMatrix::having(std::size_t option,
                                                         std::int32_t value) const {
  const std::size_t row = first_row_[option] + static_cast<std::size_t>(value);
  return std::span(having_).subspan(row * words_, words_);
}

bool OptionMatrix::agrees(std::size_t variant, std::size_t option, std::int32_t value) const {
  return has_bit(having(option, value), variant);
}

OptionMatrix::Bits OptionMatrix::all() const {
  Bits bits(words_, ~Word{0});
  if (const std::size_t rest = variants_ % kWordBits; rest != 0) {
    bits.back() = (Word{1} << rest) - 1;
  }
  return bits;
}

// The variants that have every chosen value, that of option `but` left out.
OptionMatrix::Bits OptionMatrix::fitting(const Selection& selection, std::size_t but) const {
  Bits bits = all();
  for (std::size_t o = 0; o < selection.size(); ++o) {
    if (o == but || selection[o] == kOpen) continue;
    const auto row = having(o, selection[o]);
    for (std::size_t w = 0; w < words_; ++w) bits[w] &= row[w];
  }
  return bits;
}

std::optional<std::size_t> OptionMatrix::variant(const Selection& selection) const {
  if (std::ranges::find(selection, kOpen) != selection.end()) return std::nullopt;
  const Bits bits = fitting(selection, selection.size());
  for (std::size_t v = 0; v < variants_; ++v) {
    if (has_bit(bits, v)) return v;
  }
  return std::nullopt;
}

ValueState OptionMatrix::state(std::size_t option, std::int32_t value,
                               const Selection& selection) const {
  Bits bits = fitting(selection, option);
  const auto row = having(option, value);
  if (!meet(bits, row)) return ValueState::not_made;
  for (std::size_t w = 0; w < words_; ++w) bits[w] &= orderable_[w];
  return meet(bits, row) ? ValueState::orderable : ValueState::sold_out;
}

std::optional<std::size_t> OptionMatrix::obstacle(std::size_t option, std::int32_t value,
                                                  const Selection& selection) const {
  const auto row = having(option, value);
  for (std::size_t o = 0; o < selection.size(); ++o) {
    if (o == option || selection[o] == kOpen) continue;
    if (!meet(row, having(o, selection[o]))) return o;
  }
  return std::nullopt;
}

std::optional<std::size_t> OptionMatrix::nearest(const Selection& selection,
                                                 std::optional<std::size_t> firm) const {
  std::optional<std::size_t> best;
  // Orderable first, then fewest changes, then changes in late options: one number to compare.
  std::uint32_t least = ~std::uint32_t{0};
  for (std::size_t v = 0; v < variants_; ++v) {
    std::uint32_t changes = 0;
    std::uint32_t which = 0;
    bool allowed = true;
    for (std::size_t o = 0; o < selection.size(); ++o) {
      if (selection[o] == kOpen || agrees(v, o, selection[o])) continue;
      if (firm == o) allowed = false;
      ++changes;
      which |= std::uint32_t{1} << (selection.size() - 1 - o);
    }
    const std::uint32_t sold_out = has_bit(orderable_, v) ? 0 : 1;
    static_assert(limits::kOptions <= 16);
    const std::uint32_t distance = sold_out << 24 | changes << 16 | which;
    if (allowed && distance < least) {
      least = distance;
      best = v;
    }
  }
  return best;
}

namespace {

Result<OptionMatrix::Selection> positions_of(const Product& product,
                                             const std::vector<OptionChoice>& chosen) {
  OptionMatrix::Selection selection(product.options.size(), kOpen);
  for (std::size_t c = 0; c < chosen.size(); ++c) {
    const auto unknown = [&](const std::string& what) {
      return refuse(Error(ErrorCode::option_unknown, at("options", c)).with("option", what));
    };
    const auto option = std::ranges::find(product.options, chosen[c].name, &ProductOption::name);
    if (option == product.options.end()) return unknown(chosen[c].name);
    const std::int32_t value = value_position(*option, chosen[c].value);
    if (value == kOpen) return unknown(chosen[c].value);
    selection[static_cast<std::size_t>(option - product.options.begin())] = value;
  }
  return selection;
}

}  // namespace

Result<OptionsView> view_options(const Catalog& catalog, std::string_view product_id,
                                 const std::vector<OptionChoice>& chosen, std::string_view firm) {
  const Product* product = catalog.product(product_id);
  if (product == nullptr) {
    return refuse(Error(ErrorCode::product_unknown, "product").with("product", product_id));
  }
  return view_options(*product, chosen, firm);
}

Result<OptionsView> view_options(const Product& product, const std::vector<OptionChoice>& chosen,
                                 std::string_view firm) {
  const auto selection = positions_of(product, chosen);
  if (!selection) return refuse(selection.error());
  const auto& options = product.options;
  std::optional<std::size_t> held;
  if (!firm.empty()) {
    const auto option = std::ranges::find(options, firm, &ProductOption::name);
    if (option == options.end()) {
      return refuse(Error(ErrorCode::option_unknown, "firm").with("option", firm));
    }
    held = static_cast<std::size_t>(option - options.begin());
  }
  const OptionMatrix matrix(product);
  OptionsView view;
  for (std::size_t o = 0; o < options.size(); ++o) {
    OptionValues shown{options[o].name, {}};
    for (std::int32_t v = 0; v < static_cast<std::int32_t>(options[o].values.size()); ++v) {
      OptionValue value{options[o].values[static_cast<std::size_t>(v)], {}, {}};
      value.state = matrix.state(o, v, *selection);
      if (value.state == ValueState::not_made) {
        const auto obstacle = matrix.obstacle(o, v, *selection);
        if (obstacle) value.obstacle = options[*obstacle].name;
      }
      shown.values.push_back(std::move(value));
    }
    view.options.push_back(std::move(shown));
  }
  if (const auto exact = matrix.variant(*selection)) {
    view.sku = product.variants[*exact].sku;
  } else if (const auto near = matrix.nearest(*selection, held)) {
    for (std::size_t o = 0; o < options.size(); ++o) {
      view.nearest.push_back({options[o].name, product.variants[*near].options[o]});
    }
  }
  return view;
}

}  // namespace sealcart
