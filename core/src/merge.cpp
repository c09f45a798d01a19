// Each operation is tried on a copy of the customer's cart, so that the next one sees what the
// limits leave after it.
#include "sealcart/merge.h"

#include <algorithm>
#include <utility>

#include "sealcart/allowance.h"

namespace sealcart {
namespace {

std::int64_t units_of(const Cart* cart, const LineId& id) {
  const LineItem* line = cart == nullptr ? nullptr : cart->find_line(id);
  return line == nullptr ? 0 : quantity_of(line->lots);
}

class Merge {
 public:
  Merge(const MergeCarts& carts, MergePolicy policy, const Author& author, const MergeShop& shop)
      : carts_(carts),
        policy_(policy),
        author_(author),
        shop_(shop),
        cart_(carts.customer),
        goods_(goods_of(cart_, shop.catalog)) {}

  MergePlan take() && {
    for (const LineItem& line : carts_.guest.lines) take_line(line);
    for (const CodeEntry& entry : carts_.guest.codes) take_code(entry.code);
    take_destination();
    take_shipping_method();
    return std::move(plan_);
  }

 private:
  void take_line(const LineItem& line) {
    const std::int64_t guest = quantity_of(line.lots);
    const std::int64_t known = units_of(carts_.taken_over, line.id);
    const std::int64_t present = units_of(&cart_, line.id);
    const std::int64_t wanted = wanted_units(guest, known, present);
    if (guest == known || wanted == present) return;
    std::int64_t kept = std::min<std::int64_t>(wanted, limits::kQuantity);
    const std::int64_t held = std::max(guest, present);
    if (kept > held) kept = std::max(held, std::min(kept, most_of(line)));
    const bool raises_only = policy_ != MergePolicy::guest;
    if (raises_only) kept = std::max(kept, present);
    if (kept != present && !write(line_op(line, kept, present))) kept = present;
    if (kept < wanted) {
      plan_.overflow.push_back({line.sku, line.customizations, wanted, kept});
    }
  }

  std::int64_t wanted_units(std::int64_t guest, std::int64_t known, std::int64_t present) const {
    if (policy_ == MergePolicy::sum) return present + std::max<std::int64_t>(guest - known, 0);
    if (policy_ == MergePolicy::max) return std::max(guest, present);
    return present == 0 || policy_ == MergePolicy::guest ? guest : present;
  }

  std::int64_t most_of(const LineItem& line) const {
    const auto entry = shop_.catalog.find(line.sku);
    if (!entry) return limits::kQuantity;
    const auto at = std::ranges::find(cart_.lines, line.id, &LineItem::id) - cart_.lines.begin();
    return most_units(*entry,
                      beside(cart_, goods_, shop_.bought, *entry, static_cast<std::size_t>(at)));
  }

  Op line_op(const LineItem& line, std::int64_t kept, std::int64_t present) const {
    const LineItem* own = cart_.find_line(line.id);
    if (own == nullptr || policy_ == MergePolicy::sum) {
      return make_add(cart_, author_, line.sku, static_cast<std::int32_t>(kept - present),
                      line.customizations);
    }
    return make_set(cart_, author_, *own, static_cast<std::int32_t>(kept));
  }

  void take_code(const std::string& code) {
    const bool known = carts_.taken_over != nullptr && carts_.taken_over->find_code(code);
    if (known || cart_.find_code(code) != nullptr) return;
    if (!write(make_code(cart_, author_, code, true))) plan_.codes_left.push_back(code);
  }

  void take_destination() {
    const Cart* before = carts_.taken_over;
    const bool fresh = !before || before->destination_stamp != carts_.guest.destination_stamp;
    if (!fresh || !wins(carts_.guest.destination_stamp, cart_.destination_stamp)) return;
    if (cart_.destination == carts_.guest.destination) return;
    write(make_destination(cart_, author_, carts_.guest.destination));
  }

  void take_shipping_method() {
    const Cart *before = carts_.taken_over, &guest = carts_.guest;
    const bool fresh = !before || before->shipping_method_stamp != guest.shipping_method_stamp;
    if (!fresh || !wins(guest.shipping_method_stamp, cart_.shipping_method_stamp)) return;
    if (cart_.shipping_method == guest.shipping_method) return;
    write(make_shipping_method(cart_, author_, guest.shipping_method));
  }

  // A register nobody has written says nothing.
  bool wins(const Stamp& guest, const Stamp& customer) const {
    return guest.replica != 0 && (customer.replica == 0 || policy_ == MergePolicy::guest);
  }

  bool write(Op op) {
    if (!check_caps(cart_, op) || !apply(cart_, op)) return false;
    // A new line comes last: nothing was born after it.
    if (cart_.lines.size() > goods_.size()) {
      goods_.push_back(shop_.catalog.find(op.sku).value_or(Catalog::Entry{}));
    }
    plan_.ops.push_back(std::move(op));
    return true;
  }

  const MergeCarts& carts_;
  MergePolicy policy_;
  Author author_;
  const MergeShop& shop_;
  Cart cart_;
  std::vector<Catalog::Entry> goods_;  // beside cart_.lines
  MergePlan plan_;
};

}  // namespace

MergePlan plan_merge(const MergeCarts& carts, MergePolicy policy, const Author& author,
                     const MergeShop& shop) {
  if (policy == MergePolicy::keep_both || carts.customer_currency != carts.guest_currency) {
    return {true, {}, {}, {}};
  }
  return Merge(carts, policy, author, shop).take();
}

}  // namespace sealcart
