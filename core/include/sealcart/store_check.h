// Every mistake of a store document at once, for the merchant who writes it.
//
// An error is what Store::check refuses; there is one if and only if it does. A warning is
// something that can be priced and is hardly meant: a promotion that can never count, a zone nobody
// is in, a tax rate that ended. store_warnings.def lists the warnings, store_rules.def the rules
// behind the code store_value_conflict.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sealcart/catalog.h"
#include "sealcart/describe.h"
#include "sealcart/limits.h"
#include "sealcart/store.h"
#include "sealcart/time.h"

namespace sealcart {

enum class FindingLevel : std::uint8_t { error, warning };

// `code`: of error_codes.def or store_warnings.def. `path`: into the document, or the catalogue.
// `what` and `hint` are English.
struct StoreFinding {
  std::string code;
  std::string path;
  std::string what;
  std::string hint;
  FindingLevel level = FindingLevel::error;
};

// Errors first, in the order Store::check comes upon them, then warnings. Without a moment nothing
// is called over.
std::vector<StoreFinding> store_findings(const StoreDocument& document,
                                         std::optional<Timestamp> now = {});

// A catalogue by itself and against the store: what Catalog::load refuses, tax categories the store
// does not have, prices that contradict each other, promotions that name what is not sold. The
// slice is taken as all that is sold. Paths are those of the catalogue, or of the store's
// promotions.
std::vector<StoreFinding> catalog_findings(const StoreDocument& document, const CatalogSlice& slice,
                                           std::optional<Timestamp> now = {});

template <>
struct Describe<FindingLevel> {
  static constexpr std::string_view doc = "Refused, or accepted and hardly meant.";
};

template <>
struct Describe<StoreFinding> : Fields<StoreFinding> {
  static constexpr std::string_view doc = "One mistake of a store document or catalogue.";
  static constexpr std::array fields{
      field<&T::code>(bytes(1, limits::kIdBytes), "for programs"),
      field<&T::path>(bytes(0, limits::kNameBytes), "where"),
      field<&T::what>(bytes(1, limits::kDescriptionBytes), "what is wrong, English"),
      field<&T::hint>(bytes(1, limits::kDescriptionBytes), "how to repair it, English"),
      field<&T::level>("error or warning"),
  };
};

}  // namespace sealcart
