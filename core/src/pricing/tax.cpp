#include "../rate.h"
#include "stages.h"

namespace sealcart::pricing {
namespace {

std::int64_t tax_on(const TaxSlot& slot, std::int64_t taxable, TaxTotal& sum) {
  const std::int64_t tax =
      slot.included ? part_within(taxable, slot.rate_ppm) : percent_of(taxable, slot.rate_ppm);
  sum.taxable += taxable;
  sum.tax += tax;
  return tax;
}

}  // namespace

void tax(const PriceInput& input, Totals& out) {
  out.taxes.assign(input.taxes.size(), {});
  for (std::size_t i = 0; i < out.lines.size(); ++i) {
    const std::uint32_t slot = input.lines[i].tax_slot;
    LineTotal& line = out.lines[i];
    line.tax = tax_on(input.taxes[slot], line.taxable(), out.taxes[slot]);
  }
  out.shipping_tax = 0;
  if (out.shipping_choice != kNone) {
    const std::uint32_t slot =
        input.shipping[static_cast<std::size_t>(out.shipping_choice)].tax_slot;
    out.shipping_tax = tax_on(input.taxes[slot], out.shipping_total, out.taxes[slot]);
  }
  out.fee_taxes.resize(input.fees.size());
  for (std::size_t f = 0; f < input.fees.size(); ++f) {
    const std::uint32_t slot = input.fees[f].tax_slot;
    out.fee_taxes[f] = tax_on(input.taxes[slot], out.fee_amounts[f], out.taxes[slot]);
  }
  out.included_tax_total = 0;
  out.additional_tax_total = 0;
  for (std::size_t slot = 0; slot < input.taxes.size(); ++slot) {
    (input.taxes[slot].included ? out.included_tax_total : out.additional_tax_total) +=
        out.taxes[slot].tax;
  }
}

}  // namespace sealcart::pricing
