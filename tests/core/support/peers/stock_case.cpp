// What a cart may hold, and two carts that become one.
#include <map>
#include <optional>
#include <utility>

#include "sealcart/allowance.h"
#include "sealcart/merge.h"
#include "sealcart/op.h"
#include "support/peers/kinds.h"

namespace sealcart::peers {
namespace {

using Lines = std::map<std::string, std::int64_t>;

// Lines are told apart by what is sold and by their options, which are texts of the line here.
Cart cart_of(CaseReader& read, const std::vector<const Json*>& lines) {
  Cart cart;
  for (const Json* line : lines) {
    const std::string sku = read.text(*line, {"variant", "sku", "product", "id"});
    Customizations texts;
    if (const Json* options = read.find(*line, {"options", "custom_fields"})) {
      read.take(*options);
      for (const auto& [name, value] : options->items()) texts.push_back({name, value.dump()});
    }
    const auto units = read.whole(*line, {"qty", "quantity"}).value_or(1);
    (void)apply(cart, make_add(cart, {1, 0}, sku, static_cast<std::int32_t>(units),
                               ordered(std::move(texts))));
  }
  return cart;
}

Lines lines_of(const Cart& cart) {
  Lines lines;
  for (const LineItem& line : cart.lines) {
    std::string name = line.sku;
    for (const Customization& text : line.customizations) name += " " + text.name + text.value;
    lines[name] = quantity_of(line.lots);
  }
  return lines;
}

// A guest who signs in; the catalogue sets no bounds.
Cart merged(const Cart& guest, Cart customer, MergePolicy policy) {
  const Catalog catalog;
  const MergePlan plan = plan_merge({customer, guest, "USD", "USD"}, policy, {2, 0}, {catalog, {}});
  for (const Op& op : plan.ops) (void)apply(customer, op);
  return customer;
}

std::optional<MergePolicy> policy_of(const std::string& name) {
  if (name == "sum" || name == "add") return MergePolicy::sum;
  if (name == "guest_qty_replaces") return MergePolicy::guest;
  return std::nullopt;
}

}  // namespace

Replayed replay_merge(CaseReader& read, const PeerCase& peer_case) {
  const Json& inputs = peer_case.inputs;
  const auto policy = policy_of(read.text(inputs, {"policy"}));
  if (!policy) return {Verdict::inexpressible, "merge policy"};
  const Cart ours = merged(cart_of(read, read.list(inputs, {"guest"})),
                           cart_of(read, read.list(inputs, {"customer"})), *policy);
  const Cart wanted = cart_of(read, read.list(peer_case.expected, {"lines"}));
  for (const auto& [name, value] : peer_case.expected.items()) {
    if (name != "lines") read.cannot("figure " + name);
  }
  for (const auto& [name, value] : inputs.items()) {
    if (name != "policy" && name != "guest" && name != "customer") read.cannot("field " + name);
  }
  return verdict_of(read, lines_of(ours) == lines_of(wanted) ? "" : "other lines");
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
