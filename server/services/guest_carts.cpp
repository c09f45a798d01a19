#include "services/guest_carts.h"

#include <algorithm>

#include "sealcart/totals.h"

namespace sealcart::server {
namespace {

// The customer's cart that takes a guest's lines; nothing when there is none of that use.
CartPtr target_of(Work& work, const Hash32& customer, CartUse use) {
  if (use == CartUse::cart) {
    const std::optional<CartId> current = current_cart(work, customer);
    return current ? load_cart(work, *current).value() : nullptr;
  }
  for (const CustomerCartRecord& cart : work.storage.customer_carts(customer)) {
    const Result<CartPtr> state = load_cart(work, cart.cart);
    if (cart.use == use && state) return *state;
  }
  return nullptr;
}

// Whether the amounts of the merged cart can still be added up.
bool can_be_priced(const Work& work, Cart cart, const MergePlan& plan, const Shop& shop) {
  for (const Op& op : plan.ops) {
    if (!apply(cart, op)) return false;
  }
  return !overflow_of(work, cart, shop);
}

std::vector<MergedLine> changed_lines(const Cart& before, const Cart& after) {
  std::vector<MergedLine> changed;
  for (const LineItem& line : after.lines) {
    const LineItem* old = before.find_line(line.id);
    const std::int64_t had = old == nullptr ? 0 : quantity_of(old->lots);
    const std::int64_t more = quantity_of(line.lots) - had;
    if (more != 0) changed.push_back({line.sku, line.customizations, more});
  }
  return changed;
}

// So that merging it again brings nothing twice.
Status empty_cart(Work& work, const CartState& state) {
  ServerPen pen(work, state);
  while (!pen.cart().lines.empty()) {
    const Op op = make_remove(pen.cart(), pen.author(), pen.cart().lines.front());
    if (Status written = pen.write(op); !written) return written;
  }
  while (!pen.cart().codes.empty()) {
    const Op op = make_code(pen.cart(), pen.author(), pen.cart().codes.front().code, false);
    if (Status written = pen.write(op); !written) return written;
  }
  pen.close();
  return {};
}

Status leave(Work& work, const CartId& cart, const Hash32& capability) {
  const Result<CartPtr> state = load_cart(work, cart);
  if (!state) return refuse(state.error());
  SharingPen pen(work, **state);
  pen.remove(access_of(**state, capability, work.now)->id);
  pen.close();
  return {};
}

Result<MergeReport> merge_into(Work& work, const CartState& target, const CartState& source,
                               MergePlan plan, const Hash32& capability) {
  MergeReport report{
      source.record.id, target.record.id, {}, std::move(plan.overflow), std::move(plan.codes_left)};
  ServerPen pen(work, target);
  for (const Op& op : plan.ops) {
    if (Status written = pen.write(op); !written) return refuse(written.error());
  }
  report.added = changed_lines(target.cart, pen.cart());
  if (!plan.ops.empty()) pen.close();
  if (Status emptied = empty_cart(work, source); !emptied) return refuse(emptied.error());
  if (Status left = leave(work, source.record.id, capability); !left) return refuse(left.error());
  return report;
}

Result<MergeReport> adopt(Work& work, const Hash32& customer, const Visit& visit, CartUse use) {
  if (!visit.access->scopes.has(AccessScope::manage)) {
    return refuse(Error(ErrorCode::access_denied));
  }
  const CartId cart = visit.cart->record.id;
  Status adopted = adopt_cart(work, customer, *visit.cart, use, "");
  if (!adopted) return refuse(adopted.error());
  if (use == CartUse::cart && !current_cart(work, customer)) {
    work.storage.set_current_cart(customer, cart);
  }
  return MergeReport{cart, cart, {}, {}, {}};
}

Result<MergeReport> bring(Work& work, const Hash32& customer, const Guest& guest,
                          const Visit& visit, CartUse use) {
  const CartPtr target = target_of(work, customer, use);
  if (!target) return adopt(work, customer, visit, use);
  const Result<Shop*> shop = shop_of(work, *target);
  if (!shop) return refuse(shop.error());
  const CartState& source = *visit.cart;
  const std::vector<ProductUse> bought;  // nobody knows yet: orders go by e-mail address
  const Author author{work.identity.replica, target->record.head};
  MergePlan plan =
      plan_merge({target->cart, source.cart, target->record.currency, source.record.currency},
                 guest.policy, author, {(*shop)->catalog(), bought});
  if (plan.keep_both || !can_be_priced(work, target->cart, plan, **shop)) {
    return adopt(work, customer, visit, use);
  }
  return merge_into(work, *target, source, std::move(plan), guest.capability);
}

}  // namespace

Result<std::optional<MergeReport>> bring_cart(Work& work, const Hash32& customer,
                                              const Guest& guest, const CartId& cart, CartUse use) {
  const char* field = use == CartUse::cart ? "cart" : "saved";
  const auto refused = [&](Error error) {
    error.path = field;
    return refuse(std::move(error));
  };
  const Result<CartPtr> state = load_cart(work, cart);
  if (!state) return refused(state.error());
  if ((*state)->record.customer) return std::optional<MergeReport>();
  const Result<Visit> visit = open_cart(work, cart, guest.capability, AccessScope::edit);
  if (!visit) return refused(visit.error());
  if (visit->cart->record.store != guest.store) {
    return refused(Error(ErrorCode::value_not_allowed).with("allowed", guest.store));
  }
  Result<MergeReport> report = bring(work, customer, guest, *visit, use);
  if (!report) return refused(report.error());
  return std::optional(*std::move(report));
}

}  // namespace sealcart::server
