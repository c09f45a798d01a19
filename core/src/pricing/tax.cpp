#include "stages.h"
#include "tax_parts.h"

namespace sealcart::pricing {
namespace {

class TaxStage {
 public:
  TaxStage(const PriceInput& input, PriceScratch& scratch, Totals& out, Trace* trace)
      : input_(input),
        scratch_(scratch),
        out_(out),
        trace_(trace),
        scope_(input.rounding.tax_scope),
        plain_(input.rounding.tax == Rounding::half_up) {}

  void run() {
    out_.taxes.assign(input_.rates.size(), {});
    out_.fee_taxes.resize(input_.fees.size());
    out_.shipping_tax = 0;
    if (scope_ == RoundingScope::order) {
      for (const TaxSlot& slot : input_.slots) tax_order(slot);
    } else {
      tax_each();
    }
    add_up_taxes(input_, out_);
  }

 private:
  // `count` amounts of `taxable` each.
  std::int64_t take(const TaxSlot& slot, std::int64_t taxable, std::int64_t count) {
    TaxTotal* sums = &out_.taxes[slot.first];
    if (plain_ && slot.parts == 1) {
      const std::int64_t tax = only_part(slot, taxable) * count;
      sums[0].taxable += taxable * count;
      sums[0].tax += tax;
      taken_[0] += tax;
      return tax;
    }
    TaxParts parts{};
    const std::int64_t tax = parts_of(input_, slot, taxable, parts);
    for (std::size_t i = 0; i < slot.parts; ++i) {
      sums[i].taxable += taxable * count;
      sums[i].tax += parts[i] * count;
      taken_[i] += parts[i] * count;
    }
    return tax * count;
  }

  // Each unit by itself; units of a line differ by one minor unit at most.
  std::int64_t take_units(const TaxSlot& slot, std::int64_t taxable, std::int64_t units) {
    if (units == 0) return 0;
    const std::int64_t each = taxable / units;
    const std::int64_t dearer = taxable % units;
    return take(slot, each, units - dearer) + take(slot, each + 1, dearer);
  }

  // Tells the taxes taken of one amount, rate by rate.
  void tell(const TaxSlot& slot, std::int32_t line, std::int64_t base) {
    if (trace_ == nullptr) return;
    const auto kind = slot.included ? AdjustmentKind::included_tax : AdjustmentKind::additional_tax;
    for (std::size_t i = 0; i < slot.parts; ++i) {
      const std::int32_t rate = input_.rates[slot.first + i].rate;
      if (rate != kNone) trace_->push_back({kind, rate, line, base, taken_[i]});
    }
    taken_ = {};
  }

  // Lines as a whole, nobody to tell: the loop of every edit.
  void tax_lines() {
    TaxTotal* const sums = out_.taxes.data();
    for (std::size_t i = 0; i < out_.lines.size(); ++i) {
      const TaxSlot& slot = input_.slots[input_.lines[i].tax_slot];
      LineTotal& line = out_.lines[i];
      const std::int64_t taxable = line.taxable();
      line.tax = slot.parts == 1 ? take_only_part(slot, taxable, sums) : take(slot, taxable, 1);
    }
  }

  void tax_and_tell_lines() {
    const bool by_unit = scope_ == RoundingScope::unit;
    for (std::size_t i = 0; i < out_.lines.size(); ++i) {
      const LinePrice& price = input_.lines[i];
      const TaxSlot& slot = input_.slots[price.tax_slot];
      LineTotal& line = out_.lines[i];
      line.tax = by_unit ? take_units(slot, line.taxable(), price.quantity)
                         : take(slot, line.taxable(), 1);
      tell(slot, static_cast<std::int32_t>(i), line.taxable());
    }
  }

  void tax_each() {
    if (plain_ && scope_ == RoundingScope::line && trace_ == nullptr) {
      tax_lines();
    } else {
      tax_and_tell_lines();
    }
    if (out_.shipping_choice != kNone) {
      out_.shipping_tax = take(shipping_slot(), out_.shipping_total, 1);
      if (out_.shipping_total != 0) tell(shipping_slot(), kNone, out_.shipping_total);
    }
    for (std::size_t f = 0; f < input_.fees.size(); ++f) {
      const TaxSlot& slot = input_.slots[input_.fees[f].tax_slot];
      out_.fee_taxes[f] = take(slot, out_.fee_amounts[f], 1);
      if (out_.fee_amounts[f] != 0) tell(slot, kNone, out_.fee_amounts[f]);
    }
  }

  const TaxSlot& shipping_slot() const {
    return input_.slots[input_.shipping[static_cast<std::size_t>(out_.shipping_choice)].tax_slot];
  }

  // One rounding for all that a slot taxes; lines, shipping and fees share the result. Weights in
  // that order; what the slot does not tax weighs nothing.
  void tax_order(const TaxSlot& slot) {
    const std::size_t lines = out_.lines.size();
    const auto is_mine = [&](std::uint32_t s) { return &input_.slots[s] == &slot; };
    auto& weights = scratch_.weights;
    weights.assign(lines + 1 + input_.fees.size(), 0);
    std::int64_t taxable = 0;
    const auto weigh = [&](std::size_t at, std::int64_t amount) {
      weights[at] = amount;
      taxable += amount;
    };
    for (std::size_t i = 0; i < lines; ++i) {
      if (is_mine(input_.lines[i].tax_slot)) weigh(i, out_.lines[i].taxable());
    }
    const bool ships = out_.shipping_choice != kNone && &shipping_slot() == &slot;
    if (ships) weigh(lines, out_.shipping_total);
    for (std::size_t f = 0; f < input_.fees.size(); ++f) {
      if (is_mine(input_.fees[f].tax_slot)) weigh(lines + 1 + f, out_.fee_amounts[f]);
    }
    scratch_.shares.resize(weights.size());
    scratch_.ranks = input_.rank;
    for (std::size_t at = lines; at < weights.size(); ++at) {
      scratch_.ranks.push_back(static_cast<std::uint32_t>(at));
    }
    allocate(take(slot, taxable, 1), weights, scratch_.ranks, scratch_.shares, scratch_.allocation,
             input_.rounding.ties);
    for (std::size_t i = 0; i < lines; ++i) {
      if (is_mine(input_.lines[i].tax_slot)) out_.lines[i].tax = scratch_.shares[i];
    }
    if (ships) out_.shipping_tax = scratch_.shares[lines];
    for (std::size_t f = 0; f < input_.fees.size(); ++f) {
      if (is_mine(input_.fees[f].tax_slot)) out_.fee_taxes[f] = scratch_.shares[lines + 1 + f];
    }
    tell_shares(slot, taxable);
  }

  // One rate is told line by line; several, which were split for the order as a whole, as such.
  void tell_shares(const TaxSlot& slot, std::int64_t taxable) {
    if (trace_ == nullptr || taxable == 0) return;
    if (slot.parts > 1) return tell(slot, kNone, taxable);
    const std::size_t lines = out_.lines.size();
    for (std::size_t at = 0; at < scratch_.weights.size(); ++at) {
      if (scratch_.weights[at] == 0) continue;
      taken_[0] = scratch_.shares[at];
      tell(slot, at < lines ? static_cast<std::int32_t>(at) : kNone, scratch_.weights[at]);
    }
  }

  const PriceInput& input_;
  PriceScratch& scratch_;
  Totals& out_;
  Trace* trace_;
  TaxParts taken_{};  // by rate, since the last entry of the trace
  const RoundingScope scope_;
  const bool plain_;
};

}  // namespace

void add_up_taxes(const PriceInput& input, Totals& out) {
  std::int64_t included = 0;
  std::int64_t additional = 0;
  for (const TaxSlot& slot : input.slots) {
    std::int64_t tax = 0;
    for (std::size_t i = 0; i < slot.parts; ++i) tax += out.taxes[slot.first + i].tax;
    (slot.included ? included : additional) += tax;
  }
  out.included_tax_total = included;
  out.additional_tax_total = additional;
}

void tax(const PriceInput& input, PriceScratch& scratch, Totals& out, Trace* trace) {
  TaxStage(input, scratch, out, trace).run();
}

}  // namespace sealcart::pricing
