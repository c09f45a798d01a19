// What a price depends on beside cart, store and catalogue: the moment, the shopper, what the
// server knows of codes used before, and what the shopper may pay with. All of it are values.
#pragma once

#include <string>
#include <vector>

#include "sealcart/describe.h"
#include "sealcart/limits.h"
#include "sealcart/tender.h"
#include "sealcart/time.h"

namespace sealcart {

// `group`: of the store's price lists and promotions; empty: everyone. `vat_id`: as printed on an
// invoice, with its country letters; it was checked before it came here. `tax_exempt`: the merchant
// holds a certificate.
struct Shopper {
  std::string group;
  std::string vat_id;
  bool tax_exempt = false;
  bool first_order = false;
  friend bool operator==(const Shopper&, const Shopper&) = default;
};

// Orders that used a promotion so far.
struct PromotionUse {
  std::string promotion;
  std::int64_t orders = 0;
  std::int64_t by_shopper = 0;
  friend bool operator==(const PromotionUse&, const PromotionUse&) = default;
};

// Units of a product in the shopper's orders so far.
struct ProductUse {
  std::string product;
  std::int64_t units = 0;
  friend bool operator==(const ProductUse&, const ProductUse&) = default;
};

// What only the server knows of a shopper: a page prices with it as soon as it has it.
struct ShopperFacts {
  Shopper shopper;
  std::vector<PromotionUse> uses;  // of the promotions that may be used a limited number of times
  std::vector<ProductUse> bought;  // of the products with a limit for each customer
};

// A unit price the shopper saw and agreed to.
struct SeenPrice {
  std::string sku;
  std::int64_t unit_price = 0;
  friend bool operator==(const SeenPrice&, const SeenPrice&) = default;
};

struct PriceContext {
  Timestamp now;
  std::int32_t utc_offset_min = 0;  // of the shop, for delivery dates
  Shopper shopper;
  std::vector<PromotionUse> uses;
  std::vector<ProductUse> bought;
  std::vector<Tender> tenders;
  std::vector<SeenPrice> seen;

  friend bool operator==(const PriceContext&, const PriceContext&) = default;
  PriceContext() = default;
  PriceContext(Timestamp moment) : now(moment) {}  // NOLINT(google-explicit-constructor)
};

template <>
struct Describe<Shopper> : Fields<Shopper> {
  static constexpr std::string_view doc = "What prices need to know of a shopper.";
  static constexpr std::array fields{
      field<&T::group>(bytes(0, limits::kIdBytes), "customer group; empty: everyone").optional(),
      field<&T::vat_id>(bytes(0, limits::kIdBytes), "checked VAT id with its country letters")
          .optional(),
      field<&T::tax_exempt>("true: the merchant holds a certificate").optional(),
      field<&T::first_order>("true: has not ordered before").optional(),
  };
};

template <>
struct Describe<PromotionUse> : Fields<PromotionUse> {
  static constexpr std::string_view doc = "How often a promotion was used.";
  static constexpr std::array fields{
      field<&T::promotion>(bytes(1, limits::kIdBytes), "id"),
      field<&T::orders>(range(0, limits::kCounter), "orders that used it").optional(),
      field<&T::by_shopper>(range(0, limits::kCounter), "of them by this shopper").optional(),
  };
};

template <>
struct Describe<ProductUse> : Fields<ProductUse> {
  static constexpr std::string_view doc = "How much of a product a shopper ordered before.";
  static constexpr std::array fields{
      field<&T::product>(bytes(1, limits::kIdBytes), "id"),
      field<&T::units>(range(0, limits::kCounter), "units over all its variants"),
  };
};

template <>
struct Describe<ShopperFacts> : Fields<ShopperFacts> {
  static constexpr std::string_view doc = "What the server knows of a shopper and of limits.";
  static constexpr std::array fields{
      field<&T::shopper>("who buys").optional(),
      field<&T::uses>("of promotions that are limited").items(limits::kPromotions).optional(),
      field<&T::bought>("of products with a limit for each customer")
          .items(limits::kProducts)
          .optional(),
  };
};

template <>
struct Describe<SeenPrice> : Fields<SeenPrice> {
  static constexpr std::string_view doc = "A unit price the shopper saw and agreed to.";
  static constexpr std::array fields{
      field<&T::sku>(bytes(1, limits::kSkuBytes), "variant"),
      field<&T::unit_price>(range(0, limits::kUnitPrice), "minor units"),
  };
};

}  // namespace sealcart
