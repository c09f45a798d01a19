// What a store document may not say, one function for each topic. Linked into cart.wasm: rules and
// their sentences only, no hints.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "../path.h"
#include "sealcart/result.h"
#include "sealcart/store.h"

namespace sealcart::checking {

namespace rule {
#define SEALCART_STORE_RULE(name, what, hint) inline constexpr std::string_view name = what;
#include "store_rules.def"
#undef SEALCART_STORE_RULE
}  // namespace rule

class Mistakes {
 public:
  explicit Mistakes(const StoreDocument& document);

  const StoreDocument& document;
  std::vector<Error> errors;

  void add(ErrorCode code, std::string_view path) { errors.emplace_back(code, path); }
  void conflict(std::string_view path, std::string_view what) {
    errors.push_back(Error(ErrorCode::store_value_conflict, path).with("what", what));
  }
  void duplicate(std::string_view path, std::string_view id) {
    errors.push_back(Error(ErrorCode::store_duplicate_id, path).with("id", id));
  }
  void want_zone(std::string_view path, std::string_view id) { want(zones_, path, id); }
  void want_category(std::string_view path, std::string_view id) { want(categories_, path, id); }
  void want_method(std::string_view path, std::string_view id) { want(methods_, path, id); }
  void take_in(std::vector<Error> of, std::string_view at) {
    for (Error& error : of) errors.push_back(std::move(error).inside(at));
  }

 private:
  using Names = std::set<std::string_view>;
  void want(const Names& known, std::string_view path, std::string_view id) {
    if (known.contains(id)) return;
    errors.push_back(Error(ErrorCode::store_reference_unknown, path).with("id", id));
  }

  Names zones_;
  Names categories_;
  Names methods_;
};

void zone_mistakes(Mistakes& found);
void tax_mistakes(Mistakes& found);
void promotion_mistakes(Mistakes& found);
void shipping_mistakes(Mistakes& found);

// All of them; the first is what Store::check refuses.
std::vector<Error> store_mistakes(const StoreDocument& document);

}  // namespace sealcart::checking
