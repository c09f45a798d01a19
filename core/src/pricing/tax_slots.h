// Which taxes apply to a category at a destination, and what that makes of a listed price.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "sealcart/totals.h"

namespace sealcart::pricing {

class TaxSlots {
 public:
  // Fills input.rates and input.slots as categories are asked for.
  TaxSlots(const Store& store, std::optional<std::size_t> zone, const PriceContext& context,
           PriceInput& input);

  std::uint32_t slot(const std::string& category);

  // A listed price as it is charged here: without a tax the shopper is relieved of, and with the
  // destination's in place of the home zone's where the store says so.
  std::int64_t price(std::int64_t listed, const std::string& category);

 private:
  const Store& store_;
  std::optional<std::size_t> zone_;
  std::optional<std::size_t> home_;
  Timestamp now_;
  PriceInput& input_;
  bool reprices_;
  std::map<std::string, std::uint32_t> slots_;
};

}  // namespace sealcart::pricing
