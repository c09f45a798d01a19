#include "support/invariants.h"

#include <algorithm>
#include <map>

#include "support/told.h"

namespace sealcart {
namespace {

std::size_t place(std::int32_t i) { return static_cast<std::size_t>(i); }

bool same_figures(const Totals& a, const Totals& b) {
  const auto flat = [](const Totals& t) {
    std::vector<std::int64_t> all{
        t.item_subtotal, t.line_discount_total, t.order_discount_total, t.shipping_total,
        t.fee_total,     t.included_tax_total,  t.additional_tax_total, t.grand_total,
        t.tender_total,  t.shipping_choice};
    for (const LineTotal& l : t.lines) {
      all.insert(all.end(), {l.subtotal, l.line_discount, l.order_discount, l.tax});
    }
    for (const TaxTotal& tax : t.taxes) all.insert(all.end(), {tax.taxable, tax.tax});
    for (const GoalGap& gap : t.gaps) all.insert(all.end(), {gap.amount, gap.units});
    all.insert(all.end(), t.fee_amounts.begin(), t.fee_amounts.end());
    return all;
  };
  return flat(a) == flat(b);
}

class Invariants {
 public:
  Invariants(const PricingCase& test, const PriceContext& context, Random& random)
      : test_(test),
        context_(context),
        random_(random),
        store_(test.store()),
        catalog_(test.catalog()),
        priced_(price_cart(test.cart, store_, catalog_, context)),
        in_(priced_.input),
        t_(priced_.totals) {}

  std::string run() {
    if (priced_.error) return {};
    for (auto check :
         {&Invariants::total, &Invariants::taxes, &Invariants::lines, &Invariants::explanation,
          &Invariants::again, &Invariants::more_units, &Invariants::order_of_lines,
          &Invariants::best_deal, &Invariants::all_for_nothing}) {
      if (std::string broken = (this->*check)(); !broken.empty()) return broken;
    }
    return {};
  }

 private:
  static std::string differ(const char* what, std::int64_t a, std::int64_t b) {
    if (a == b) return {};
    return std::string(what) + ": " + std::to_string(a) + " and " + std::to_string(b);
  }

  // I1: what is paid is the sum of its parts.
  std::string total() {
    std::int64_t sum = t_.shipping_total + t_.fee_total + t_.additional_tax_total;
    for (const LineTotal& line : t_.lines) sum += line.taxable();
    if (t_.grand_total < 0 || t_.amount_due < 0) return "a total below 0";
    if (std::string s = differ("I1 total", sum, t_.grand_total); !s.empty()) return s;
    return differ("I1 due", t_.grand_total - t_.tender_total, t_.amount_due);
  }

  // I2: the summary by rate is the tax of lines, shipping and fees.
  std::string taxes() {
    std::int64_t rows = 0;
    for (const TaxTotal& tax : t_.taxes) rows += tax.tax;
    std::int64_t parts = t_.shipping_tax;
    for (const LineTotal& line : t_.lines) parts += line.tax;
    for (const std::int64_t tax : t_.fee_taxes) parts += tax;
    if (std::string s = differ("I2 rows", rows, parts); !s.empty()) return s;
    return differ("I2 totals", rows, t_.included_tax_total + t_.additional_tax_total);
  }

  // I3, I4, I11: shares add up, no line below its floor or 0, net + tax = gross.
  std::string lines() {
    std::int64_t line_discounts = 0;
    std::int64_t order_discounts = 0;
    for (std::size_t i = 0; i < t_.lines.size(); ++i) {
      const LineTotal& line = t_.lines[i];
      const std::int64_t floor =
          in_.floors.empty() ? 0 : in_.floors[i] * std::int64_t{in_.lines[i].quantity};
      if (line.taxable() < std::min(line.subtotal, floor)) return "I4 a line below its floor";
      if (line.line_discount < 0 || line.order_discount < 0 || line.tax < 0) return "I4 below 0";
      const bool included = in_.slots[in_.lines[i].tax_slot].included;
      if (included && line.tax > line.taxable()) return "I11 more tax than price";
      line_discounts += line.line_discount;
      order_discounts += line.order_discount;
    }
    if (std::string s = differ("I3 lines", line_discounts, t_.line_discount_total); !s.empty()) {
      return s;
    }
    return differ("I3 order", order_discounts, t_.order_discount_total);
  }

  // Every displayed amount is the sum of its adjustments.
  std::string explanation() {
    std::map<AdjustmentKind, std::int64_t> sums;
    std::map<std::int32_t, std::int64_t> by_rate;
    std::vector<LineTotal> of_lines(t_.lines.size());
    for (const TraceEntry& entry : trace_of(priced_)) {
      sums[entry.kind] += entry.amount;
      const bool tax = entry.kind == AdjustmentKind::included_tax ||
                       entry.kind == AdjustmentKind::additional_tax;
      if (tax) by_rate[entry.rule] += entry.amount;
      if (entry.line == kNone) continue;
      LineTotal& line = of_lines[place(entry.line)];
      if (entry.kind == AdjustmentKind::line_discount) line.line_discount -= entry.amount;
      if (entry.kind == AdjustmentKind::order_discount) line.order_discount -= entry.amount;
      if (tax) line.tax += entry.amount;
    }
    for (std::size_t i = 0; i < of_lines.size(); ++i) {
      if (of_lines[i].line_discount != t_.lines[i].line_discount) return "explained line discount";
      if (of_lines[i].order_discount != t_.lines[i].order_discount) return "explained share";
      const TaxSlot& slot = in_.slots[in_.lines[i].tax_slot];
      const bool told = in_.rates[slot.first].rate != kNone &&
                        (slot.parts == 1 || in_.rounding.tax_scope != RoundingScope::order);
      if (told && of_lines[i].tax != t_.lines[i].tax) return "explained tax of a line";
    }
    for (std::size_t r = 1; r < in_.rates.size(); ++r) {
      if (by_rate[in_.rates[r].rate] != t_.taxes[r].tax) return "explained tax of a rate";
    }
    const std::int64_t shipping =
        sums[AdjustmentKind::shipping] + sums[AdjustmentKind::shipping_discount];
    if (std::string s = differ("explained shipping", shipping, t_.shipping_total); !s.empty()) {
      return s;
    }
    const std::int64_t due = t_.item_subtotal + sums[AdjustmentKind::line_discount] +
                             sums[AdjustmentKind::order_discount] + shipping +
                             sums[AdjustmentKind::fee] + sums[AdjustmentKind::additional_tax] +
                             sums[AdjustmentKind::tender];
    return differ("explained amount due", due, t_.amount_due);
  }

  // I13: a quantity that leaves and returns, in memory used before, leaves nothing behind; and the
  // hot path on columns equals a fresh look at the rules.
  std::string again() {
    if (in_.lines.empty()) return {};
    PriceInput columns = in_;
    PriceScratch scratch;
    Totals totals;
    const std::size_t i = random_.below(columns.lines.size());
    const std::int32_t before = columns.lines[i].quantity;
    columns.lines[i].quantity = static_cast<std::int32_t>(1 + random_.below(40));
    if (price(columns, scratch, totals)) {
      PricingCase other = test_;
      other.cart.lines[i].lots.resize(1);
      other.cart.lines[i].lots[0].remaining = columns.lines[i].quantity;
      const Priced fresh = price_cart(other.cart, store_, catalog_, context_);
      if (!fresh.error && !same_figures(fresh.totals, totals)) return "hot path differs from fresh";
    }
    columns.lines[i].quantity = before;
    if (!price(columns, scratch, totals)) return "I13 refused the second time";
    return same_figures(totals, t_) ? "" : "I13 not the same again";
  }

  // I12: one unit more never lowers the subtotal, where it does not lower the unit price.
  std::string more_units() {
    if (in_.lines.empty() || !in_.volume_of.empty()) return {};
    PriceInput columns = in_;
    PriceScratch scratch;
    Totals totals;
    ++columns.lines[random_.below(columns.lines.size())].quantity;
    if (!price(columns, scratch, totals)) return {};
    return totals.item_subtotal < t_.item_subtotal ? "I12 more units cost less" : "";
  }

  // I6: the order of the lines does not matter where ties go by weight and line id.
  std::string order_of_lines() {
    const RoundingProfile& rounding = in_.rounding;
    const bool any_order =
        rounding.ties == Ties::weight && rounding.allocation == AllocationPolicy::largest_remainder;
    if (!any_order || test_.cart.lines.size() < 2) return {};
    Cart turned = test_.cart;
    std::ranges::reverse(turned.lines);
    const Priced other = price_cart(turned, store_, catalog_, context_);
    if (other.totals.grand_total != t_.grand_total) return "I6 total depends on the order of lines";
    const std::size_t count = t_.lines.size();
    for (std::size_t i = 0; i < count; ++i) {
      const LineTotal& a = t_.lines[i];
      const LineTotal& b = other.totals.lines[count - 1 - i];
      if (a.line_discount != b.line_discount || a.order_discount != b.order_discount ||
          a.tax != b.tax) {
        return "I6 a line depends on the order of lines";
      }
    }
    return {};
  }

  // No other set of the promotions that exclude each other costs less: some are struck out of the
  // document until no two are left that do.
  std::string best_deal() {
    if (in_.conflicts.empty() || in_.choice != DealChoice::best_deal || !t_.deal_proven) return {};
    PricingCase other = test_;
    std::vector<std::int32_t> gone;
    for (const Conflict& conflict : in_.conflicts) {
      const std::int32_t a = in_.rules[conflict.a].promotion;
      const std::int32_t b = in_.rules[conflict.b].promotion;
      const bool settled = std::ranges::count(gone, a) + std::ranges::count(gone, b) > 0;
      if (!settled) gone.push_back(random_.one_in(2) ? a : b);
    }
    std::ranges::sort(gone, std::greater<>());
    for (const std::int32_t p : gone) {
      other.document.promotions.erase(other.document.promotions.begin() + p);
    }
    const Store store = other.store();
    const Priced priced = price_cart(other.cart, store, catalog_, context_);
    if (!priced.input.conflicts.empty() || priced.error) return {};
    if (priced.input.lines.size() != in_.lines.size()) return {};
    return priced.totals.grand_total < t_.grand_total ? "another deal costs less" : "";
  }

  // I9: everything off is exactly 0; Saleor's way of splitting may leave some (allocation.h).
  std::string all_for_nothing() {
    const bool leaves = in_.rounding.allocation == AllocationPolicy::saleor;
    if (!in_.floors.empty() || leaves) return {};
    PricingCase other = test_;
    Promotion gift = percent_off("all", PromotionTarget::order, limits::kDiscountPpm);
    gift.lane = PromotionLane::post;
    gift.combines_with = PromotionCombines{true, true, true};
    other.document.promotions = {gift};
    other.document.shipping_methods.clear();
    other.document.fees.clear();
    other.cart.shipping_method.clear();
    const Priced priced = price_cart(other.cart, other.store(), catalog_, context_);
    if (priced.error) return {};
    return differ("I9 all off", priced.totals.grand_total, 0);
  }

  const PricingCase& test_;
  const PriceContext& context_;
  Random& random_;
  const Store store_;
  const Catalog catalog_;
  const Priced priced_;
  const PriceInput& in_;
  const Totals& t_;
};

}  // namespace

std::string broken_invariant(const PricingCase& test, const PriceContext& context, Random& random) {
  return Invariants(test, context, random).run();
}

}  // namespace sealcart
