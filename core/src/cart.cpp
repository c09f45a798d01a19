#include "sealcart/cart.h"

#include <algorithm>

namespace sealcart {

std::int32_t quantity_of(const std::vector<Lot>& lots) {
  std::int32_t chosen = 0;
  std::int32_t added = 0;
  for (const Lot& lot : lots) {
    if (lot.kind == LotKind::set) {
      chosen = std::max(chosen, lot.remaining);
    } else {
      added += lot.remaining;
    }
  }
  return chosen + added;
}

Choices choices_of(const std::vector<Lot>& lots) {
  Choices found;
  for (const Lot& lot : lots) {
    if (lot.kind != LotKind::set) continue;
    found.least = found.least == 0 ? lot.remaining : std::min(found.least, lot.remaining);
    found.most = std::max(found.most, lot.remaining);
  }
  return found;
}

std::int64_t born_of(const std::vector<Lot>& lots) {
  std::int64_t first = limits::kCounter;
  for (const Lot& lot : lots) first = std::min(first, lot.born);
  return first;
}

const LineItem* Cart::find_line(const LineId& line) const {
  const auto found = std::ranges::find(lines, line, &LineItem::id);
  return found == lines.end() ? nullptr : &*found;
}

const CodeEntry* Cart::find_code(std::string_view code) const {
  const auto found = std::find_if(codes.begin(), codes.end(),
                                  [&](const CodeEntry& entry) { return entry.code == code; });
  return found == codes.end() ? nullptr : &*found;
}

std::int64_t Cart::seen(ReplicaId replica) const {
  for (const ReplicaClock& clock : clocks) {
    if (clock.replica == replica) return clock.n;
  }
  return 0;
}

}  // namespace sealcart
