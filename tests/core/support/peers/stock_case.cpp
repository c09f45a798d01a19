// What a cart may hold, and two carts that become one.
#include <map>

#include "sealcart/allowance.h"
#include "sealcart/op.h"
#include "support/peers/kinds.h"

namespace sealcart::peers {
namespace {

using Quantities = std::map<std::string, std::int64_t>;

// Lines are told apart by what is sold and by their options.
Quantities quantities_of(CaseReader& read, const std::vector<const Json*>& lines) {
  Quantities quantities;
  for (const Json* line : lines) {
    std::string sku = read.text(*line, {"variant", "sku", "product", "id"});
    if (const Json* options = read.find(*line, {"options", "custom_fields"})) {
      read.take(*options);
      sku += " " + options->dump();
    }
    quantities[sku] += read.whole(*line, {"qty", "quantity"}).value_or(1);
  }
  return quantities;
}

// Two devices each put their lines into one cart; joined, units add up.
Quantities joined(const Quantities& guest, const Quantities& customer) {
  Cart cart;
  ReplicaId replica = 0;
  for (const Quantities* side : {&guest, &customer}) {
    const Author author{++replica, 0};
    for (const auto& [sku, quantity] : *side) {
      (void)apply(cart, make_add(cart, author, sku, static_cast<std::int32_t>(quantity)));
    }
  }
  Quantities together;
  for (const LineItem& line : cart.lines) together[line.sku] = quantity_of(line.lots);
  return together;
}

}  // namespace

Replayed replay_merge(CaseReader& read, const PeerCase& peer_case) {
  const Json& inputs = peer_case.inputs;
  const std::string policy = read.text(inputs, {"policy"});
  if (policy != "sum" && policy != "add") {
    return {Verdict::inexpressible, "merge policy (issue 5)"};
  }
  const auto ours = joined(quantities_of(read, read.list(inputs, {"guest"})),
                           quantities_of(read, read.list(inputs, {"customer"})));
  const auto wanted = quantities_of(read, read.list(peer_case.expected, {"lines"}));
  for (const auto& [name, value] : peer_case.expected.items()) {
    if (name != "lines") read.cannot("figure " + name);
  }
  for (const auto& [name, value] : inputs.items()) {
    if (name != "policy" && name != "guest" && name != "customer") read.cannot("field " + name);
  }
  return verdict_of(read, ours == wanted ? "" : "other lines");
}

// {"on_hand": 5, "cart_qty": 3, "sold_by_others_before_completion": 4}: whether what is in the cart
// can still be ordered when the stock is told anew.
Replayed replay_stock(CaseReader& read, const PeerCase& peer_case) {
  const Json& inputs = peer_case.inputs;
  const auto stock = read.whole(inputs, {"on_hand", "stock"});
  const std::int64_t sold =
      read.whole(inputs, {"sold_by_others_before_completion", "sold_by_others", "reserved"})
          .value_or(0);
  const std::int64_t quantity = read.whole(inputs, {"cart_qty", "qty", "quantity"}).value_or(1);
  Variant variant;
  variant.backorder =
      read.flag(inputs, {"backorder", "backorderable"}) || !read.flag(inputs, {"tracked"}, true);
  if (stock) variant.stock = static_cast<std::int32_t>(*stock - sold);
  const Json* wanted = read.find(peer_case.expected, {"order_accepted", "accepted", "allowed"});
  if (wanted == nullptr || peer_case.expected.size() != 1) read.cannot("figures of another name");
  read.expect_all_read(inputs);
  if (!read.trouble().empty()) return verdict_of(read, {});
  const Status fits = check_quantity(variant, quantity);
  if (Json(fits.has_value()) == *wanted) return verdict_of(read, {});
  return verdict_of(read, fits ? "accepted" : "refused");
}

}  // namespace sealcart::peers
