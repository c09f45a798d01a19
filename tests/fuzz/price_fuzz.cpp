// Any bytes as a cart with its rules: refused, or priced with figures that add up. Catalogue and
// store are checked against each other on the way.
#include <cstdlib>

#include "sealcart/price_request.h"
#include "sealcart/store_check.h"
#include "sealcart/wire.h"
#include "support/json_mutator.h"

namespace {

using namespace sealcart;

// Said to libFuzzer: what is refused breeds little but what is refused for the same reason.
constexpr int kNotKept = -1;
constexpr std::size_t kRequestBytes =
    limits::kStoreJsonBytes + limits::kCatalogJsonBytes + limits::kJsonBytes;

void demand(bool holds) {
  if (!holds) std::abort();
}

void lines_add_up(const Snapshot& snapshot) {
  std::int64_t subtotal = 0;
  std::int64_t line_discount = 0;
  std::int64_t order_discount = 0;
  for (const SnapshotLine& line : snapshot.lines) {
    demand(line.subtotal == line.unit_price * line.quantity);
    demand(line.line_discount >= 0 && line.order_discount >= 0 && line.tax >= 0);
    demand(line.line_discount + line.order_discount <= line.subtotal);
    subtotal += line.subtotal;
    line_discount += line.line_discount;
    order_discount += line.order_discount;
  }
  demand(subtotal == snapshot.item_subtotal);
  demand(line_discount == snapshot.line_discount_total);
  demand(order_discount == snapshot.order_discount_total);
}

void taxes_add_up(const Snapshot& snapshot) {
  std::int64_t included = 0;
  std::int64_t additional = 0;
  for (const SnapshotTax& tax : snapshot.taxes) {
    demand(tax.tax >= 0 && tax.taxable >= 0);
    (tax.included ? included : additional) += tax.tax;
  }
  demand(included == snapshot.included_tax_total);
  demand(additional == snapshot.additional_tax_total);
}

void totals_add_up(const Snapshot& snapshot) {
  const std::int64_t items =
      snapshot.item_subtotal - snapshot.line_discount_total - snapshot.order_discount_total;
  demand(snapshot.shipping_total >= 0 && snapshot.fee_total >= 0 && items >= 0);
  demand(snapshot.grand_total ==
         items + snapshot.shipping_total + snapshot.fee_total + snapshot.additional_tax_total);
  demand(0 <= snapshot.grand_total && snapshot.grand_total <= limits::kAmount);
  demand(snapshot.tender_total >= 0 && snapshot.amount_due >= 0);
  demand(snapshot.amount_due + snapshot.tender_total == snapshot.grand_total);
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t max_size, unsigned seed) {
  return fuzz::mutate_json(data, size, max_size, seed);
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  auto request = read_json<PriceRequest>(text, kRequestBytes);
  if (!request) return kNotKept;
  if (request->store && request->catalog) catalog_findings(*request->store, *request->catalog);
  const Result<Snapshot> snapshot = Pricer().price(*std::move(request));
  if (!snapshot) return kNotKept;
  lines_add_up(*snapshot);
  taxes_add_up(*snapshot);
  totals_add_up(*snapshot);
  std::string written;
  write_json(written, *snapshot);
  demand(read_json<Snapshot>(written, limits::kStateJsonBytes).has_value());
  return 0;
}
