// An operation the module does not make itself but every joiner takes: fewer units of a line.
#pragma once

#include <algorithm>

#include "sealcart/op.h"

namespace sealcart {

// Takes `units` out of the newest adds it sees, then out of the chosen quantities. units <
// quantity.
inline Op make_decrease(const Cart& cart, const Author& author, const LineItem& line,
                        std::int32_t units) {
  Op op = make_remove(cart, author, line, OpKind::decrease);
  op.shrinks.clear();
  std::int32_t chosen = 0;
  for (const Lot& lot : line.lots) {
    if (lot.kind == LotKind::set) chosen = std::max(chosen, lot.remaining);
  }
  for (auto lot = line.lots.rbegin(); lot != line.lots.rend() && units > 0; ++lot) {
    if (lot->kind == LotKind::set) continue;
    const std::int32_t taken = std::min(units, lot->remaining);
    op.shrinks.push_back({lot->replica, lot->n, lot->remaining - taken});
    units -= taken;
  }
  if (units == 0) return op;
  for (const Lot& lot : line.lots) {
    const bool above = lot.kind == LotKind::set && lot.remaining > chosen - units;
    if (above) op.shrinks.push_back({lot.replica, lot.n, chosen - units});
  }
  return op;
}

}  // namespace sealcart
