// What a page shows: the cart with its prices, whole, at one moment.
//
// Two forms of the same facts. `Snapshot` is the wire type (JSON, canonical bytes: equal in native
// code, in Wasm and over HTTP). The flat form is an array of doubles in Wasm memory that TypeScript
// reads without JSON; every number in it is an integer within ±(2^53-1). The lists below are the
// one place that fixes its layout; the TypeScript decoder is generated from them.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "sealcart/adjustment.h"
#include "sealcart/cart.h"
#include "sealcart/describe.h"
#include "sealcart/ids.h"
#include "sealcart/limits.h"
#include "sealcart/outlook.h"
#include "sealcart/problem.h"
#include "sealcart/shipping_range.h"
#include "sealcart/tender.h"
#include "sealcart/totals.h"

namespace sealcart {

struct SnapshotLine {
  LineId id;
  std::string sku;
  std::string product;
  std::string title;
  std::string image;
  std::vector<std::string> options;
  Customizations customizations;
  std::int32_t quantity = 0;
  std::int32_t max_quantity = 0;
  std::int64_t unit_price = 0;
  std::optional<std::int64_t> compare_at;
  std::int64_t subtotal = 0;
  std::int64_t line_discount = 0;
  std::int64_t order_discount = 0;
  std::int64_t tax = 0;
  std::int64_t total = 0;  // after discounts; plus the tax when it is additional
};

struct SnapshotTax {
  std::string rate;
  std::string name;
  std::int32_t rate_ppm = 0;
  bool included = false;
  std::int64_t taxable = 0;
  std::int64_t tax = 0;
};

struct SnapshotMethod {
  std::string id;
  std::string name;
  bool available = false;              // it can take this cart to the destination
  std::optional<std::int64_t> amount;  // for this cart; absent: not available
  std::optional<ShippingRange> range;  // anywhere it goes, while no country is known
  std::optional<std::int64_t> free_from;
  std::int32_t min_days = 0;
  std::int32_t max_days = 0;
  std::optional<DeliveryEstimate> delivery;
  std::int32_t parcels = 1;
  std::vector<PickupLocation> pickup;  // one of them is to be chosen; empty: it is delivered
  bool chosen = false;
};

struct SnapshotCode {
  std::string code;
  std::string promotion;  // id; empty: the store has no such code any more
  bool applied = false;   // it lowers the price now
  CodeReason reason = CodeReason::applied;
  std::string beaten_by;  // id of the promotion that counts instead, with code_not_honoured
};

struct Snapshot {
  CartId cart;
  std::string store;
  std::int64_t store_version = 0;
  std::string currency;
  std::int32_t exponent = 0;
  Destination destination;
  std::string shipping_method;
  bool estimate = false;
  std::int64_t unit_count = 0;
  std::vector<SnapshotLine> lines;
  std::vector<SnapshotCode> codes;
  std::vector<SnapshotMethod> shipping_methods;
  std::vector<SnapshotTax> taxes;
  std::vector<Adjustment> adjustments;
  std::vector<Problem> problems;
  std::vector<Problem> notices;
  std::int64_t item_subtotal = 0;
  std::int64_t line_discount_total = 0;
  std::int64_t order_discount_total = 0;
  std::int64_t discount_total = 0;
  std::int64_t shipping_total = 0;
  std::int64_t shipping_discount_total = 0;
  std::int64_t fee_total = 0;
  std::int64_t included_tax_total = 0;
  std::int64_t additional_tax_total = 0;
  std::int64_t grand_total = 0;
  std::int64_t tender_total = 0;
  std::int64_t amount_due = 0;
  std::vector<SnapshotGap> gaps;  // as many as long as the structure stays
  std::optional<NextChange> next_change;
  std::vector<SnapshotGift> gifts;
  std::vector<PriceChange> price_changes;
  std::vector<AppliedTender> tenders;
  TaxRelief tax_relief = TaxRelief::none;
  bool deal_proven = true;
};

// Problems are those of problems(), of the tenders, and price_changed for each line that became
// dearer. Notices stop nothing: quantity_conflict, low_stock, on_backorder, on_preorder, each
// at its line.
Snapshot make_snapshot(const Cart& cart, const Store& store, const Catalog& catalog,
                       const Priced& priced, const PriceContext& context);

// --- flat form -----------------------------------------------------------------------------------

// Raised when the lists below change; the page refuses a module of another layout.
inline constexpr std::int32_t kFlatLayout = 3;

// Head of the array, one double each.
inline constexpr std::array<std::string_view, 19> kFlatHead{
    "revision",   // raised with every change
    "structure",  // raised when lines, names, rules or problems change, not amounts alone
    "line_count",
    "unit_count",
    "estimate",  // 1: address or shipping method not chosen yet
    "item_subtotal",
    "line_discount_total",
    "order_discount_total",
    "discount_total",
    "shipping_total",
    "fee_total",
    "included_tax_total",
    "additional_tax_total",
    "grand_total",
    "shipping_discount_total",
    "tender_total",
    "amount_due",
    "pending",  // own operations the server has not acknowledged
    "head",     // log index seen
};

// Then one record for each line, each tax, each shipping method and each gap, in the order of the
// Snapshot lists.
inline constexpr std::array<std::string_view, 7> kFlatLine{
    "quantity", "unit_price", "subtotal", "line_discount", "order_discount", "tax", "total",
};
inline constexpr std::array<std::string_view, 2> kFlatTax{"taxable", "tax"};
inline constexpr std::array<std::string_view, 2> kFlatMethod{"amount", "chosen"};
inline constexpr std::array<std::string_view, 2> kFlatGap{"amount", "units"};

template <>
struct Describe<SnapshotLine> : Fields<SnapshotLine> {
  static constexpr std::string_view doc = "A line item with its prices, in minor units.";
  static constexpr std::array fields{
      field<&T::id>("the line"),
      field<&T::sku>(bytes(1, limits::kSkuBytes), "variant"),
      field<&T::product>(bytes(0, limits::kIdBytes), "id; empty: never loaded"),
      field<&T::title>(bytes(0, limits::kNameBytes), "shown name"),
      field<&T::image>(bytes(0, limits::kUrlBytes), "path of the picture"),
      field<&T::options>(bytes(0, limits::kNameBytes), "values, in order").items(limits::kOptions),
      field<&T::customizations>("texts of the shopper, by name").items(limits::kCustomizations),
      field<&T::quantity>(range(0, limits::kAmount), "units"),
      field<&T::max_quantity>(range(0, limits::kQuantity), "most that can be set now"),
      field<&T::unit_price>(range(0, limits::kUnitPrice), "for one unit at this quantity"),
      field<&T::compare_at>(range(0, limits::kUnitPrice),
                            "former price: the merchant's, or the variant's own where a lower "
                            "one is in force"),
      field<&T::subtotal>(range(0, limits::kAmount), "unit price x quantity"),
      field<&T::line_discount>(range(0, limits::kAmount), "off this line"),
      field<&T::order_discount>(range(0, limits::kAmount), "share of the order discount"),
      field<&T::tax>(range(0, limits::kAmount), "included or additional"),
      field<&T::total>(range(0, limits::kAmount), "after discounts, with additional tax"),
  };
};

template <>
struct Describe<SnapshotTax> : Fields<SnapshotTax> {
  static constexpr std::string_view doc = "What one tax rate adds up to.";
  static constexpr std::array fields{
      field<&T::rate>(bytes(0, limits::kIdBytes), "id"),
      field<&T::name>(bytes(0, limits::kNameBytes), "shown"),
      field<&T::rate_ppm>(range(0, limits::kRatePpm), "parts per million"),
      field<&T::included>("true: contained in the prices"),
      field<&T::taxable>(range(0, limits::kAmount), "base"),
      field<&T::tax>(range(0, limits::kAmount), "tax"),
  };
};

template <>
struct Describe<SnapshotMethod> : Fields<SnapshotMethod> {
  static constexpr std::string_view doc = "A way to deliver this cart.";
  static constexpr std::array fields{
      field<&T::id>(bytes(1, limits::kIdBytes), "of the method"),
      field<&T::name>(bytes(1, limits::kNameBytes), "shown"),
      field<&T::available>("it can take this cart to the destination"),
      field<&T::amount>(range(0, limits::kAmount), "for this cart; absent: not available"),
      field<&T::range>(
          "what it costs anywhere it goes, while no country is known; absent: the same "
          "everywhere"),
      field<&T::free_from>(range(0, limits::kAmount), "free from this item subtotal on"),
      field<&T::min_days>(range(0, 365), "days, least"),
      field<&T::max_days>(range(0, 365), "days, most"),
      field<&T::delivery>("when it arrives if it is ordered now, when the method says how"),
      field<&T::parcels>(range(0, limits::kLines), "by shipping group and origin when it splits"),
      field<&T::pickup>("where it is fetched; empty: it is delivered")
          .items(limits::kPickupLocations),
      field<&T::chosen>("it is the one in the totals"),
  };
};

template <>
struct Describe<SnapshotCode> : Fields<SnapshotCode> {
  static constexpr std::string_view doc = "A promotion code of the cart.";
  static constexpr std::array fields{
      field<&T::code>(bytes(1, limits::kCodeBytes), "as the store spells it"),
      field<&T::promotion>(bytes(0, limits::kIdBytes), "id of its promotion"),
      field<&T::applied>("it lowers the price now"),
      field<&T::reason>("why it does not"),
      field<&T::beaten_by>(bytes(0, limits::kIdBytes),
                           "id of the promotion that counts instead; empty: none to name"),
  };
};

template <>
struct Describe<Snapshot> : Fields<Snapshot> {
  static constexpr std::string_view doc = "A cart with its prices at one moment, in minor units.";
  static constexpr std::array fields{
      field<&T::cart>("id"),
      field<&T::store>(bytes(1, limits::kIdBytes), "id"),
      field<&T::store_version>(range(1, limits::kCounter), "of the rules"),
      field<&T::currency>(bytes(3, 3), "ISO 4217"),
      field<&T::exponent>(range(0, 4), "decimals of the minor unit"),
      field<&T::destination>("where to"),
      field<&T::shipping_method>(bytes(0, limits::kIdBytes),
                                 "chosen by the shopper; empty: not yet"),
      field<&T::estimate>("address or shipping method not chosen yet"),
      field<&T::unit_count>(range(0, limits::kAmount), "units of all lines"),
      field<&T::lines>("in shown order").items(limits::kLines),
      field<&T::codes>("promotion codes").items(limits::kCodes),
      field<&T::shipping_methods>("that serve the zone").items(limits::kShippingMethods),
      field<&T::taxes>("summary by rate").items(limits::kTaxRates),
      field<&T::adjustments>("every change of money with its rule").items(limits::kLines * 4),
      field<&T::problems>("why it can't be ordered as it stands").items(limits::kLines * 4),
      field<&T::notices>("what is good to know of a line before it is ordered")
          .items(limits::kLines * 2),
      field<&T::item_subtotal>(range(0, limits::kAmount), "before discounts"),
      field<&T::line_discount_total>(range(0, limits::kAmount), "off"),
      field<&T::order_discount_total>(range(0, limits::kAmount), "off"),
      field<&T::discount_total>(range(0, limits::kAmount), "both together"),
      field<&T::shipping_total>(range(0, limits::kAmount),
                                "after promotions of shipping, without tax on top"),
      field<&T::shipping_discount_total>(range(0, limits::kAmount), "off shipping"),
      field<&T::fee_total>(range(0, limits::kAmount), "without tax on top"),
      field<&T::included_tax_total>(range(0, limits::kAmount), "contained in the figures above"),
      field<&T::additional_tax_total>(range(0, limits::kAmount), "on top of the figures above"),
      field<&T::grand_total>(range(0, limits::kAmount), "what the order costs"),
      field<&T::tender_total>(range(0, limits::kAmount), "paid by gift cards and store credit"),
      field<&T::amount_due>(range(0, limits::kAmount), "left to pay"),
      field<&T::gaps>("what may still be reached")
          .items(limits::kPromotions + limits::kShippingMethods + limits::kFees),
      field<&T::next_change>("absent: nothing begins or ends"),
      field<&T::gifts>("what may be had for nothing").items(limits::kPromotions),
      field<&T::price_changes>("since the shopper saw them").items(limits::kLines),
      field<&T::tenders>("what pays, in the order of use").items(limits::kTenders),
      field<&T::tax_relief>("why no tax is due"),
      field<&T::deal_proven>("false: too many combinations of promotions to try them all"),
  };
};

}  // namespace sealcart
