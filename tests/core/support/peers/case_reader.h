// Reads what a case says, member by member, and knows what it did not read.
//
// A case of another platform may say more than is understood here. Pricing it all the same would be
// a wrong answer, so whatever is left unread, or means something the core has no words for, makes
// the case not expressible; the first reason is kept.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sealcart/money.h"

namespace sealcart::peers {

using Json = nlohmann::json;

// One of several names a fact goes by, in the order they are looked for.
using Names = std::initializer_list<const char*>;

class CaseReader {
 public:
  // Amounts are given in units of 10^-given and turned into minor units of `currency`, which may be
  // finer.
  CaseReader(Currency currency, std::int32_t given) : currency_(currency), given_(given) {}

  const Currency& currency() const { return currency_; }

  // The member, read; nothing when it is absent or null.
  const Json* find(const Json& object, Names names);
  bool has(const Json& object, Names names) const;

  // A list's elements, a single value as a list of one; empty when absent.
  std::vector<const Json*> list(const Json& object, Names names);
  std::vector<std::string> texts(const Json& object, Names names);
  std::string text(const Json& object, Names names, std::string otherwise = {});
  bool flag(const Json& object, Names names, bool otherwise = false);
  std::optional<std::int64_t> whole(const Json& object, Names names);
  // Money in minor units of the currency; a name that ends in _decimal holds whole units.
  std::optional<std::int64_t> amount(const Json& object, Names names);
  std::optional<std::int32_t> rate_ppm(const Json& object, Names names);

  std::int64_t amount_of(const Json& value, bool whole_units = false);
  std::int32_t ppm_of(const Json& percent);
  std::int64_t whole_of(const Json& value);

  // Whether an amount is the expected one. One that is finer than the currency, as those of a
  // platform that never rounds, has two neighbours in minor units: amounts that have to add up are
  // rounded to the one or the other, and both are right.
  bool is(std::int64_t amount, const Json& expected, bool whole_units = false);

  bool is_read(const Json& value) const { return read_.contains(&value); }
  // Marks a value as read with all that is in it.
  void take(const Json& value) { read_.insert(&value); }
  void cannot(std::string_view reason);
  const std::string& trouble() const { return trouble_; }
  // Notes the first member below `root` that nobody read.
  void expect_all_read(const Json& root);

 private:
  std::optional<std::string> unread(const Json& value, const std::string& path) const;
  std::int64_t scaled(const Json& value, std::int32_t decimals, std::string_view what);

  Currency currency_;
  std::int32_t given_;
  std::string trouble_;
  std::set<const Json*> read_;
};

// A number or a text that is one, as its digits.
std::string digits_of(const Json& value);

}  // namespace sealcart::peers
