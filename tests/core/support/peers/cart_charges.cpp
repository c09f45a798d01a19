// Shipping, fees, and what the shopper brings: codes, a customer group, gift cards, the moment.
#include <algorithm>

#include "sealcart/calendar.h"
#include "support/peers/cart_parts.h"

namespace sealcart::peers {
namespace {

class ChargeReader {
 public:
  ChargeReader(PeerShop& shop, const Json& inputs, const TaxTerms& terms)
      : shop_(shop), read_(shop.read), inputs_(inputs), terms_(terms) {}

  void run() {
    shipping();
    for (const Json* fee : read_.list(inputs_, {"surcharges", "fees"})) add_fee(*fee);
  }

 private:
  void shipping() {
    const std::string chosen =
        read_.text(inputs_, {"selected", "selected_shipping", "shipping_method"});
    // Listed without names they are parcels of one order; with names, ways to choose from.
    if (!read_.has(inputs_, {"lines", "items"}) && !shop_.lines.empty() &&
        read_.has(inputs_, {"shipping_methods"})) {
      return;  // they are the lines
    }
    const auto all = read_.list(inputs_, {"shipping", "shipping_methods", "shipping_lines"});
    const bool parcels = all.size() > 1 && !read_.has(*all[0], {"id", "method", "name"});
    for (const Json* one : all) {
      if (parcels && one != all[0]) {
        add_parcel(*one);
      } else if (one->is_object()) {
        add_method(*one);
      } else if (one->is_array() && one->size() >= 2) {
        shop_.add_method(digits_of((*one)[0]), read_.amount_of((*one)[1]), kUntaxed);
      } else {
        shop_.add_method(chosen.empty() ? "shipping" : chosen, read_.amount_of(*one), kUntaxed);
      }
    }
    if (!chosen.empty()) shop_.request.shipping_method = chosen;
  }

  // A further parcel that is taxed like the first one adds to its price.
  void add_parcel(const Json& terms) {
    const std::string& category = shop_.store().shipping_methods[0].tax_category;
    const auto rates = shop_.store().tax_rates;
    add_method(terms);
    std::vector<ShippingMethod>& methods = shop_.store().shipping_methods;
    const ShippingMethod parcel = methods.back();
    methods.pop_back();
    methods[0].amount += parcel.amount;
    std::vector<std::pair<std::int32_t, bool>> first;
    std::vector<std::pair<std::int32_t, bool>> further;
    for (std::size_t r = 0; r < shop_.store().tax_rates.size(); ++r) {
      const TaxRate& rate = shop_.store().tax_rates[r];
      if (rate.category != category) continue;
      (r < rates.size() ? first : further).emplace_back(rate.rate_ppm, rate.included);
    }
    shop_.store().tax_rates = rates;
    if (first != further || parcel.tax_category != methods[0].tax_category) {
      read_.cannot("parcels that are taxed differently");
    }
  }

  void add_method(const Json& terms) {
    const auto amount = read_.amount(terms, {"amount", "price", "fee", "cost", "list_price",
                                             "price_minor", "fee_minor", "amount_minor"});
    if (!amount) return read_.cannot("shipping without an amount");
    ShippingMethod& method = shop_.add_method(
        read_.text(terms, {"id", "method", "name"}, "shipping"), *amount, shipping_category(terms));
    method.per_item = read_.amount(terms, {"per_item", "per_unit"}).value_or(0);
    method.free_from = read_.amount(terms, {"free_from", "free_above"});
    const std::int64_t off = read_.amount(terms, {"discount"}).value_or(0);
    if (off == 0) return;
    shop_.add_promotion(PromotionTarget::shipping, PromotionKind::fixed).amount = off;
  }

  // Shipping has a category of its own, so that its tax can be told from that of the lines.
  std::string shipping_category(const Json& terms) {
    const std::string named = read_.text(terms, {"tax_category"});
    const std::string own = "shipping " + named;
    if (!named.empty()) {
      const std::vector<TaxRate> rates = shop_.store().tax_rates;
      for (const TaxRate& rate : rates) {
        if (rate.category == named) shop_.add_rate(rate.zone, own, rate.rate_ppm, rate.included);
      }
      shop_.need_category(own);
      return own;
    }
    // A rate that comes on top whatever the prices hold.
    if (const auto plus = read_.rate_ppm(terms, {"taxed_at_percent"})) {
      shop_.add_rate(shop_.home, own, *plus, false);
      return own;
    }
    const auto ppm = read_.rate_ppm(terms, {"tax_rate_percent", "rate_percent"});
    const bool included = included_in(terms);
    if (!ppm) return kUntaxed;
    shop_.add_rate(shop_.home, own, *ppm, included);
    return own;
  }

  bool included_in(const Json& terms) {
    return read_.flag(terms,
                      {"price_includes_tax", "prices_include_tax", "tax_inclusive", "included",
                       "included_in_price"},
                      terms_.included);
  }

  void add_fee(const Json& terms) {
    const std::int64_t amount = read_.amount(terms, {"price", "amount", "list_price"}).value_or(0);
    const bool included = included_in(terms);
    std::vector<std::int32_t> rates;
    for (const Json* rate : read_.list(terms, {"tax_rate_percent", "tax_rates_percent"})) {
      if (const std::int32_t ppm = read_.ppm_of(*rate); ppm > 0) rates.push_back(ppm);
    }
    read_.find(terms, {"id"});
    if (amount < 0) return add_credit(-amount, shop_.category(rates, included), included);
    Fee& fee = shop_.store().fees.emplace_back();
    fee.id = fee.name = "fee " + std::to_string(shop_.store().fees.size());
    fee.amount = amount;
    fee.tax_category = shop_.category(rates, included);
  }

  // A fee below 0 is a discount on lines of its tax, in the terms of their prices.
  void add_credit(std::int64_t amount, const std::string& category, bool included) {
    if (included != terms_.included) amount = in_other_terms(amount, category, included);
    Promotion& promotion = shop_.add_promotion(PromotionTarget::order, PromotionKind::fixed);
    promotion.amount = amount;
    for (std::size_t i = 0; i < shop_.lines.size(); ++i) {
      const Variant& variant = shop_.catalog().products[i].variants[0];
      if (rates_of(variant.tax_category) != rates_of(category)) {
        read_.cannot("a fee below 0 with a tax of its own");
      }
    }
  }

  std::vector<std::int32_t> rates_of(const std::string& category) {
    std::vector<std::int32_t> rates;
    for (const TaxRate& rate : shop_.store().tax_rates) {
      if (rate.category == category) rates.push_back(rate.rate_ppm);
    }
    return rates;
  }

  // What the amount is without its tax, or with it.
  std::int64_t in_other_terms(std::int64_t amount, const std::string& category, bool included) {
    PriceRequest request;
    request.store = shop_.store();
    request.store->promotions.clear();
    request.store->shipping_methods.clear();
    request.store->fees.clear();
    PeerShop alone(read_);
    alone.add_line("fee", amount, 1, {}).tax_category = category;
    request.catalog = alone.catalog();
    request.lines = alone.request.lines;
    const auto priced = ask(read_, std::move(request));
    if (!priced) return amount;
    return included ? priced->grand_total - priced->included_tax_total : priced->grand_total;
  }

  PeerShop& shop_;
  CaseReader& read_;
  const Json& inputs_;
  const TaxTerms& terms_;
};

}  // namespace

void read_charges(PeerShop& shop, const Json& inputs, const TaxTerms& terms) {
  ChargeReader(shop, inputs, terms).run();
}

void read_context(PeerShop& shop, const Json& inputs) {
  CaseReader& read = shop.read;
  // Some day, so that there is a time before and after it.
  constexpr std::int64_t kSomeDay = 20'000;
  const auto now = moment_of(read, inputs, {"now", "date"});
  shop.request.now_ms = now ? now->ms : kSomeDay * kMsPerDay;
  shop.request.codes = read.texts(inputs, {"coupon", "coupon_code", "codes", "code"});
  shop.request.shopper.group = read.text(inputs, {"customer_group"});
  if (const auto orders = read.whole(inputs, {"orders_before", "previous_orders"})) {
    shop.request.shopper.first_order = *orders == 0;
  }
  if (const auto balance = read.amount(inputs, {"gift_card_balance"})) {
    Tender& card = shop.request.tenders.emplace_back();
    card.id = "card";
    card.currency = shop.store().currency;
    card.balance = *balance;
  }
  for (const char* label : {"currency_exponent", "currency", "note", "comment", "description"}) {
    read.find(inputs, {label});
  }
}

}  // namespace sealcart::peers
