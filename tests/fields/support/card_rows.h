// The card cases: one row of each kind against the function that answers it.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>

#include "case_rows.h"
#include "sealcart/calendar.h"
#include "sealcart/validate/card.h"
#include "sealcart/validate/card_details.h"

namespace sealcart {

using CardRow = nlohmann::json;

inline std::string text_of(const CardRow& row, const char* key) {
  return row.contains(key) && row[key].is_string() ? row[key].get<std::string>() : "";
}

inline void expect_state(const CardRow& row, const TypedState& state) {
  EXPECT_EQ(state.valid, row["valid"].get<bool>()) << row;
  if (row.contains("potentially_valid")) {
    EXPECT_EQ(state.potentially_valid, row["potentially_valid"].get<bool>()) << row;
  }
}

// "AmEx" of one source is "American Express" of the other.
inline bool is_filter_of(const CardBrand* brand, std::string filter) {
  if (!brand) return false;
  if (filter == "AmEx") filter = "AmericanExpress";
  std::string name(brand->name);
  std::erase(name, ' ');
  return name == filter;
}

inline void check_number_row(const CardRow& row) {
  const auto state = read_card_number(text_of(row, "input"));
  if (row.contains("brand_filter")) {
    const bool is_it = is_filter_of(state.brand, text_of(row, "brand_filter"));
    EXPECT_EQ(state.valid && is_it, row["valid"].get<bool>()) << row;
    return;
  }
  expect_state(row, state);
  if (row.contains("brand")) {
    EXPECT_EQ(state.brand ? state.brand->id : "", text_of(row, "brand")) << row;
  }
  if (row.contains("luhn")) {
    EXPECT_EQ(has_luhn_check(text_of(row, "input")), row["luhn"].get<bool>()) << row;
  }
}

inline void check_prefix_row(const CardRow& row) {
  const CardBrands brands = possible_card_brands(text_of(row, "input"));
  std::vector<std::string> names;
  for (std::size_t i = 0; i < card_brand_count(); ++i) {
    if ((brands >> i & 1) != 0) names.emplace_back(card_brand(i).id);
  }
  auto wanted = row["brands"].get<std::vector<std::string>>();
  std::ranges::sort(wanted);
  std::ranges::sort(names);
  EXPECT_EQ(names, wanted) << row;
}

inline void check_brand_row(const CardRow& row) {
  const CardBrands brands = possible_card_brands(text_of(row, "input"));
  const std::string wanted = text_of(row, "brand");
  bool found = false;
  for (std::size_t i = 0; i < card_brand_count(); ++i) {
    const CardBrand& brand = card_brand(i);
    if ((brands >> i & 1) == 0 || (brand.id != wanted && brand.name != wanted)) continue;
    found = true;
    if (row.contains("code")) {
      EXPECT_EQ(brand.code_digits, row["code"]["size"].get<int>()) << row;
    }
    std::uint32_t lengths = 0;
    if (!row.contains("lengths")) continue;
    for (const auto& length : row["lengths"]) lengths |= 1u << length.get<int>();
    EXPECT_EQ(brand.lengths, lengths) << row;
  }
  EXPECT_TRUE(found) << row;
}

inline void check_code_row(const CardRow& row) {
  const std::string input = text_of(row, "input");
  const auto& length = row["max_length"];
  TypedState state;
  for (const auto& digits : length.is_array() ? length : CardRow::array({length})) {
    const TypedState one = read_card_code(input, digits.get<int>());
    state.valid = state.valid || one.valid;
    state.potentially_valid = state.potentially_valid || one.potentially_valid;
  }
  expect_state(row, state);
}

inline void check_dated_row(const CardRow& row, const std::string& kind) {
  const std::string input = text_of(row, "input");
  const CivilDate today = civil_from_days(*parse_date(text_of(row, "today")));
  if (kind == "expiry") {
    const CardExpiry expiry = read_card_expiry(input, today);
    expect_state(row, expiry);
    if (row.contains("month")) {
      EXPECT_EQ(expiry.month, text_of(row, "month")) << row;
    }
    if (row.contains("year")) {
      EXPECT_EQ(expiry.year, text_of(row, "year")) << row;
    }
  } else if (kind == "expiry-month") {
    const CardMonth month = read_card_month(input, today);
    expect_state(row, month);
    EXPECT_EQ(month.valid_this_year, row["valid_this_year"].get<bool>()) << row;
  } else {
    const CardYear year = read_card_year(input, today);
    expect_state(row, year);
    EXPECT_EQ(year.current_year, row["current_year"].get<bool>()) << row;
  }
}

inline int check_card_rows(const std::vector<CardRow>& rows) {
  int count = 0;
  for (const CardRow& row : rows) {
    const std::string kind = text_of(row, "kind");
    const std::string input = text_of(row, "input");
    if (kind == "number")
      check_number_row(row);
    else if (kind == "prefix")
      check_prefix_row(row);
    else if (kind == "security-code" || kind == "lengths")
      check_brand_row(row);
    else if (kind == "cvv")
      check_code_row(row);
    else if (kind.starts_with("expiry"))
      check_dated_row(row, kind);
    else if (kind == "cardholder")
      expect_state(row, read_card_holder(input));
    else if (kind == "billing-postcode")
      expect_state(row, read_billing_postcode(input));
    else if (kind == "luhn")
      EXPECT_EQ(has_luhn_check(input), row["valid"].get<bool>()) << row;
    else
      ADD_FAILURE() << "unknown kind " << row;
    ++count;
  }
  return count;
}

}  // namespace sealcart
