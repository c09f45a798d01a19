// The flat snapshot: the numbers of snapshot.h as doubles. Every one is an integer within
// ±(2^53-1).
#include "sealcart/session.h"

namespace sealcart {
namespace {

class Writer {
 public:
  explicit Writer(double* out) : out_(out) {}
  void put(std::int64_t value) { *out_++ = static_cast<double>(value); }

 private:
  double* out_;
};

bool is_told(const TaxPart& tax) { return tax.rate != kNone; }

}  // namespace

void Session::write_flat_head(double* out) const {
  const Totals& totals = priced_.totals;
  Writer writer(out);
  writer.put(revision_);
  writer.put(structure_);
  writer.put(static_cast<std::int64_t>(totals.lines.size()));
  writer.put(totals.unit_count);
  writer.put(priced_.input.estimate ? 1 : 0);
  writer.put(totals.item_subtotal);
  writer.put(totals.line_discount_total);
  writer.put(totals.order_discount_total);
  writer.put(totals.line_discount_total + totals.order_discount_total);
  writer.put(totals.shipping_total);
  writer.put(totals.fee_total);
  writer.put(totals.included_tax_total);
  writer.put(totals.additional_tax_total);
  writer.put(totals.grand_total);
  writer.put(totals.shipping_discount_total);
  writer.put(totals.tender_total);
  writer.put(totals.amount_due);
  writer.put(static_cast<std::int64_t>(log_.pending().size()));
  writer.put(log_.head());
}

std::size_t Session::flat_size() const {
  std::size_t taxes = 0;
  for (const TaxPart& tax : priced_.input.rates) taxes += is_told(tax) ? 1 : 0;
  const std::size_t methods = priced_.input.ships ? priced_.input.shipping.size() : 0;
  return priced_.totals.lines.size() * kFlatLine.size() + taxes * kFlatTax.size() +
         methods * kFlatMethod.size() + priced_.input.goals.size() * kFlatGap.size();
}

void Session::write_flat(double* out) const {
  const PriceInput& input = priced_.input;
  const Totals& totals = priced_.totals;
  Writer writer(out);
  for (std::size_t i = 0; i < totals.lines.size(); ++i) {
    const LineTotal& line = totals.lines[i];
    writer.put(input.lines[i].quantity);
    writer.put(unit_price_of(input, totals, i));
    writer.put(line.subtotal);
    writer.put(line.line_discount);
    writer.put(line.order_discount);
    writer.put(line.tax);
    writer.put(total_of(line, input.slots[input.lines[i].tax_slot]));
  }
  for (std::size_t r = 0; r < input.rates.size(); ++r) {
    if (!is_told(input.rates[r])) continue;
    writer.put(totals.taxes[r].taxable);
    writer.put(totals.taxes[r].tax);
  }
  const std::size_t methods = input.ships ? input.shipping.size() : 0;
  for (std::size_t m = 0; m < methods; ++m) {
    writer.put(totals.is_open(m) ? cost_of(input, input.shipping[m], totals) : 0);
    writer.put(totals.shipping_choice == static_cast<std::int32_t>(m) ? 1 : 0);
  }
  for (const GoalGap& gap : totals.gaps) {
    writer.put(gap.amount);
    writer.put(gap.units);
  }
}

}  // namespace sealcart
