// Two carts of one shopper become one: what signing in with a guest's cart writes to the
// customer's. Nothing that either cart holds is dropped; what could not be added up is told.
//
// Lines that are in one cart only are in the result as they are, texts and all, under every policy
// but keep_both. Of a line that is in both:
//   sum        the units of both
//   max        the larger quantity
//   guest      the guest's quantity
//   customer   the customer's quantity
//   keep_both  nothing moves, the guest's cart stays a second cart; so it does under every policy
//              when the currencies differ
// Codes are those of both carts. Destination and shipping method: the customer's where one was
// chosen, else the guest's; under `guest` the other way round.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sealcart/cart.h"
#include "sealcart/catalog.h"
#include "sealcart/describe.h"
#include "sealcart/limits.h"
#include "sealcart/op.h"
#include "sealcart/price_context.h"

namespace sealcart {

enum class MergePolicy : std::uint8_t { sum, max, guest, customer, keep_both };

// Both carts are sound (check_cart). `taken_over`: the guest's cart as it was when it was merged
// into this one before, or null; what it had counts no more, so that merging again adds only what
// is new and brings nothing back that was removed since.
struct MergeCarts {
  const Cart& customer;
  const Cart& guest;
  std::string_view customer_currency;
  std::string_view guest_currency;
  const Cart* taken_over = nullptr;
};

// What bounds the quantities: those of a SKU the catalogue does not have are taken as they are.
struct MergeShop {
  const Catalog& catalog;
  const std::vector<ProductUse>& bought;  // by the customer before
};

// A line that did not get all units of the two carts.
struct MergeCut {
  std::string sku;
  Customizations customizations = {};
  std::int64_t wanted = 0;
  std::int64_t kept = 0;
  friend bool operator==(const MergeCut&, const MergeCut&) = default;
};

struct MergePlan {
  bool keep_both = false;
  std::vector<Op> ops;  // of the author, on the customer's cart, each after the ones before it
  std::vector<MergeCut> overflow;
  std::vector<std::string> codes_left;  // that the customer's cart had no place for
};

// The operations that bring the guest's things into the customer's cart. Units are cut where the
// sum is more than a line may hold (allowance.h), never below what it held in either cart; a line
// the customer's cart has no place for (check_caps) is cut to what it holds.
MergePlan plan_merge(const MergeCarts& carts, MergePolicy policy, const Author& author,
                     const MergeShop& shop);

template <>
struct Describe<MergePolicy> {
  static constexpr std::string_view doc = "What becomes of a line that is in both carts.";
};

template <>
struct Describe<MergeCut> : Fields<MergeCut> {
  static constexpr std::string_view doc = "A line that did not get all units of two carts.";
  static constexpr std::array fields{
      field<&T::sku>(bytes(1, limits::kSkuBytes), "variant"),
      field<&T::customizations>("texts of the line, by name")
          .items(limits::kCustomizations)
          .optional(),
      field<&T::wanted>(range(1, limits::kUnits), "units of both carts"),
      field<&T::kept>(range(0, limits::kUnits), "units the line holds now"),
  };
};

}  // namespace sealcart
