// What a store document is hardly meant to say, one function for each topic. Called by
// store_findings() and catalog_findings() alone: nothing of it reaches cart.wasm.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../path.h"
#include "sealcart/store_check.h"

namespace sealcart::checking {

enum class Warning : std::uint8_t {
#define SEALCART_STORE_WARNING(code, text, hint) code,
#include "sealcart/store_warnings.def"
#undef SEALCART_STORE_WARNING
};

class Warnings {
 public:
  Warnings(const StoreDocument& of, std::optional<Timestamp> moment) : document(of), now(moment) {}

  const StoreDocument& document;
  const std::optional<Timestamp> now;
  std::vector<StoreFinding> findings;

  struct Param {
    std::string_view name;
    std::string value;
  };
  void tell(Warning warning, std::string path, std::initializer_list<Param> params = {});

  template <class T>
  bool is_over(const T& entry) const {
    return now && entry.ends_at && *entry.ends_at <= *now;
  }
};

// "2026-12-31", with the time of day when it is not midnight UTC.
std::string moment_text(std::int64_t ms);

// For each zone whether some address falls in it.
using Reached = std::vector<bool>;
Reached zone_warnings(Warnings& out);

void tax_warnings(Warnings& out);
// `store`: null when the document has errors; what needs a whole document is then not looked at.
void shipping_warnings(Warnings& out, const Reached& reached, const Store* store);
void promotion_warnings(Warnings& out);
void combination_warnings(Warnings& out);

void catalog_mistakes(const StoreDocument& document, const CatalogSlice& slice,
                      std::vector<Error>& errors);
void price_warnings(Warnings& out, const CatalogSlice& slice);
void weight_warnings(Warnings& out, const CatalogSlice& slice);
void sold_warnings(Warnings& out, const CatalogSlice& slice);

}  // namespace sealcart::checking
