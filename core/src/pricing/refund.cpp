#include "sealcart/refund.h"

#include <algorithm>

#include "../path.h"
#include "sealcart/money.h"
#include "tax_split.h"

namespace sealcart {
namespace {

RefundItem all_of(const RefundComponent& part) { return {part.kind, part.id, {}, {}}; }

std::vector<RefundItem> items_of(const Refundable& order, const RefundRequest& request) {
  if (!request.everything) return request.items;
  std::vector<RefundItem> items;
  for (const RefundComponent& part : order.components) {
    if (part.amount > 0 || part.units > 0) items.push_back(all_of(part));
  }
  return items;
}

Status check_units(const RefundItem& item, const RefundComponent& part) {
  if (!item.units) return {};
  const bool too_few = *item.units < 1;
  if (!too_few && *item.units <= part.units) return {};
  const auto code = too_few ? ErrorCode::quantity_too_small : ErrorCode::quantity_too_large;
  return refuse(Error(code, "units")
                    .with("given", *item.units)
                    .with(too_few ? "min" : "max", too_few ? 1 : part.units));
}

// With units the money may be 0; without, something must be left to refund.
Status check_amount(const RefundItem& item, const RefundComponent& part) {
  const bool has_units = item.units || (!item.amount && part.units > 0);
  const std::int64_t least = has_units ? 0 : 1;
  const std::int64_t amount = item.amount.value_or(part.amount);
  if (amount >= least && amount <= part.amount) return {};
  return refuse(
      Error(ErrorCode::number_out_of_range, "amount").with("min", least).with("max", part.amount));
}

// What the item asks for: an amount, or the share of its units in what is left; of the last units
// that is all of it.
std::int64_t amount_of(const RefundItem& item, const RefundComponent& part) {
  if (item.amount) return *item.amount;
  if (!item.units) return part.amount;
  return mul_div(part.amount, *item.units, part.units, Rounding::half_up).value_or(part.amount);
}

void take_taxes(std::vector<TaxShare>& from, const std::vector<TaxShare>& taken) {
  for (std::size_t i = 0; i < from.size(); ++i) from[i].amount -= taken[i].amount;
}

void add_taxes(std::vector<TaxShare>& sum, const std::vector<TaxShare>& taxes) {
  for (const TaxShare& tax : taxes) {
    const auto same = std::ranges::find(sum, tax.rate, &TaxShare::rate);
    if (same == sum.end()) {
      sum.push_back(tax);
    } else {
      same->amount += tax.amount;
    }
  }
}

Status take_item(const RefundItem& item, Refunded& out, pricing::TaxSplitWork& work) {
  auto& parts = out.remaining.components;
  const auto found = std::ranges::find_if(parts, [&item](const RefundComponent& part) {
    return part.kind == item.kind && part.id == item.id;
  });
  if (found == parts.end()) {
    if (item.kind == RefundKind::line) return refuse(Error(ErrorCode::line_unknown, "id"));
    return refuse(Error(ErrorCode::store_reference_unknown, "id").with("id", item.id));
  }
  if (Status s = check_units(item, *found); !s) return s;
  if (Status s = check_amount(item, *found); !s) return s;

  RefundPart part{item.kind, item.id, 0, amount_of(item, *found), 0, {}};
  part.units = item.units.value_or(item.amount ? 0 : found->units);
  part.net = pricing::split_tax(part.amount, found->amount, found->taxes, work, part.taxes);
  found->amount -= part.amount;
  found->units -= part.units;
  take_taxes(found->taxes, part.taxes);
  out.refund.amount += part.amount;
  out.refund.net += part.net;
  add_taxes(out.refund.taxes, part.taxes);
  out.refund.parts.push_back(std::move(part));
  return {};
}

void give_back(UsedTender& tender, std::int64_t amount, Refund& refund) {
  tender.amount -= amount;
  if (amount > 0) refund.tenders.push_back({tender.id, amount});
}

// The tenders hold at least the refund: they add up to the components it was taken from.
void refund_tenders(RefundOrder order, std::vector<UsedTender>& tenders, Refund& refund,
                    pricing::TaxSplitWork& work) {
  std::int64_t left = refund.amount;
  if (order == RefundOrder::proportional) {
    work.parts.clear();
    for (const UsedTender& tender : tenders) work.parts.push_back(tender.amount);
    work.shares.resize(tenders.size());
    allocate(left, work.parts, {}, work.shares, work.scratch, Ties::position);
    for (std::size_t i = 0; i < tenders.size(); ++i) give_back(tenders[i], work.shares[i], refund);
    return;
  }
  for (std::size_t k = 0; k < tenders.size(); ++k) {
    UsedTender& tender = tenders[order == RefundOrder::first_first ? k : tenders.size() - 1 - k];
    const std::int64_t amount = std::min(left, tender.amount);
    left -= amount;
    give_back(tender, amount, refund);
  }
}

Status check_request(const Refundable& order, const RefundRequest& request) {
  if (request.everything && !request.items.empty()) {
    return refuse(Error(ErrorCode::value_not_allowed, "items").with("allowed", "[]"));
  }
  if (!request.everything && request.items.empty()) {
    return refuse(Error(ErrorCode::field_missing, "items"));
  }
  if (request.items.size() > limits::kRefundItems) {
    constexpr auto kMost = static_cast<std::int64_t>(limits::kRefundItems);
    return refuse(Error(ErrorCode::list_too_long, "items").with("max", kMost));
  }
  return check_refundable(order);
}

}  // namespace

Result<Refunded> refund(const Refundable& order, const RefundRequest& request) {
  if (Status s = check_request(order, request); !s) return refuse(std::move(s).error());
  const std::vector<RefundItem> items = items_of(order, request);
  if (items.empty()) {
    return refuse(Error(ErrorCode::number_out_of_range, "everything")
                      .with("min", std::int64_t{1})
                      .with("max", std::int64_t{0}));
  }
  Refunded out{{order.currency, 0, 0, {}, {}, {}}, order};
  pricing::TaxSplitWork work;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (Status s = take_item(items[i], out, work); !s) {
      return refuse(std::move(s).error().inside(at("items", i)));
    }
  }
  refund_tenders(request.order, out.remaining.tenders, out.refund, work);
  return out;
}

}  // namespace sealcart
