// Refunds in steps: whatever the steps, nothing is lost and nothing is paid back twice.
#include "sealcart/refund.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "support/random.h"
#include "support/told.h"

namespace sealcart {
namespace {

// Three shirts at 33.33 (one minor unit short of 100.00), a mug taxed at two rates, delivery, a fee
// and a tax of the order as a whole; paid with a gift card, store credit and a card.
Refundable order() {
  return {"EUR",
          {{RefundKind::line, "shirt", 9999, 3, {{"vat20", 1667}}},
           {RefundKind::line, "mug", 1000, 1, {{"vat20", 100}, {"eco", 33}}},
           {RefundKind::shipping, "parcel", 499, 0, {{"vat20", 83}}},
           {RefundKind::fee, "wrap", 1, 0, {}},
           {RefundKind::tax, "city", 101, 0, {{"city", 101}}}},
          {{"gift", 1500}, {"credit", 100}, {"visa", 10'000}}};
}

RefundItem units(std::string id, std::int32_t count) {
  return {RefundKind::line, std::move(id), count, {}};
}
RefundItem money(RefundKind kind, std::string id, std::int64_t amount) {
  return {kind, std::move(id), {}, amount};
}
RefundItem all(RefundKind kind, std::string id) { return {kind, std::move(id), {}, {}}; }

const RefundRequest kEverything{true, {}, RefundOrder::last_first};

RefundRequest of(std::vector<RefundItem> items, RefundOrder first = RefundOrder::last_first) {
  return {false, std::move(items), first};
}

Refunded refunded(const Refundable& order, const RefundRequest& request) {
  const auto result = refund(order, request);
  must(result);
  return *result;
}

TEST(Refunds, UnitsTakeTheirShareOfWhatIsLeft) {
  const Refunded one = refunded(order(), of({units("shirt", 1)}));
  EXPECT_EQ(one.refund.amount, 3333);
  EXPECT_EQ(json(one.refund.parts[0]),
            R"({"kind":"line","id":"shirt","units":1,"amount":3333,"net":2777,)"
            R"("taxes":[{"rate":"vat20","amount":556}]})");
  EXPECT_EQ(one.remaining.components[0].units, 2);
  EXPECT_EQ(one.remaining.components[0].amount, 6666);
}

TEST(Refunds, TheLastUnitTakesExactlyTheRest) {
  Refundable left = order();
  left.components[0].amount = 10'000;
  left.tenders.back().amount += 1;
  for (const std::int64_t expected : {3333, 3334, 3333}) {
    const Refunded one = refunded(left, of({units("shirt", 1)}));
    EXPECT_EQ(one.refund.amount, expected);
    left = one.remaining;
  }
  EXPECT_EQ(left.components[0].amount, 0);
  EXPECT_EQ(left.components[0].taxes[0].amount, 0);
}

TEST(Refunds, AnAmountLeavesTheUnitsAndUnitsMayHaveAnAmount) {
  const Refunded goodwill = refunded(order(), of({money(RefundKind::line, "shirt", 500)}));
  EXPECT_EQ(goodwill.remaining.components[0].units, 3);
  EXPECT_EQ(goodwill.remaining.components[0].amount, 9499);
  const Refunded worn = refunded(order(), of({{RefundKind::line, "shirt", 3, 9000}}));
  EXPECT_EQ(worn.remaining.components[0].units, 0);
  EXPECT_EQ(worn.remaining.components[0].amount, 999);
}

TEST(Refunds, EverythingIsWhatWasPaid) {
  const Refunded out = refunded(order(), kEverything);
  EXPECT_EQ(out.refund.amount, 11'600);
  EXPECT_EQ(out.refund.net, 11'600 - 1667 - 100 - 33 - 83 - 101);
  EXPECT_EQ(out.refund.taxes, (std::vector<TaxShare>{{"vat20", 1850}, {"eco", 33}, {"city", 101}}));
  EXPECT_EQ(told(refund(out.remaining, kEverything)),
            "number_out_of_range at everything min=1 max=0");
}

std::string tenders_of(const Refund& refund) {
  std::string text;
  for (const UsedTender& tender : refund.tenders) {
    text += (text.empty() ? "" : ", ") + tender.id + " " + std::to_string(tender.amount);
  }
  return text;
}

TEST(Refunds, ALineThatWasFreeGoesBackWithoutMoney) {
  Refundable with_gift = order();
  with_gift.components.push_back({RefundKind::line, "gift", 0, 2, {}});
  const Refunded out = refunded(with_gift, kEverything);
  EXPECT_EQ(json(out.refund.parts.back()),
            R"({"kind":"line","id":"gift","units":2,"amount":0,"net":0,"taxes":[]})");
  EXPECT_EQ(refunded(with_gift, of({units("gift", 1)})).refund.amount, 0);
}

TEST(Refunds, GoBackToTheLastTenderFirst) {
  const auto tenders = [](RefundOrder first) {
    return tenders_of(
        refunded(order(), of({units("shirt", 3), all(RefundKind::line, "mug")}, first)).refund);
  };
  EXPECT_EQ(tenders(RefundOrder::last_first), "visa 10000, credit 100, gift 899");
  EXPECT_EQ(tenders(RefundOrder::first_first), "gift 1500, credit 100, visa 9399");
  EXPECT_EQ(tenders(RefundOrder::proportional), "gift 1422, credit 95, visa 9482");
}

TEST(Refunds, WithoutTendersAreNotSplit) {
  Refundable plain = order();
  plain.tenders.clear();
  EXPECT_TRUE(refunded(plain, kEverything).refund.tenders.empty());
}

std::string refusal(const Refundable& from, const RefundRequest& request) {
  return told(refund(from, request));
}

TEST(Refunds, MoreThanIsLeftIsRefused) {
  EXPECT_EQ(refusal(order(), of({units("mug", 1), units("shirt", 4)})),
            "quantity_too_large at items[1].units given=4 max=3");
  EXPECT_EQ(refusal(order(), of({units("shirt", 2), units("shirt", 2)})),
            "quantity_too_large at items[1].units given=2 max=1");
  EXPECT_EQ(refusal(order(), of({units("shirt", 0)})),
            "quantity_too_small at items[0].units given=0 min=1");
  EXPECT_EQ(refusal(order(), of({money(RefundKind::shipping, "parcel", 500)})),
            "number_out_of_range at items[0].amount min=1 max=499");
  EXPECT_EQ(refusal(order(), of({money(RefundKind::shipping, "parcel", -1)})),
            "number_out_of_range at items[0].amount min=1 max=499");
  EXPECT_EQ(refusal(order(), of({{RefundKind::fee, "wrap", 1, {}}})),
            "quantity_too_large at items[0].units given=1 max=0");
  const auto twice = of({all(RefundKind::fee, "wrap"), all(RefundKind::fee, "wrap")});
  EXPECT_EQ(refusal(order(), twice), "number_out_of_range at items[1].amount min=1 max=0");
}

TEST(Refunds, ARequestThatMakesNoSenseIsRefused) {
  EXPECT_EQ(refusal(order(), of({units("hat", 1)})), "line_unknown at items[0].id");
  EXPECT_EQ(refusal(order(), of({all(RefundKind::fee, "hat")})),
            "store_reference_unknown at items[0].id id=hat");
  EXPECT_EQ(refusal(order(), {}), "field_missing at items");
  EXPECT_EQ(refusal(order(), {true, {units("mug", 1)}, {}}),
            "value_not_allowed at items allowed=[]");
  EXPECT_EQ(refusal(order(), of(std::vector<RefundItem>(limits::kRefundItems + 1))),
            "list_too_long at items max=2000");
}

std::string contradiction(void (*change)(Refundable&)) {
  Refundable changed = order();
  change(changed);
  return told(check_refundable(changed));
}

TEST(Refunds, AStateThatContradictsItselfIsRefused) {
  EXPECT_EQ(contradiction([](Refundable& r) { r.components[1].taxes[1].amount = 901; }),
            "number_out_of_range at components[1].taxes[1].amount min=0 max=900");
  EXPECT_EQ(contradiction([](Refundable& r) { r.components[1].taxes[0].amount = -1; }),
            "number_out_of_range at components[1].taxes[0].amount min=0 max=1000");
  EXPECT_EQ(contradiction([](Refundable& r) { r.components[2].units = 1; }),
            "number_out_of_range at components[2].units min=0 max=0");
  EXPECT_EQ(contradiction([](Refundable& r) { r.components[1].id = "shirt"; }),
            "store_duplicate_id at components[1].id id=shirt");
  EXPECT_EQ(contradiction([](Refundable& r) { r.components[0].amount = limits::kAmount; }),
            "amount_overflow at components");
  EXPECT_EQ(contradiction([](Refundable& r) { r.tenders[1].amount = -1; }),
            "number_out_of_range at tenders[1].amount min=0 max=9007199254740991");
  EXPECT_EQ(contradiction([](Refundable& r) { r.tenders[1].amount = 101; }),
            "store_value_conflict at tenders what=the tenders add up to 11601, the components to "
            "11600");
  EXPECT_EQ(contradiction([](Refundable& r) { r.tenders.resize(limits::kTenders + 1); }),
            "list_too_long at tenders max=16");
}

// The refunds of an order added up, in the shape of what was paid: equal when all is refunded.
class Ledger {
 public:
  explicit Ledger(const Refundable& paid) : sum_(paid) {
    for (RefundComponent& part : sum_.components) {
      part.amount = 0;
      part.units = 0;
      for (TaxShare& tax : part.taxes) tax.amount = 0;
    }
    for (UsedTender& tender : sum_.tenders) tender.amount = 0;
  }
  void add(const Refund& refund) {
    for (const RefundPart& part : refund.parts) add(part);
    for (const UsedTender& tender : refund.tenders) {
      std::ranges::find(sum_.tenders, tender.id, &UsedTender::id)->amount += tender.amount;
    }
  }
  RefundComponent& component(RefundKind kind, const std::string& id) {
    return *std::ranges::find_if(sum_.components,
                                 [&](auto& part) { return part.kind == kind && part.id == id; });
  }
  const Refundable& sum() const { return sum_; }

 private:
  void add(const RefundPart& part) {
    RefundComponent& sum = component(part.kind, part.id);
    sum.amount += part.amount;
    sum.units += part.units;
    for (std::size_t i = 0; i < part.taxes.size(); ++i) {
      sum.taxes[i].amount += part.taxes[i].amount;
    }
  }
  Refundable sum_;
};

// amount = net + taxes = sum of parts = sum of tenders.
void expect_adds_up(const Refund& refund, bool tendered) {
  std::int64_t parts = 0, taxes = 0, tenders = 0;
  for (const RefundPart& part : refund.parts) {
    parts += part.amount;
    std::int64_t sum = part.net;
    for (const TaxShare& tax : part.taxes) sum += tax.amount;
    ASSERT_EQ(sum, part.amount);
    ASSERT_GE(part.net, 0);
  }
  for (const TaxShare& tax : refund.taxes) taxes += tax.amount;
  for (const UsedTender& tender : refund.tenders) tenders += tender.amount;
  ASSERT_EQ(parts, refund.amount);
  ASSERT_EQ(refund.net + taxes, refund.amount);
  ASSERT_EQ(tenders, tendered ? refund.amount : 0);
}

// All 5,040 orders of: each shirt by itself, the mug in two parts, delivery, the fee, the tax.
TEST(RefundSequences, EveryOrderOfTheSameStepsSumsToWhatWasPaid) {
  const std::vector<RefundItem> steps{
      units("shirt", 1),
      units("shirt", 1),
      units("shirt", 1),
      money(RefundKind::line, "mug", 333),
      money(RefundKind::line, "mug", 667),
      all(RefundKind::shipping, "parcel"),
      {RefundKind::fee, "wrap", {}, 1},
  };
  std::vector<std::size_t> turn(steps.size());
  std::iota(turn.begin(), turn.end(), std::size_t{0});
  int count = 0;
  do {
    Refundable left = order();
    Ledger ledger(left);
    for (const std::size_t step : turn) {
      const auto first = static_cast<RefundOrder>(step % 3);
      Refunded out = refunded(left, of({steps[step]}, first));
      expect_adds_up(out.refund, true);
      ledger.add(out.refund);
      left = std::move(out.remaining);
    }
    const Refunded rest = refunded(left, of({all(RefundKind::tax, "city")}));
    ledger.add(rest.refund);
    // The mug's unit is still there: its money went back as amounts.
    ledger.component(RefundKind::line, "mug").units += rest.remaining.components[1].units;
    ASSERT_EQ(json(ledger.sum()), json(order())) << count;
    ++count;
  } while (std::ranges::next_permutation(turn).found);
  EXPECT_EQ(count, 5'040);
}

Refundable draw_order(Random& random) {
  Refundable order{"EUR", {}, {}};
  std::int64_t total = 0;
  for (std::size_t i = 1 + random.below(4); i > 0; --i) {
    RefundComponent part;
    part.kind = static_cast<RefundKind>(random.below(4));
    part.id = "c" + std::to_string(i);
    part.amount = random.of_bits(random.one_in(4) ? 49 : 10);
    if (part.kind == RefundKind::line) part.units = static_cast<std::int32_t>(random.between(1, 4));
    std::int64_t net = part.amount;
    for (std::size_t k = random.below(3); k > 0; --k) {
      part.taxes.push_back({"t" + std::to_string(k), random.between(0, net)});
      net -= part.taxes.back().amount;
    }
    total += part.amount;
    order.components.push_back(std::move(part));
  }
  for (std::size_t i = random.below(3); i > 0; --i) {
    order.tenders.push_back({"p" + std::to_string(i), i == 1 ? total : random.between(0, total)});
    total -= order.tenders.back().amount;
  }
  return order;
}

// Asks for something of one part that has something left.
RefundItem draw_item(Random& random, const RefundComponent& part) {
  RefundItem item{part.kind, part.id, {}, {}};
  if (part.units > 0 && !random.one_in(4)) {
    item.units = static_cast<std::int32_t>(random.between(1, part.units));
  }
  if (random.one_in(3) && part.amount > 0) item.amount = random.between(1, part.amount);
  return item;
}

TEST(RefundSequences, OfAnyKindSumToWhatWasPaid) {
  Random random(30331);
  int steps = 0;
  for (int i = 0; i < rounds(150'000); ++i) {
    const Refundable paid = draw_order(random);
    Refundable left = paid;
    Ledger ledger(paid);
    for (;;) {
      std::vector<RefundItem> items;
      for (const RefundComponent& part : left.components) {
        if (part.amount == 0 && part.units == 0) continue;
        if (!random.one_in(3)) items.push_back(draw_item(random, part));
      }
      const bool done = std::ranges::all_of(
          left.components, [](auto& part) { return part.amount == 0 && part.units == 0; });
      if (done) break;
      if (items.empty()) continue;
      const auto first = static_cast<RefundOrder>(random.below(3));
      Refunded out = refunded(left, of(std::move(items), first));
      expect_adds_up(out.refund, !paid.tenders.empty());
      ledger.add(out.refund);
      left = std::move(out.remaining);
      ++steps;
    }
    ASSERT_EQ(json(ledger.sum()), json(paid)) << i;
  }
  RecordProperty("steps", steps);
}

// Unit by unit, each is refunded at its exact share rounded down or up: nobody waits for the last.
TEST(RefundSequences, EveryUnitIsRefundedAtItsShareToTheUnit) {
  Random random(30332);
  for (int i = 0; i < rounds(50'000); ++i) {
    const std::int64_t amount = random.of_bits(30);
    const auto count = static_cast<std::int32_t>(random.between(1, 12));
    Refundable left{"EUR", {{RefundKind::line, "a", amount, count, {}}}, {}};
    for (std::int32_t k = 0; k < count; ++k) {
      Refunded out = refunded(left, of({units("a", 1)}));
      ASSERT_GE(out.refund.amount, amount / count) << i;
      ASSERT_LE(out.refund.amount, (amount + count - 1) / count) << i;
      left = std::move(out.remaining);
    }
    ASSERT_EQ(left.components[0].amount, 0);
  }
}

TEST(Refunds, CrossTheWire) {
  const auto request = read_json<RefundRequest>(
      R"({"items":[{"kind":"line","id":"shirt","units":2}],"order":"proportional"})");
  must(request);
  const Refunded out = refunded(order(), *request);
  const auto again = read_json<Refundable>(json(out.remaining));
  must(again);
  EXPECT_EQ(json(*again), json(out.remaining));
  Refundable broken = out.remaining;
  broken.tenders[0].amount += 1;
  EXPECT_EQ(told(read_json<Refundable>(json(broken))).substr(0, 20), "store_value_conflict");
}

}  // namespace
}  // namespace sealcart
