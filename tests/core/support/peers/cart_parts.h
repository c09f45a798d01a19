// The parts of a case that is a cart: each reads its members of the inputs.
#pragma once

#include "support/peers/peer_shop.h"

namespace sealcart::peers {

// How lines are taxed that do not say so themselves.
struct TaxTerms {
  std::vector<std::int32_t> rates_ppm;
  bool included = false;
  std::string category;  // instead of rates
};

TaxTerms read_taxes(PeerShop& shop, const Json& inputs);
void read_lines(PeerShop& shop, const Json& inputs, const TaxTerms& terms);
void read_context(PeerShop& shop, const Json& inputs);
void read_charges(PeerShop& shop, const Json& inputs, const TaxTerms& terms);
void read_promotions(PeerShop& shop, const Json& inputs);
void read_coupons(PeerShop& shop, const Json& inputs);

// One promotion of a kind of its own: actions of Sylius, items and buy/get of Medusa.
void read_actions(PeerShop& shop, const Json& promotion);
void read_item_promotion(PeerShop& shop, const Json& promotion);
void read_buy_get(PeerShop& shop, const Json& promotion);

// What any promotion may say beside its value: when it counts and for which lines.
void read_conditions(PeerShop& shop, const Json& terms, Promotion& promotion);
// "2026-11-22" to the first moment of that day, days later.
std::optional<Timestamp> moment_of(CaseReader& read, const Json& object, Names names,
                                   std::int64_t days_later = 0);

// Whose rounding a case is priced with; `included`: prices contain their taxes.
void choose_profile(PeerShop& shop, const std::string& source, const Json& inputs, bool included);

}  // namespace sealcart::peers
