#include "sealcart/tender.h"

#include <algorithm>

#include "../path.h"
#include "tax_split.h"

namespace sealcart {
namespace {

Status check_amount(std::int64_t amount, std::string_view path) {
  if (amount >= 0 && amount <= limits::kAmount) return {};
  return refuse(Error(ErrorCode::number_out_of_range, path)
                    .with("min", std::int64_t{0})
                    .with("max", limits::kAmount));
}

Status check_tender(const std::vector<Tender>& tenders, std::size_t i, std::string_view currency) {
  const Tender& tender = tenders[i];
  if (Status s = check_amount(tender.balance, "balance"); !s) return s;
  if (Status s = check_amount(tender.at_most.value_or(0), "atMost"); !s) return s;
  if (tender.currency != currency) {
    return refuse(Error(ErrorCode::currency_mismatch, "currency")
                      .with("given", tender.currency)
                      .with("expected", currency));
  }
  for (std::size_t k = 0; k < i; ++k) {
    if (tenders[k].id != tender.id || tenders[k].kind != tender.kind) continue;
    return refuse(Error(ErrorCode::store_duplicate_id, "id").with("id", tender.id));
  }
  return {};
}

Status check(const PayableTotal& total, const std::vector<Tender>& tenders) {
  if (Status s = check_amount(total.total, "total"); !s) return s;
  if (Status s = pricing::check_taxes(total.total, total.taxes); !s) return s;
  if (tenders.size() > limits::kTenders) {
    constexpr auto kMost = static_cast<std::int64_t>(limits::kTenders);
    return refuse(Error(ErrorCode::list_too_long, "tenders").with("max", kMost));
  }
  for (std::size_t i = 0; i < tenders.size(); ++i) {
    if (Status s = check_tender(tenders, i, total.currency); !s) {
      return refuse(std::move(s).error().inside(at("tenders", i)));
    }
  }
  return {};
}

AppliedTender apply(const Tender& tender, std::int64_t due, Timestamp now) {
  AppliedTender applied{tender.id, tender.kind, TenderState::not_needed, 0, tender.balance};
  if (tender.balance == 0) {
    applied.state = TenderState::empty;
  } else if (tender.expires_at && now >= *tender.expires_at) {
    applied.state = TenderState::expired;
  } else {
    applied.amount = std::min({due, tender.balance, tender.at_most.value_or(tender.balance)});
    applied.balance -= applied.amount;
    if (applied.amount > 0) applied.state = TenderState::applied;
  }
  return applied;
}

}  // namespace

Result<Settlement> settle(const PayableTotal& total, const std::vector<Tender>& tenders,
                          Timestamp now) {
  if (Status checked = check(total, tenders); !checked) return refuse(std::move(checked).error());
  Settlement settlement;
  settlement.amount_due = total.total;
  for (const Tender& tender : tenders) {
    settlement.tenders.push_back(apply(tender, settlement.amount_due, now));
    settlement.tender_total += settlement.tenders.back().amount;
    settlement.amount_due -= settlement.tenders.back().amount;
  }
  pricing::TaxSplitWork work;
  settlement.due_net = pricing::split_tax(settlement.amount_due, total.total, total.taxes, work,
                                          settlement.due_taxes);
  return settlement;
}

}  // namespace sealcart
