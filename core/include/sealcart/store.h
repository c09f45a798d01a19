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
#include "sealcart/shipping.h"
#include "sealcart/tax.h"

namespace sealcart {

struct StoreDocument {
  std::string id;
  std::string name;
  std::int64_t version = 1;
  std::string currency;
  std::string default_zone;
  Ties allocation_ties = Ties::weight;
  std::vector<std::string> tax_categories;
  std::vector<TaxZone> zones;
  std::vector<TaxRate> tax_rates;
  std::vector<Promotion> promotions;
  std::vector<ShippingMethod> shipping_methods;
  std::vector<Fee> fees;
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
  // Index of the rate for a category in a zone; nothing: untaxed there.
  std::optional<std::size_t> rate_of(std::size_t zone, std::string_view category) const;
  bool method_serves(const ShippingMethod& method, std::size_t zone) const;
  // Promotion codes compare without regard to ASCII case.
  std::optional<std::size_t> promotion_with_code(std::string_view code) const;

 private:
  explicit Store(StoreDocument document, Currency currency)
      : document_(std::move(document)), currency_(currency) {}
  StoreDocument document_;
  Currency currency_;
};

template <>
struct Describe<Ties> {
  static constexpr std::string_view doc =
      "Equal remainders: the larger weight first, then the line id; or the earlier line.";
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
      field<&T::allocation_ties>("who gets the odd unit of an order discount among equals")
          .optional(),
      field<&T::tax_categories>(bytes(1, limits::kIdBytes), "all used")
          .items(limits::kTaxCategories),
      field<&T::zones>("first match wins").items(limits::kZones),
      field<&T::tax_rates>("one for each category in a zone").items(limits::kTaxRates).optional(),
      field<&T::promotions>("rules that lower prices").items(limits::kPromotions).optional(),
      field<&T::shipping_methods>("ways to deliver").items(limits::kShippingMethods),
      field<&T::fees>("charged once an order").items(limits::kFees).optional(),
  };
};

}  // namespace sealcart
