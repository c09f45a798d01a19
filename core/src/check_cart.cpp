#include <string>
#include <string_view>
#include <utility>

#include "path.h"
#include "sealcart/cart.h"

namespace sealcart {
namespace {

Status contradicts(const std::string& path) { return refuse(Error(ErrorCode::cart_invalid, path)); }

// Each entry comes after the one before it.
template <class T, class Key>
Status check_order(std::string_view list, const std::vector<T>& entries, Key key) {
  for (std::size_t i = 1; i < entries.size(); ++i) {
    if (!(key(entries[i - 1]) < key(entries[i]))) return contradicts(at(list, i));
  }
  return {};
}

Status check_lots(const Cart& cart, const std::vector<Lot>& lots) {
  for (std::size_t i = 0; i < lots.size(); ++i) {
    const Lot& lot = lots[i];
    const bool born = lot.born >= 1 && lot.born <= cart.lamport;
    if (lot.remaining < 1 || lot.n > cart.seen(lot.replica) || !born) {
      return contradicts(at("lots", i));
    }
  }
  if (lots.empty()) return contradicts("lots");
  return check_order("lots", lots, [](const Lot& lot) { return std::pair(lot.replica, lot.n); });
}

}  // namespace

Status check_cart(const Cart& cart) {
  Status status = check_order("clocks", cart.clocks, [](const auto& c) { return c.replica; });
  for (std::size_t i = 0; i < cart.lines.size() && status; ++i) {
    const LineItem& line = cart.lines[i];
    const bool once = cart.find_line(line.id) == &line;
    if (!check_texts(line.customizations)) return contradicts(at("lines", i) + ".customizations");
    const bool named = line.id == line_id(line.sku, line.customizations);
    if (!once || !named) return contradicts(at("lines", i) + ".id");
    status = check_lots(cart, line.lots);
    if (!status) return refuse(std::move(status.error()).inside(at("lines", i)));
  }
  for (std::size_t i = 0; i < cart.codes.size() && status; ++i) {
    status = check_lots(cart, cart.codes[i].lots);
    if (!status) return refuse(std::move(status.error()).inside(at("codes", i)));
  }
  if (status) {
    status = check_order("lines", cart.lines,
                         [](const LineItem& line) { return std::pair(line.born(), line.id); });
  }
  if (status) {
    status = check_order("codes", cart.codes,
                         [](const CodeEntry& entry) { return std::string_view(entry.code); });
  }
  return status;
}

}  // namespace sealcart
