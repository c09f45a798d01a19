// Which combinations of a product's options are made, and which of those can be ordered, as a short
// text: with the options it is all an OptionMatrix needs, so a page can show the choices of a
// product of thousands of variants without loading one of them.
//
// The text is ASCII, of the letters of base64url (RFC 4648, 5). Each letter holds five bits of a
// number, least first; the sixth says that another letter follows. The numbers are: the version
// (1), how many options there are and how many values each has; then the combinations, counted with
// the last option fastest, as runs of one state: first how many are not made, then for each run
// twice its length less two, plus one for the second of the two states it can be after the one
// before, in the order orderable, sold out, not made. Combinations after the last run are not made.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sealcart/catalog.h"
#include "sealcart/describe.h"
#include "sealcart/limits.h"
#include "sealcart/option_matrix.h"
#include "sealcart/result.h"

namespace sealcart {

// Of a product a Catalog took in.
std::string encode_availability(const Product& product);

// A product with these options and a variant for each combination that is made, in the order they
// are counted: without SKU and price, with no stock where it is sold out. pack_invalid: not such a
// text, or of other options. What is read is written back as the same text.
Result<Product> read_availability(std::vector<ProductOption> options, std::string_view text);

// What a page needs to show the choices of a product.
struct ProductAvailability {
  std::string product;
  std::string title;
  std::vector<ProductOption> options;
  std::string availability;
};
ProductAvailability availability_of(const Product& product);

// OptionsQuestion about such a product. The answer has no SKU: a complete choice that is made has
// no nearest one either.
struct AvailabilityQuestion {
  std::vector<ProductOption> options;
  std::string availability;
  std::vector<OptionChoice> chosen;
  std::string firm;
};
// pack_invalid; option_unknown as of view_options().
Result<OptionsView> view_availability(AvailabilityQuestion question);

template <>
struct Describe<ProductAvailability> : Fields<ProductAvailability> {
  static constexpr std::string_view doc = "A product's options and what of them can be had.";
  static constexpr std::array fields{
      field<&T::product>(bytes(1, limits::kIdBytes), "id"),
      field<&T::title>(bytes(1, limits::kNameBytes), "shown name"),
      field<&T::options>("in shown order").items(limits::kOptions),
      field<&T::availability>(bytes(0, limits::kAvailabilityBytes), "see VARIANTS.md"),
  };
};

template <>
struct Describe<AvailabilityQuestion> : Fields<AvailabilityQuestion> {
  static constexpr std::string_view doc = "What is left to choose of such a product.";
  static constexpr std::array fields{
      field<&T::options>("of the product").items(limits::kOptions),
      field<&T::availability>(bytes(0, limits::kAvailabilityBytes), "of the product"),
      field<&T::chosen>("so far").items(limits::kOptions).optional(),
      field<&T::firm>(bytes(0, limits::kNameBytes),
                      "the option chosen last, which the nearest choice keeps")
          .optional(),
  };
};

}  // namespace sealcart
