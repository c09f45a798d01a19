// Splits of an amount over weights, and gift cards: amounts alone, without a cart.
#include "sealcart/allocation.h"
#include "support/peers/kinds.h"
#include "support/told.h"

namespace sealcart::peers {
namespace {

// A case that holds for a platform's own policy only is asked for under that; any other one under
// the largest remainder, where the earlier of equals comes first as on all of them.
AllocationRule rule_for(const PeerCase& peer_case) {
  AllocationRule rule;
  rule.ties = Ties::position;
  if (peer_case.source == "vendure") rule.zero_weights = ZeroWeights::equal;
  if (peer_case.use != "policy") return rule;
  if (peer_case.source == "sylius") rule.policy = AllocationPolicy::sylius;
  if (peer_case.source == "solidus") rule.policy = AllocationPolicy::solidus;
  if (peer_case.source == "saleor") rule.policy = AllocationPolicy::saleor;
  if (peer_case.source == "woocommerce") rule.policy = AllocationPolicy::woo_percent;
  return rule;
}

}  // namespace

Replayed replay_allocation(CaseReader& read, const PeerCase& peer_case) {
  const Json& inputs = peer_case.inputs;
  std::vector<AllocationEntry> entries;
  for (const Json* weight : read.list(inputs, {"weights"})) {
    AllocationEntry& entry = entries.emplace_back();
    entry.weight = read.amount_of(*weight);
    entry.rank = static_cast<std::uint32_t>(entries.size());
  }
  std::size_t at = 0;
  for (const Json* most : read.list(inputs, {"caps", "max_shares", "most"})) {
    if (at < entries.size()) entries[at++].most = read.amount_of(*most);
  }
  const std::int64_t amount = read.amount(inputs, {"amount"}).value_or(0);
  read.find(inputs, {"currency_exponent"});
  read.expect_all_read(inputs);
  AllocationWork work;
  Allocation out;
  const Status done = allocate_within(amount, entries, rule_for(peer_case), work, out);
  if (!done) read.cannot("refused: " + told(done.error()));
  std::string differences;
  for (const auto& [name, wanted] : peer_case.expected.items()) {
    if (name == "unallocated") {
      if (!read.is(out.unallocated, wanted)) differences += "unallocated; ";
    } else if (name != "shares") {
      read.cannot("figure " + name);
    } else if (Json(out.shares) != wanted) {
      differences += "shares are " + Json(out.shares).dump() + ", not " + wanted.dump();
    }
  }
  return verdict_of(read, differences);
}

// {"net", "gross", "gift_card_balance"}: a total with the tax in it, and what is left of both.
Replayed replay_gift_card(CaseReader& read, const PeerCase& peer_case) {
  const Json& inputs = peer_case.inputs;
  const auto net = read.amount(inputs, {"net"});
  const auto gross = read.amount(inputs, {"gross"});
  if (!net || !gross) return replay_cart(read, peer_case);
  PayableTotal total{std::string(read.currency().text()), *gross, {{"tax", *gross - *net}}};
  Tender card;
  card.id = "card";
  card.currency = total.currency;
  card.balance = read.amount(inputs, {"gift_card_balance"}).value_or(0);
  read.find(inputs, {"currency_exponent"});
  read.expect_all_read(inputs);
  const Result<Settlement> paid = settle(total, {card}, Timestamp{});
  if (!paid) {
    read.cannot("refused: " + told(paid.error()));
    return verdict_of(read, {});
  }
  std::string differences;
  for (const auto& [name, wanted] : peer_case.expected.items()) {
    std::int64_t ours = 0;
    if (name == "remaining_gross" || name == "amount_due") {
      ours = paid->amount_due;
    } else if (name == "remaining_net") {
      ours = paid->due_net;
    } else if (name == "gift_card_used" || name == "used") {
      ours = paid->tender_total;
    } else {
      read.cannot("figure " + name);
    }
    if (!read.is(ours, wanted)) {
      differences += name + " is " + std::to_string(ours) + ", not " + wanted.dump() + "; ";
    }
  }
  return verdict_of(read, differences);
}

}  // namespace sealcart::peers
