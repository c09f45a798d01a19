#include "replay/replay.h"

#include <cstdlib>

#include "replay/price_book.h"
#include "sealcart/session.h"
#include "sealcart/wire.h"

namespace sealcart::replay {
namespace {

// The cart's id follows from the invoice, so that every run and every engine makes the same bytes.
CartId cart_id(const std::string& invoice) { return {line_id("invoice " + invoice).bytes}; }

// Sums of the data itself, kept apart from the code under test: 128 bits, pence.
Result<std::int64_t> exact_sum(const SoldCart& cart) {
  __int128 sum = 0;
  for (const SoldLine& line : cart.lines) {
    const auto price = price_of(line);
    if (!price) return refuse(price.error());
    sum += static_cast<__int128>(*price) * std::abs(line.units);
  }
  return static_cast<std::int64_t>(sum);
}

Status add_lines(Session& session, const SoldCart& cart) {
  for (const SoldLine& line : cart.lines) {
    if (const auto price = price_of(line); !price) return refuse(price.error());
    if (Status added = session.add(sku_of(line), std::abs(line.units)); !added) return added;
  }
  return {};
}

Outcome replay(Session& session, const SoldCart& cart) {
  Outcome outcome;
  outcome.invoice = cart.invoice;
  DeviceLog::Saved fresh;
  fresh.replica = 1;
  fresh.confirmed.id = cart_id(cart.invoice);
  Status added = session.open_cart(std::move(fresh));
  if (added) added = add_lines(session, cart);
  if (!added) {
    outcome.refused = error_name(added.error().code);
    return outcome;
  }
  outcome.total = session.priced().totals.grand_total;
  outcome.expected = exact_sum(cart).value_or(-1);
  outcome.exact = outcome.total == outcome.expected;
  write_json(outcome.snapshot, session.snapshot());
  outcome.ops = session.take();
  return outcome;
}

}  // namespace

std::vector<Outcome> replay_all(const std::vector<SoldCart>& carts) {
  Session session;
  std::vector<Outcome> outcomes;
  if (!session.open_store(replay_store()) || !session.load_catalog(price_book(carts)))
    return outcomes;
  for (const SoldCart& cart : carts) outcomes.push_back(replay(session, cart));
  return outcomes;
}

Counts count(const std::vector<Outcome>& outcomes) {
  Counts counts;
  for (const Outcome& outcome : outcomes) {
    if (!outcome.refused.empty()) {
      ++counts.refused[outcome.refused];
    } else {
      ++(outcome.exact ? counts.exact : counts.wrong);
    }
  }
  return counts;
}

}  // namespace sealcart::replay
