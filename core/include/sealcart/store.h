// The store document: the merchant's rules. Versioned; totals name the version they were made with.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sealcart/address.h"
#include "sealcart/describe.h"
#include "sealcart/limits.h"
#include "sealcart/money.h"
#include "sealcart/promotion.h"
#include "sealcart/result.h"
#include "sealcart/rounding_rules.h"
#include "sealcart/shipping.h"
#include "sealcart/tax.h"

namespace sealcart {

// Which of the promotions that exclude each other count. best_deal: those with the lowest total;
// among equals fewer of them, then the earlier ones. priority: those that go with nothing else
// first, then the higher priority, then the earlier.
enum class DealChoice : std::uint8_t { best_deal, priority };

// What a percentage is taken of: what earlier promotions left, or the price before any of them;
// `list_lines`: promotions of lines take it of the price, those of the order of what is left.
// They differ from `charged` only when a promotion lowers some units of a line: there, all that
// earlier promotions took off the line is charged against those units (as Medusa does).
enum class DiscountBase : std::uint8_t { running, list, charged, list_lines };

struct StoreDocument {
  std::string id;
  std::string name;
  std::int64_t version = 1;
  std::string currency;
  std::string default_zone;
  RoundingRules rounding;
  TaxPolicy tax_policy;
  DealChoice conflicts = DealChoice::best_deal;
  DiscountBase discount_base = DiscountBase::running;
  std::vector<std::string> tax_categories;
  std::vector<TaxZone> zones;
  std::vector<TaxRate> tax_rates;
  std::vector<Promotion> promotions;
  std::vector<ShippingMethod> shipping_methods;
  std::vector<Fee> fees;
  std::optional<std::int32_t> low_stock_at;  // of products that do not say
};

// A document that was checked: every reference resolves, every id is unique.
class Store {
 public:
  // store_reference_unknown, store_duplicate_id, store_value_conflict, currency_unknown; the path
  // names the entry. Nothing is kept of a refused document.
  static Result<Store> check(StoreDocument document);

  const StoreDocument& document() const { return document_; }
  const Currency& currency() const { return currency_; }

  // Index of the zone a destination falls in; nothing when the country is served by no zone.
  std::optional<std::size_t> zone_of(const Destination& destination) const;
  // Indices of the rates for a category in a zone at a moment; none: untaxed there.
  std::vector<std::size_t> rates_of(std::size_t zone, std::string_view category,
                                    Timestamp now) const;
  bool method_serves(const ShippingMethod& method, std::size_t zone) const;
  // What of a method's table can be reached in its zones; requires a table.
  const TableReach& reach(std::size_t method) const { return reaches_[method]; }
  // Promotion codes compare without regard to ASCII case.
  std::optional<std::size_t> promotion_with_code(std::string_view code) const;

 private:
  explicit Store(StoreDocument document, Currency currency)
      : document_(std::move(document)), currency_(currency) {}
  StoreDocument document_;
  Currency currency_;
  std::vector<TableReach> reaches_;  // beside the shipping methods
};

template <>
struct Describe<DealChoice> {
  static constexpr std::string_view doc =
      "Which promotions count of those that exclude each other: the cheapest, or by priority.";
};

template <>
struct Describe<DiscountBase> {
  static constexpr std::string_view doc =
      "What a percentage is taken of: what is left, the price before promotions, what is left with "
      "all discounts charged against the units that are lowered, or the price for promotions of "
      "lines and what is left for those of the order.";
};

template <>
struct Describe<StoreDocument> : Fields<StoreDocument> {
  static constexpr std::string_view doc = "The rules of one store.";
  static constexpr std::array fields{
      field<&T::id>(bytes(1, limits::kIdBytes), "stable"),
      field<&T::name>(bytes(1, limits::kNameBytes), "shown"),
      field<&T::version>(range(1, limits::kCounter), "raised with each change"),
      field<&T::currency>(bytes(3, 3), "ISO 4217"),
      field<&T::default_zone>(bytes(1, limits::kIdBytes),
                              "zone of estimates before an address is known"),
      field<&T::rounding>("whose rounding, and where it differs").optional(),
      field<&T::tax_policy>("how taxes cross borders").optional(),
      field<&T::conflicts>("which promotions count that exclude each other").optional(),
      field<&T::discount_base>("what a percentage is taken of").optional(),
      field<&T::tax_categories>(bytes(1, limits::kIdBytes), "all used")
          .items(limits::kTaxCategories),
      field<&T::zones>("first match wins").items(limits::kZones),
      field<&T::tax_rates>("by category and zone").items(limits::kTaxRates).optional(),
      field<&T::promotions>("rules that lower prices").items(limits::kPromotions).optional(),
      field<&T::shipping_methods>("ways to deliver").items(limits::kShippingMethods),
      field<&T::fees>("charged once an order").items(limits::kFees).optional(),
      field<&T::low_stock_at>(range(0, limits::kUnits),
                              "a page says how many are left from so few on; absent: never"),
  };
};

}  // namespace sealcart
