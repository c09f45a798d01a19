// Which option values of a product go together: what is left to choose after part of a choice, why
// a value is not, and which variant comes nearest to a combination that is not made.
//
// Each value of each option holds one bit for every variant that has it, so a question is answered
// by a few AND operations, for thousands of variants as for ten.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sealcart/allowance.h"
#include "sealcart/catalog.h"
#include "sealcart/describe.h"
#include "sealcart/limits.h"
#include "sealcart/result.h"

namespace sealcart {

enum class ValueState : std::uint8_t { orderable, sold_out, not_made };

class OptionMatrix {
 public:
  // Position of the chosen value for each option of the product; kOpen: not chosen.
  static constexpr std::int32_t kOpen = -1;
  using Selection = std::vector<std::int32_t>;

  // A product a Catalog took in; its variants are numbered in its order.
  explicit OptionMatrix(const Product& product);

  // The variant with exactly this complete selection.
  std::optional<std::size_t> variant(const Selection& selection) const;

  // Of a value beside what is chosen for the other options.
  ValueState state(std::size_t option, std::int32_t value, const Selection& selection) const;

  // The option whose choice alone rules the value out; none when only the choices together do.
  std::optional<std::size_t> obstacle(std::size_t option, std::int32_t value,
                                      const Selection& selection) const;

  // The variant that differs in the fewest chosen options, `firm` never among them: one that can be
  // ordered if there is any, of equally near ones that which keeps the earlier options, then the
  // first. None only when no variant has the firm value.
  std::optional<std::size_t> nearest(const Selection& selection,
                                     std::optional<std::size_t> firm = {}) const;

 private:
  using Word = std::uint64_t;
  using Bits = std::vector<Word>;

  std::span<const Word> having(std::size_t option, std::int32_t value) const;
  bool agrees(std::size_t variant, std::size_t option, std::int32_t value) const;
  Bits all() const;
  Bits fitting(const Selection& selection, std::size_t but) const;

  std::size_t variants_ = 0;
  std::size_t words_ = 0;
  std::vector<std::size_t> first_row_;  // of each option in having_
  Bits having_;                         // words_ for each value of each option
  Bits orderable_;
};

// What a page shows of a product's options after part of a choice.
struct OptionValue {
  std::string value;
  ValueState state = ValueState::orderable;
  std::string obstacle;  // name of the option whose choice rules it out; empty: see OptionMatrix
};
struct OptionValues {
  std::string name;
  std::vector<OptionValue> values;
};
struct OptionsView {
  std::vector<OptionValues> options;
  std::string sku;                    // of the variant that is chosen; empty: none
  std::vector<OptionChoice> nearest;  // a complete selection; empty when `sku` is given
};

// `firm` is the option chosen last, or empty. product_unknown; option_unknown with the path
// "options[1]", or "firm".
Result<OptionsView> view_options(const Catalog& catalog, std::string_view product,
                                 const std::vector<OptionChoice>& chosen,
                                 std::string_view firm = {});

// The same of a product that is in no catalogue, such as that of read_availability().
Result<OptionsView> view_options(const Product& product, const std::vector<OptionChoice>& chosen,
                                 std::string_view firm = {});

// The question, as a page asks it.
struct OptionsQuestion {
  std::string product;
  std::vector<OptionChoice> options;
  std::string firm;
};

template <>
struct Describe<ValueState> {
  static constexpr std::string_view doc =
      "What can be had with an option value beside the other choices.";
};

template <>
struct Describe<OptionValue> : Fields<OptionValue> {
  static constexpr std::string_view doc = "A value and whether it is left to choose.";
  static constexpr std::array fields{
      field<&T::value>(bytes(1, limits::kNameBytes), "one of the option's"),
      field<&T::state>("beside the other choices"),
      field<&T::obstacle>(bytes(0, limits::kNameBytes),
                          "the option whose choice alone rules it out, if one does"),
  };
};

template <>
struct Describe<OptionValues> : Fields<OptionValues> {
  static constexpr std::string_view doc = "An option and its values.";
  static constexpr std::array fields{
      field<&T::name>(bytes(1, limits::kNameBytes), "of the product"),
      field<&T::values>("in shown order").items(limits::kOptionValues),
  };
};

template <>
struct Describe<OptionsView> : Fields<OptionsView> {
  static constexpr std::string_view doc = "A product's options after part of a choice.";
  static constexpr std::array fields{
      field<&T::options>("in shown order").items(limits::kOptions),
      field<&T::sku>(bytes(0, limits::kSkuBytes), "of the chosen variant; empty: none"),
      field<&T::nearest>("what comes nearest when the choice is not made or not complete")
          .items(limits::kOptions),
  };
};

template <>
struct Describe<OptionsQuestion> : Fields<OptionsQuestion> {
  static constexpr std::string_view doc = "What is left to choose of a product.";
  static constexpr std::array fields{
      field<&T::product>(bytes(1, limits::kIdBytes), "id"),
      field<&T::options>("chosen so far").items(limits::kOptions).optional(),
      field<&T::firm>(bytes(0, limits::kNameBytes),
                      "the option chosen last, which the nearest choice keeps")
          .optional(),
  };
};

}  // namespace sealcart
