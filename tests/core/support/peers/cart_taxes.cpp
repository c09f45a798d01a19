// Tax rates of a case: one for all lines, by category, by zone and date, or home and destination.
#include <algorithm>

#include "support/peers/cart_parts.h"

namespace sealcart::peers {
namespace {

class TaxReader {
 public:
  TaxReader(PeerShop& shop, const Json& inputs) : shop_(shop), read_(shop.read), inputs_(inputs) {}

  TaxTerms terms() {
    TaxTerms terms;
    terms.included = read_.flag(inputs_, {"prices_include_tax", "price_includes_tax"});
    for (const Json* rate :
         read_.list(inputs_, {"rate_percent", "tax_rate_percent", "tax_rates_percent_all_lines",
                              "rates_percent", "tax_rates_percent"})) {
      terms.rates_ppm.push_back(read_.ppm_of(*rate));
    }
    for (const Json* tax : read_.list(inputs_, {"taxes"})) by_category(*tax);
    if (read_.has(inputs_, {"tax_rates"})) by_zone();
    if (read_.has(inputs_, {"rates"})) terms.category = named_rates(terms.included);
    if (read_.has(inputs_, {"home_rate_percent"})) {
      terms.category = cross_border();
      terms.included = true;
    }
    read_scope(read_.text(inputs_, {"tax_rounding", "rounding_scope"}));
    if (read_.flag(inputs_, {"tax_exempt", "vat_exempt", "is_vat_exempt"})) {
      shop_.request.shopper.tax_exempt = true;
    }
    return terms;
  }

 private:
  bool included_in(const Json& tax) {
    return read_.flag(tax, {"included_in_price", "included", "price_includes_tax"});
  }

  void by_category(const Json& tax) {
    const std::string category = read_.text(tax, {"category"});
    const auto ppm = read_.rate_ppm(tax, {"rate_percent", "percent"});
    if (category.empty() || !ppm) return read_.cannot("a tax without category or rate");
    TaxRate& rate = shop_.add_rate(shop_.home, category, *ppm, included_in(tax));
    rate.compound = read_.flag(tax, {"compound"});
    read_scope(read_.text(tax, {"rounding_scope"}));
    for (const char* label : {"id", "name", "code"}) read_.find(tax, {label});
  }

  // All taxes of a cart are rounded in one way.
  void read_scope(const std::string& name) {
    if (name.empty()) return;
    std::optional<RoundingScope>& scope = shop_.store().rounding.tax_scope;
    const auto wanted = scope_named(name);
    if (!wanted) return read_.cannot("rounding scope " + name);
    if (scope && scope != wanted) return read_.cannot("taxes of several rounding scopes");
    scope = wanted;
  }

  static std::optional<RoundingScope> scope_named(const std::string& name) {
    if (name == "unit" || name == "per_unit") return RoundingScope::unit;
    if (name == "line" || name == "item" || name == "per_line") return RoundingScope::line;
    if (name == "order" || name == "order_rate" || name == "at_subtotal" || name == "subtotal") {
      return RoundingScope::order;
    }
    return std::nullopt;
  }

  // [{"percent": "5", "compound": false}, ...]
  std::string named_rates(bool included) {
    const std::string category = "goods";
    for (const Json* rate : read_.list(inputs_, {"rates"})) {
      const auto ppm = rate->is_object() ? read_.rate_ppm(*rate, {"percent", "rate_percent"})
                                         : std::optional(read_.ppm_of(*rate));
      if (!ppm) read_.cannot("a rate without a percentage");
      TaxRate& added = shop_.add_rate(shop_.home, category, ppm.value_or(0), included);
      added.compound = rate->is_object() && read_.flag(*rate, {"compound"});
    }
    return category;
  }

  // Listed prices hold the tax of the home country and are computed anew for the destination.
  std::string cross_border() {
    const std::string category = "goods";
    shop_.need_zone(kAway, {"CA"});
    const auto home = read_.rate_ppm(inputs_, {"home_rate_percent"});
    const auto away = read_.rate_ppm(inputs_, {"destination_rate_percent"});
    shop_.add_rate(shop_.home, category, home.value_or(0), true);
    if (away) shop_.add_rate(kAway, category, *away, true);
    shop_.store().tax_policy.gross_prices = GrossPrices::reprice;
    shop_.request.destination = Destination{"CA", {}, {}};
    return category;
  }

  // Rates with a zone, and perhaps a time: [{"category", "zone", "rate_percent", "ends_at"}, ...]
  void by_zone() {
    const Json* context = read_.find(inputs_, {"context"});
    const Json none = Json::object();
    const Json& where = context == nullptr ? none : *context;
    const std::string country =
        read_.text(where, {"address_country", "billing_country", "shipping_country", "country"});
    std::string home = read_.text(where, {"default_zone"});
    const auto rates = read_.list(inputs_, {"tax_rates"});
    shop_.store().zones.clear();
    for (const Json* rate : rates) {
      const std::string zone = read_.text(*rate, {"zone"});
      if (home.empty()) home = zone;
      add_zone(zone, country);
    }
    add_zone(home, country);
    shop_.home = shop_.store().default_zone = home;
    if (!country.empty()) shop_.request.destination = Destination{country, {}, {}};
    for (const Json* rate : rates) dated_rate(*rate);
  }

  // A zone that is named like a country is that country; another one is the rest of the world.
  void add_zone(const std::string& zone, const std::string& country) {
    if (zone.empty()) return read_.cannot("a rate without a zone");
    if (is_country(zone)) {
      shop_.need_zone(zone, {zone});
    } else {
      shop_.need_zone(zone, country.empty() ? std::vector<std::string>{} : std::vector{country});
    }
  }

  void dated_rate(const Json& rate) {
    const auto ppm = read_.rate_ppm(rate, {"rate_percent", "percent"});
    TaxRate& added = shop_.add_rate(read_.text(rate, {"zone"}), read_.text(rate, {"category"}),
                                    ppm.value_or(0), included_in(rate));
    added.starts_at = moment_of(read_, rate, {"starts_at", "valid_from"});
    added.ends_at = moment_of(read_, rate, {"ends_at", "valid_until"}, 1);
  }

  PeerShop& shop_;
  CaseReader& read_;
  const Json& inputs_;
};

}  // namespace

TaxTerms read_taxes(PeerShop& shop, const Json& inputs) { return TaxReader(shop, inputs).terms(); }

}  // namespace sealcart::peers
