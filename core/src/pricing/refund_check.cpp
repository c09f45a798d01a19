#include <numeric>

#include "../index_sort.h"
#include "../path.h"
#include "sealcart/refund.h"
#include "tax_split.h"

namespace sealcart {
namespace {

Status within(std::int64_t value, std::int64_t max, std::string_view path) {
  if (value >= 0 && value <= max) return {};
  return refuse(
      Error(ErrorCode::number_out_of_range, path).with("min", std::int64_t{0}).with("max", max));
}

Status few(std::size_t count, std::size_t max, std::string_view path) {
  if (count <= max) return {};
  return refuse(Error(ErrorCode::list_too_long, path).with("max", static_cast<std::int64_t>(max)));
}

Status check_component(const RefundComponent& part) {
  if (Status s = within(part.amount, limits::kAmount, "amount"); !s) return s;
  const std::int64_t units = part.kind == RefundKind::line ? limits::kQuantity : 0;
  if (Status s = within(part.units, units, "units"); !s) return s;
  return pricing::check_taxes(part.amount, part.taxes);
}

Status check_distinct(const std::vector<RefundComponent>& parts) {
  std::vector<std::uint32_t> order(parts.size());
  std::iota(order.begin(), order.end(), 0U);
  sort_positions(order, [&parts](std::uint32_t a, std::uint32_t b) {
    if (parts[a].kind != parts[b].kind) return parts[a].kind < parts[b].kind;
    const int compared = parts[a].id.compare(parts[b].id);
    return compared != 0 ? compared < 0 : a < b;
  });
  for (std::size_t k = 1; k < order.size(); ++k) {
    const RefundComponent& one = parts[order[k - 1]];
    const RefundComponent& other = parts[order[k]];
    if (one.kind != other.kind || one.id != other.id) continue;
    return refuse(Error(ErrorCode::store_duplicate_id, at("components", order[k]) + ".id")
                      .with("id", other.id));
  }
  return {};
}

// Adds up without leaving 64 bits: each amount is in range, and there are few.
Status check_tenders(const std::vector<UsedTender>& tenders, std::int64_t expected) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < tenders.size(); ++i) {
    if (Status s = within(tenders[i].amount, limits::kAmount, "amount"); !s) {
      return refuse(std::move(s).error().inside(at("tenders", i)));
    }
    sum += tenders[i].amount;
  }
  if (tenders.empty() || sum == expected) return {};
  return refuse(Error(ErrorCode::store_value_conflict, "tenders")
                    .with("what", "the tenders add up to " + std::to_string(sum) +
                                      ", the components to " + std::to_string(expected)));
}

}  // namespace

Status check_refundable(const Refundable& order) {
  if (Status s = few(order.components.size(), limits::kRefundComponents, "components"); !s) {
    return s;
  }
  if (Status s = few(order.tenders.size(), limits::kTenders, "tenders"); !s) return s;
  std::int64_t total = 0;
  for (std::size_t i = 0; i < order.components.size(); ++i) {
    if (Status s = check_component(order.components[i]); !s) {
      return refuse(std::move(s).error().inside(at("components", i)));
    }
    total += order.components[i].amount;
    if (total > limits::kAmount) return refuse(Error(ErrorCode::amount_overflow, "components"));
  }
  if (Status s = check_distinct(order.components); !s) return s;
  return check_tenders(order.tenders, total);
}

}  // namespace sealcart
