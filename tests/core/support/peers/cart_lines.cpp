#include "support/peers/cart_parts.h"

namespace sealcart::peers {
namespace {

class LineReader {
 public:
  LineReader(PeerShop& shop, const TaxTerms& terms)
      : shop_(shop), read_(shop.read), terms_(terms) {}

  void add(const Json& line) {
    const std::int64_t quantity = read_.whole(line, {"qty", "quantity"}).value_or(1);
    Variant& variant = shop_.add_line(read_.text(line, {"id", "sku", "variant", "product"}),
                                      unit_price(line, quantity), quantity, groups(line));
    if (read_.has(line, {"catalog_discount_percent", "catalog_discount_fixed"})) {
      add_sale(line, variant);
    }
    for (const Json* sale : read_.list(line, {"sales"})) add_sale(*sale, variant);
    variant.ships = read_.flag(line, {"ships", "requires_shipping"}, true);
    variant.tax_category = tax_category(line);
    variant.min_price =
        read_.amount(line, {"min_unit_price", "minimum_price", "floor_total"}).value_or(0);
    if (read_.has(line, {"floor_total"}) && quantity != 1) {
      read_.cannot("a floor of a line of several units");
    }
    add_discounts(line, shop_.lines.back().sku);
  }

 private:
  std::int64_t unit_price(const Json& line, std::int64_t quantity) {
    const auto price = read_.amount(
        line, {"unit_price", "list_price", "price", "unit_price_decimal", "price_decimal"});
    if (price) return *price;
    const auto subtotal = read_.amount(line, {"subtotal", "total"});
    if (!subtotal || quantity < 1 || *subtotal % quantity != 0) {
      read_.cannot("a line without a unit price");
      return 0;
    }
    return *subtotal / quantity;
  }

  // A catalogue promotion makes another price of a variant, which the merchant enters.
  void add_sale(const Json& terms, Variant& variant) {
    ListPrice& sale = variant.prices.emplace_back();
    sale.name = "sale";
    const auto percent = read_.rate_ppm(terms, {"catalog_discount_percent"});
    const auto fixed = read_.amount(terms, {"catalog_discount_fixed"});
    sale.amount = variant.price - fixed.value_or(0);
    if (percent) {
      sale.amount =
          mul_div(variant.price, 1'000'000 - *percent, 1'000'000, Rounding::half_up).value_or(0);
    }
    sale.starts_at = moment_of(read_, terms, {"starts_at"});
    sale.ends_at = moment_of(read_, terms, {"ends_at"}, 1);
    variant.compare_at = variant.price;
    shop_.lines.back().reduced = !sale.starts_at && !sale.ends_at;
  }

  std::vector<std::string> groups(const Json& line) {
    return read_.texts(line, {"group", "groups", "taxon", "taxons"});
  }

  std::string tax_category(const Json& line) {
    const std::string named = read_.text(line, {"tax_category"});
    if (!named.empty()) {
      shop_.need_category(named);
      return named;
    }
    std::vector<std::int32_t> rates;
    const Names names{"tax_rate_percent", "rate_percent", "tax_rates_percent", "rates_percent"};
    for (const Json* rate : read_.list(line, names)) rates.push_back(read_.ppm_of(*rate));
    const bool included =
        read_.flag(line, {"tax_inclusive", "price_includes_tax"}, terms_.included);
    if (!terms_.category.empty()) return terms_.category;
    return shop_.category(read_.has(line, names) ? rates : terms_.rates_ppm, included);
  }

  // Discounts that were worked out elsewhere: each a promotion of this line alone.
  void add_discounts(const Json& line, const std::string& sku) {
    add_discount(read_.amount(line, {"discount", "line_discount"}), PromotionTarget::line, sku);
    add_discount(read_.amount(line, {"order_discount_share"}), PromotionTarget::order, sku);
  }

  void add_discount(std::optional<std::int64_t> amount, PromotionTarget target,
                    const std::string& sku) {
    if (amount.value_or(0) == 0) return;
    Promotion& promotion = shop_.add_promotion(target, PromotionKind::fixed);
    promotion.amount = *amount;
    promotion.per = PromotionPer::line;
    promotion.skus = {sku};
    if (*amount < 0) read_.cannot("a discount below 0");
  }

  PeerShop& shop_;
  CaseReader& read_;
  const TaxTerms& terms_;
};

}  // namespace

void read_lines(PeerShop& shop, const Json& inputs, const TaxTerms& terms) {
  LineReader reader(shop, terms);
  for (const Json* line : shop.read.list(inputs, {"lines", "items"})) reader.add(*line);
  // A case of shipping alone: the methods are what is priced.
  if (!shop.read.has(inputs, {"lines", "items"}) && shop.read.has(inputs, {"promotions"})) {
    for (const Json* method : shop.read.list(inputs, {"shipping_methods"})) reader.add(*method);
  }
}

}  // namespace sealcart::peers
