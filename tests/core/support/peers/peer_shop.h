// The request a case turns into, under construction: one shop, one cart.
#pragma once

#include <string>
#include <vector>

#include "sealcart/price_request.h"
#include "support/peers/peer_case.h"

namespace sealcart::peers {

inline constexpr const char* kHome = "home";  // the default zone
inline constexpr const char* kAway = "away";
inline constexpr const char* kUntaxed = "untaxed";

struct PeerLine {
  std::string label;  // what the case calls it
  std::string sku;
  std::int64_t quantity = 0;
  bool reduced = false;  // a catalogue promotion lowered its price
};

struct PeerShop {
  explicit PeerShop(CaseReader& reader);

  CaseReader& read;
  PriceRequest request;
  std::vector<PeerLine> lines;
  std::string home = kHome;

  StoreDocument& store() { return *request.store; }
  CatalogSlice& catalog() { return *request.catalog; }

  // Sells something and puts it in the cart, if any; label "": "L<n>".
  Variant& add_line(std::string label, std::int64_t price, std::int64_t quantity,
                    std::vector<std::string> groups);
  const PeerLine* line(std::string_view label) const;

  // A tax category of these rates at home, made when there is none yet. One without rates is
  // untaxed.
  std::string category(const std::vector<std::int32_t>& rates_ppm, bool included);
  void need_category(const std::string& name);
  TaxRate& add_rate(std::string zone, std::string category, std::int32_t ppm, bool included);
  void need_zone(const std::string& id, std::vector<std::string> countries);

  // A promotion that goes together with all others, as promotions of most platforms do.
  Promotion& add_promotion(PromotionTarget target, PromotionKind kind);
  // The value by its kind: a percentage, or an amount.
  void set_value(Promotion& promotion, const Json& value);
  // Ways to deliver, the first of which is chosen.
  ShippingMethod& add_method(std::string id, std::int64_t amount, std::string category);
};

// Answers of the core; nothing when it refuses, which makes the case not expressible.
std::optional<Snapshot> ask(CaseReader& read, PriceRequest request);

}  // namespace sealcart::peers
