// Ways to deliver, and fees.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sealcart/delivery.h"
#include "sealcart/describe.h"
#include "sealcart/limits.h"
#include "sealcart/pickup.h"
#include "sealcart/shipping_table.h"

namespace sealcart {

// Costs `amount`, `per_item` for each unit delivered, and what its `table` says of the parcels; or
// nothing from `free_from` on (item subtotal after all discounts). `split`: a parcel for each
// shipping group and origin; else one for all. `pickup`: places where the shopper fetches it.
struct ShippingMethod {
  std::string id;
  std::string name;
  std::vector<std::string> zones;
  std::int64_t amount = 0;
  std::optional<std::int64_t> free_from;
  std::string tax_category;
  std::int32_t min_days = 0;
  std::int32_t max_days = 0;
  std::int64_t per_item = 0;
  std::optional<ShippingTable> table;
  bool split = false;
  std::vector<PickupLocation> pickup;
  std::optional<DeliveryRule> delivery;
};

// Charged once an order: `amount`, and `rate_ppm` of the item subtotal after discounts.
// `below_subtotal`: only while the item subtotal after discounts is lower.
struct Fee {
  std::string id;
  std::string name;
  std::int64_t amount = 0;
  std::int32_t rate_ppm = 0;
  std::optional<std::int64_t> below_subtotal;
  std::string tax_category;
};

template <>
struct Describe<ShippingMethod> : Fields<ShippingMethod> {
  static constexpr std::string_view doc = "A way to deliver an order.";
  static constexpr std::array fields{
      field<&T::id>(bytes(1, limits::kIdBytes), "stable"),
      field<&T::name>(bytes(1, limits::kNameBytes), "shown"),
      field<&T::zones>(bytes(1, limits::kIdBytes), "ids of the zones it serves")
          .items(limits::kZones),
      field<&T::amount>(range(0, limits::kUnitPrice), "minor units"),
      field<&T::free_from>(range(0, limits::kAmount),
                           "free from this item subtotal on, minor units"),
      field<&T::tax_category>(bytes(1, limits::kIdBytes), "of the store"),
      field<&T::min_days>(range(0, 365), "days to delivery, least").optional(),
      field<&T::max_days>(range(0, 365), "days to delivery, most").optional(),
      field<&T::per_item>(range(0, limits::kUnitPrice), "minor units for each unit delivered")
          .optional(),
      field<&T::table>("rates by weight, value, units or volume"),
      field<&T::split>("true: a parcel for each shipping group and origin").optional(),
      field<&T::pickup>("where the shopper fetches the order; empty: it is delivered")
          .items(limits::kPickupLocations)
          .optional(),
      field<&T::delivery>("how delivery dates are found; absent: minDays and maxDays alone"),
  };
};

template <>
struct Describe<Fee> : Fields<Fee> {
  static constexpr std::string_view doc = "Charged once an order.";
  static constexpr std::array fields{
      field<&T::id>(bytes(1, limits::kIdBytes), "stable"),
      field<&T::name>(bytes(1, limits::kNameBytes), "shown"),
      field<&T::amount>(range(0, limits::kUnitPrice), "minor units"),
      field<&T::rate_ppm>(range(0, limits::kDiscountPpm), "of the item subtotal").optional(),
      field<&T::below_subtotal>(range(0, limits::kAmount),
                                "charged only below this item subtotal, minor units"),
      field<&T::tax_category>(bytes(1, limits::kIdBytes), "of the store"),
  };
};

}  // namespace sealcart
