// A store document to start from: the rules of a country, ready to be edited.
#pragma once

#include <string>
#include <string_view>

#include "sealcart/result.h"
#include "sealcart/store.h"
#include "tax/table.h"

namespace sealcart::tax {

struct NewStore {
  std::string id = "shop";
  std::string name = "My shop";
  std::string country;
  std::string region;  // of the default zone; empty: the country as a whole
  std::string currency;
  RoundingRules rounding;
};

// Zones of the country, its regions and places with rates of their own, and the same of every other
// member when the country is in the EU; the tax categories standard and, where anybody has one,
// reduced; rates that count on `day` or later, from midnight UTC; one shipping method that costs
// nothing. A country without a reduced rate gets its standard one, a place without one that of its
// country as an estimate. Passes Store::check. country_unknown, currency_unknown, and
// store_reference_unknown for a region the table does not have.
Result<StoreDocument> new_store(const Table& table, const NewStore& wanted, std::string_view day);

}  // namespace sealcart::tax
