// A cart to price by itself, with its rules: what `sealcart price` reads, one JSON object a line.
//
// The answer is the same Snapshot, byte for byte, that a page has after the same commands.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sealcart/address.h"
#include "sealcart/catalog.h"
#include "sealcart/describe.h"
#include "sealcart/limits.h"
#include "sealcart/price_context.h"
#include "sealcart/result.h"
#include "sealcart/rounding_rules.h"
#include "sealcart/snapshot.h"
#include "sealcart/store.h"

namespace sealcart {

struct PriceLine {
  std::string sku;
  std::int64_t quantity = 1;
  Customizations customizations = {};
};

// `rounding`: instead of the store's, for this request alone.
struct PriceRequest {
  std::optional<StoreDocument> store;
  std::optional<CatalogSlice> catalog;
  std::vector<PriceLine> lines;
  std::vector<std::string> codes;
  std::optional<Destination> destination;
  std::string shipping_method;
  std::int64_t now_ms = 0;
  std::int32_t utc_offset_min = 0;
  Shopper shopper;
  std::vector<Tender> tenders;
  std::vector<PromotionUse> uses;
  std::vector<ProductUse> bought;
  std::vector<SeenPrice> seen;
  std::optional<RoundingRules> rounding;
};

// Prices one request after the other. A store or catalogue that a request brings stands for those
// that follow without one; a new store forgets the catalogue of the one before.
class Pricer {
 public:
  // Refuses what the store's check, the catalogue's and the commands refuse; paths begin with the
  // field of the request: "store.taxRates[1].zone", "lines[2].quantity", "codes[0]". What a refused
  // request brought is forgotten.
  Result<Snapshot> price(PriceRequest request);

 private:
  std::optional<StoreDocument> store_;
  std::optional<CatalogSlice> catalog_;
};

template <>
struct Describe<PriceLine> : Fields<PriceLine> {
  static constexpr std::string_view doc = "Units of one variant.";
  static constexpr std::array fields{
      field<&T::sku>(bytes(1, limits::kSkuBytes), "of the catalogue"),
      field<&T::quantity>(range(-limits::kAmount, limits::kAmount), "units").optional(),
      field<&T::customizations>("texts the product takes")
          .items(limits::kCustomizations)
          .optional(),
  };
};

template <>
struct Describe<PriceRequest> : Fields<PriceRequest> {
  static constexpr std::string_view doc = "A cart to price by itself.";
  static constexpr std::array fields{
      field<&T::store>("the rules; absent: those of the request before"),
      field<&T::catalog>("what is sold; absent: that of the request before"),
      field<&T::lines>("in the order they are added; a SKU again adds to its line")
          .items(limits::kLines),
      field<&T::codes>(bytes(1, limits::kCodeBytes), "promotion codes")
          .items(limits::kCodes)
          .optional(),
      field<&T::destination>("where to; absent: the default zone"),
      field<&T::shipping_method>(bytes(0, limits::kIdBytes), "absent: the cheapest stands in")
          .optional(),
      field<&T::now_ms>(range(0, limits::kCounter), "the moment, Unix time in ms").optional(),
      field<&T::utc_offset_min>(range(limits::kUtcOffsetWestMin, limits::kUtcOffsetEastMin),
                                "of the shop, minutes east of UTC; for delivery dates")
          .optional(),
      field<&T::shopper>("who buys; absent: anyone").optional(),
      field<&T::tenders>("what may be paid with, in the order of use")
          .items(limits::kTenders)
          .optional(),
      field<&T::uses>("how often promotions were used").items(limits::kPromotions).optional(),
      field<&T::bought>("what the shopper ordered before").items(limits::kProducts).optional(),
      field<&T::seen>("unit prices the shopper agreed to").items(limits::kLines).optional(),
      field<&T::rounding>("instead of the store's"),
  };
};

}  // namespace sealcart
