#include "sealcart/cart.h"

#include <algorithm>
#include <array>
#include <bit>

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

std::int64_t LineItem::born() const {
  std::int64_t first = limits::kCounter;
  for (const Lot& lot : lots) first = std::min(first, lot.born);
  return first;
}

const LineItem* Cart::find_line(const LineId& line) const {
  // By words: of a page's work on a cart with many lines this is a good part.
  using Words = std::array<std::uint64_t, 2>;
  const auto wanted = std::bit_cast<Words>(line.bytes);
  for (const LineItem& item : lines) {
    const auto words = std::bit_cast<Words>(item.id.bytes);
    if (words[0] == wanted[0] && words[1] == wanted[1]) return &item;
  }
  return nullptr;
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
