// Sylius' scenarios as steps: [Given, When or Then, sentence, arguments]. A scenario becomes a cart
// step by step; each Then that prints a figure is asked of the cart as it is at that point.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "support/peers/peer_case.h"

namespace sealcart::peers {

using Arguments = std::vector<std::string>;

// "$1,234.56" in minor units; "-$5.00" below 0; nothing when it is no such amount.
std::optional<std::int64_t> cents_of(const std::string& text);

// The shop and cart of a scenario so far, in the members of a peer case.
class ScenarioShop {
 public:
  // False: no sentence that is understood.
  bool take(const std::string& sentence, const Arguments& arguments);

  // The figure a sentence prints: {"total": 8000}; null when it prints none that is understood.
  Json figure(const std::string& sentence, const Arguments& arguments) const;

  // The cart as it is now, with these figures expected.
  PeerCase with(Json expected) const;

  // What can't be said of the cart, if anything; the first reason.
  const std::string& trouble() const { return trouble_; }

 private:
  bool take_product(const std::string& sentence, const Arguments& a);
  bool take_tax(const std::string& sentence, const Arguments& a);
  bool take_shipping(const std::string& sentence, const Arguments& a);
  bool take_promotion(const std::string& sentence, const Arguments& a);
  bool take_action(const std::string& tail, const Arguments& a);
  bool take_catalogue(const std::string& sentence, const Arguments& a);
  // A product looked at costs what one unit of it does in a cart of its own.
  bool take_look(const std::string& sentence, const Arguments& a);
  bool take_cart(const std::string& sentence, const Arguments& a);

  void sell(const std::string& name, const std::string& price);
  void put(const std::string& name, std::int64_t quantity);
  void set(const std::string& name, std::int64_t quantity);
  Json& promotion() { return promotions_.back(); }
  // "$10.00" or "10%" as a value with its type.
  Json valued(const std::string& scope, const std::string& value);
  Json amount(const std::string& text);
  Json line_of(const std::string& name, std::int64_t quantity) const;
  std::string resolve(const std::string& name) const;
  void cannot(const std::string& reason);

  std::map<std::string, Json> products_;  // by name
  std::map<std::string, std::string> variants_;
  std::map<std::string, std::pair<std::string, std::string>> windows_;  // of catalogue promotions
  std::string product_;                                                 // the one last spoken of
  std::vector<Json> taxes_;
  std::set<std::string> decimal_;
  bool by_unit_ = false;
  std::vector<Json> methods_;
  std::string method_;  // chosen
  std::string now_;
  std::vector<Json> promotions_;
  std::string coupon_;
  std::vector<std::pair<std::string, std::int64_t>> cart_;
  std::string added_;
  std::string trouble_;
};

}  // namespace sealcart::peers
