// What is sold: products, their options, and variants (the buyable form, named by a SKU).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sealcart/customization.h"
#include "sealcart/describe.h"
#include "sealcart/limits.h"
#include "sealcart/result.h"
#include "sealcart/time.h"

namespace sealcart {

struct ProductOption {
  std::string name;
  std::vector<std::string> values;
};

// Another price of a variant: for a customer group, from a number of units on, for a time. Of those
// that count the lowest is taken, the variant's own price among them.
struct ListPrice {
  std::string name;
  std::string group;
  std::int32_t min_quantity = 1;
  std::int64_t amount = 0;
  std::optional<Timestamp> starts_at;
  std::optional<Timestamp> ends_at;
};

struct Variant {
  std::string sku;
  std::int64_t price = 0;
  std::optional<std::int64_t> compare_at;
  std::vector<std::string> options;
  std::string tax_category;
  std::vector<ListPrice> prices;
  std::int64_t min_price = 0;
  std::int32_t weight_g = 0;
  std::int64_t volume_cm3 = 0;
  std::string origin;
  std::optional<std::int32_t> stock;
  bool backorder = false;
  bool ships = true;
  std::int32_t min_quantity = 1;
  std::int32_t max_quantity = limits::kQuantity;
  std::int32_t step = 1;
};

// `max_per_order`, `max_per_customer`: units over all variants and lines; orders placed before
// count for the customer. `preorder_from`: sold in advance, sent from that moment on.
// `low_stock_at`: at so many units or fewer a page says how many are left; absent: the store's.
struct Product {
  std::string id;
  std::string title;
  std::string description;
  std::string category;
  std::string image;
  std::vector<std::string> tags;
  std::int32_t make_days = 0;
  std::optional<std::int32_t> keeps_days;
  std::string shipping_group;
  std::optional<std::int32_t> max_per_order;
  std::optional<std::int32_t> max_per_customer;
  std::optional<Timestamp> preorder_from;
  std::optional<std::int32_t> low_stock_at;
  std::vector<ProductOption> options;
  std::vector<CustomizationField> customizations;
  std::vector<Variant> variants;
};

// Some products of one store, all priced in one currency. A page loads the slice it shows. `gone`:
// SKUs that were asked for and are no longer sold.
struct CatalogSlice {
  std::string currency;
  std::vector<Product> products;
  std::vector<std::string> gone = {};
};

struct OptionChoice {
  std::string name;
  std::string value;
  friend bool operator==(const OptionChoice&, const OptionChoice&) = default;
};

// What is left of a variant that is no longer sold. All empty: it was never loaded here.
struct GoneVariant {
  std::string product;
  std::string title;
  std::string image;
  std::vector<std::string> options;
};

// All slices loaded so far, by SKU and by product id. A later slice replaces products it repeats;
// their variants it does not repeat, and those it calls gone, are gone.
class Catalog {
 public:
  struct Entry {
    const Product* product = nullptr;
    const Variant* variant = nullptr;
  };

  // Checks the slice against itself (SKUs once, one variant for each combination, options that fit)
  // and takes it in whole, or refuses it whole: catalog_duplicate_sku, catalog_options_mismatch,
  // currency_mismatch, number_out_of_range.
  Status load(CatalogSlice slice, std::string_view currency);

  // All that is sold is loaded: a SKU that is not found is gone.
  void close() { closed_ = true; }

  std::optional<Entry> find(std::string_view sku) const;
  // Null: it is sold, or nothing is known of it.
  const GoneVariant* gone(std::string_view sku) const;
  const Product* product(std::string_view id) const;
  const std::map<std::string, Product, std::less<>>& products() const { return products_; }
  // Changes with every load; derived data is rebuilt when it differs.
  std::uint32_t revision() const { return revision_; }

  // The variant that has exactly these option values: product_unknown, option_unknown,
  // option_missing, variant_impossible.
  Result<Entry> choose(std::string_view product_id, const std::vector<OptionChoice>& choices) const;

 private:
  struct Place {
    std::string product;
    std::size_t variant;
  };
  void let_go(const Product& product, const Variant& variant);
  void drop(std::string_view sku);

  std::map<std::string, Product, std::less<>> products_;
  std::map<std::string, Place, std::less<>> by_sku_;
  std::map<std::string, GoneVariant, std::less<>> gone_;
  bool closed_ = false;
  std::uint32_t revision_ = 0;
};

template <>
struct Describe<ProductOption> : Fields<ProductOption> {
  static constexpr std::string_view doc = "A choice the shopper makes, such as a size.";
  static constexpr std::array fields{
      field<&T::name>(bytes(1, limits::kNameBytes), "shown label"),
      field<&T::values>(bytes(1, limits::kNameBytes), "in shown order")
          .items(limits::kOptionValues),
  };
};

template <>
struct Describe<ListPrice> : Fields<ListPrice> {
  static constexpr std::string_view doc = "Another price of a variant: list, volume or sale.";
  static constexpr std::array fields{
      field<&T::name>(bytes(1, limits::kNameBytes), "shown, such as Summer sale"),
      field<&T::group>(bytes(0, limits::kIdBytes), "customer group; empty: everyone").optional(),
      field<&T::min_quantity>(range(1, limits::kQuantity), "from this many units of a line on")
          .optional(),
      field<&T::amount>(range(0, limits::kUnitPrice), "minor units for one unit"),
      field<&T::starts_at>("counts from this moment on"),
      field<&T::ends_at>("counts before this moment"),
  };
};

template <>
struct Describe<Variant> : Fields<Variant> {
  static constexpr std::string_view doc = "The buyable form of a product.";
  static constexpr std::array fields{
      field<&T::sku>(bytes(1, limits::kSkuBytes), "stock keeping unit, unique"),
      field<&T::price>(range(0, limits::kUnitPrice), "minor units for one unit"),
      field<&T::compare_at>(range(0, limits::kUnitPrice), "a former or list price, shown only"),
      field<&T::options>(bytes(1, limits::kNameBytes),
                         "one value for each option of the product, in its order")
          .items(limits::kOptions),
      field<&T::tax_category>(bytes(1, limits::kIdBytes), "of the store"),
      field<&T::prices>("list, volume and sale prices").items(limits::kListPrices).optional(),
      field<&T::min_price>(range(0, limits::kUnitPrice),
                           "no promotion takes a unit below it, minor units")
          .optional(),
      field<&T::weight_g>(range(0, 100'000'000), "grams").optional(),
      field<&T::volume_cm3>(range(0, 1'000'000'000), "cubic centimetres, packed").optional(),
      field<&T::origin>(bytes(0, limits::kIdBytes), "where it is sent from; one parcel for each")
          .optional(),
      field<&T::stock>(range(0, limits::kUnits),
                       "units in stock as last told; absent: not counted"),
      field<&T::backorder>("true: sold beyond the stock").optional(),
      field<&T::ships>("false: nothing to deliver, such as a download").optional(),
      field<&T::min_quantity>(range(1, limits::kQuantity), "units").optional(),
      field<&T::max_quantity>(range(1, limits::kQuantity), "units").optional(),
      field<&T::step>(range(1, limits::kQuantity), "sold in multiples of").optional(),
  };
};

template <>
struct Describe<Product> : Fields<Product> {
  static constexpr std::string_view doc = "What is sold, in one or more variants.";
  static constexpr std::array fields{
      field<&T::id>(bytes(1, limits::kIdBytes), "stable, used in addresses"),
      field<&T::title>(bytes(1, limits::kNameBytes), "shown name"),
      field<&T::description>(bytes(0, limits::kDescriptionBytes), "plain text").optional(),
      field<&T::category>(bytes(0, limits::kNameBytes), "shown group, used by rules").optional(),
      field<&T::image>(bytes(0, limits::kUrlBytes), "path of the picture").optional(),
      field<&T::tags>(bytes(1, limits::kNameBytes), "further groups, used by rules")
          .items(limits::kTags)
          .optional(),
      field<&T::make_days>(range(0, limits::kLeadDays),
                           "working days to make it before it is packed; 0: in stock")
          .optional(),
      field<&T::keeps_days>(range(0, limits::kLeadDays),
                            "days it keeps after dispatch, all days counted; absent: it lasts"),
      field<&T::shipping_group>(bytes(0, limits::kIdBytes),
                                "travels only with its like; empty: any")
          .optional(),
      field<&T::max_per_order>(range(1, limits::kUnits),
                               "most units in one order, over all its variants and lines"),
      field<&T::max_per_customer>(range(1, limits::kUnits),
                                  "most units for one customer, earlier orders included"),
      field<&T::preorder_from>("sold in advance, sent from this moment on"),
      field<&T::low_stock_at>(range(0, limits::kUnits),
                              "says how many are left from so few on; absent: as the store does"),
      field<&T::options>("choices that tell the variants apart").items(limits::kOptions).optional(),
      field<&T::customizations>("texts the shopper may give")
          .items(limits::kCustomizations)
          .optional(),
      field<&T::variants>("at least one").items(limits::kVariantsPerProduct),
  };
};

template <>
struct Describe<CatalogSlice> : Fields<CatalogSlice> {
  static constexpr std::string_view doc = "Some products of one store, priced in one currency.";
  static constexpr std::array fields{
      field<&T::currency>(bytes(3, 3), "ISO 4217, that of the store"),
      field<&T::products>("in shown order").items(limits::kProducts),
      field<&T::gone>(bytes(1, limits::kSkuBytes), "SKUs asked for that are no longer sold")
          .items(limits::kLines)
          .optional(),
  };
};

template <>
struct Describe<OptionChoice> : Fields<OptionChoice> {
  static constexpr std::string_view doc = "One chosen value of one option.";
  static constexpr std::array fields{
      field<&T::name>(bytes(1, limits::kNameBytes), "name of the option"),
      field<&T::value>(bytes(1, limits::kNameBytes), "one of its values"),
  };
};

}  // namespace sealcart
