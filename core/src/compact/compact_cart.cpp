// A cart's whole state. What follows from the rest, such as ids of lines, is not written.
#include <algorithm>

#include "compact_parts.h"
#include "sealcart/compact.h"

namespace sealcart {
namespace compact {
namespace {

constexpr std::int64_t kCartForm = 2;

// Calls `one` with each element; the count comes before them.
template <class Form, class List, class One>
void each(Form& form, List& list, std::size_t least, std::size_t most, One one) {
  auto count = static_cast<std::int64_t>(list.size());
  form.number(count, static_cast<std::int64_t>(least), static_cast<std::int64_t>(most));
  if (form.failed()) return;
  if constexpr (Form::kReads) list.resize(static_cast<std::size_t>(count));
  for (auto& element : list) {
    if (form.failed()) return;
    one(element);
  }
}

// The place of a replica among the clocks, or `nobody` for 0.
template <class Form, class Who>
void clock_of(Form& form, Who& replica, const std::vector<ReplicaClock>& clocks, bool nobody) {
  const auto at = std::ranges::find(clocks, replica, &ReplicaClock::replica);
  const std::int64_t first = nobody ? 1 : 0;
  const auto places = static_cast<std::int64_t>(clocks.size());
  std::int64_t place = nobody && replica == 0 ? 0 : first + (at - clocks.begin());
  form.number(place, 0, first + places - 1);
  if constexpr (Form::kReads) {
    const bool named = place >= first && !form.failed();
    replica = named ? clocks[static_cast<std::size_t>(place - first)].replica : 0;
  }
}

// `born` is that of the lot before, in whichever line, and becomes this one's.
template <class Form, class One>
void lot(Form& form, One& lot, const std::vector<ReplicaClock>& clocks, std::int64_t& born) {
  clock_of(form, lot.replica, clocks, false);
  form.number(lot.n, 1, limits::kCounter);
  std::int64_t units = std::int64_t{lot.remaining} << 1 | (lot.kind == LotKind::set ? 1 : 0);
  form.number(units, 1 << 1, limits::kQuantity << 1 | 1);
  if constexpr (Form::kReads) {
    lot.remaining = static_cast<std::int32_t>(units >> 1);
    lot.kind = (units & 1) != 0 ? LotKind::set : LotKind::add;
  }
  form.near(lot.born, born, 1, limits::kCounter);
  born = lot.born;
}

template <class Form, class One>
void stamp(Form& form, One& stamp, const std::vector<ReplicaClock>& clocks) {
  clock_of(form, stamp.replica, clocks, true);
  form.number(stamp.lamport, 0, limits::kCounter);
}

template <class Form, class State>
void whole_cart(Form& form, State& cart) {
  std::int64_t layout = kCartForm;
  form.number(layout, kCartForm, kCartForm);
  form.bytes16(cart.id.bytes);
  form.number(cart.lamport, 0, limits::kCounter);
  each(form, cart.clocks, 0, limits::kReplicas, [&](auto& clock) {
    form.replica(clock.replica);
    form.number(clock.n, 0, limits::kCounter);
  });
  destination(form, cart.destination);
  stamp(form, cart.destination_stamp, cart.clocks);
  form.text(cart.shipping_method, 0, limits::kIdBytes);
  stamp(form, cart.shipping_method_stamp, cart.clocks);
  std::int64_t born = 0;
  const auto one_lot = [&](auto& element) { lot(form, element, cart.clocks, born); };
  each(form, cart.lines, 0, limits::kLines, [&](auto& line) {
    form.text(line.sku, 1, limits::kSkuBytes);
    texts(form, line.customizations, 0);
    each(form, line.lots, 1, limits::kLots, one_lot);
    if constexpr (Form::kReads) line.id = line_id(line.sku, line.customizations);
  });
  each(form, cart.codes, 0, limits::kCodes, [&](auto& entry) {
    form.text(entry.code, 1, limits::kCodeBytes);
    each(form, entry.lots, 1, limits::kLots, one_lot);
  });
}

}  // namespace
}  // namespace compact

Result<std::string> to_compact(const Cart& cart) {
  compact::Writer form;
  compact::whole_cart(form, cart);
  return compact::written(std::move(form), limits::kCompactBytes);
}

Result<Cart> read_compact_cart(std::string_view bytes) {
  if (bytes.size() > limits::kCompactBytes) return refuse(compact::invalid("too many bytes"));
  compact::Reader form(bytes);
  Cart cart;
  compact::whole_cart(form, cart);
  if (!form.failed() && !form.at_end()) form.fail("bytes after the end");
  if (form.failed()) return refuse(compact::invalid(form.what()));
  if (Status sound = check_cart(cart); !sound) return refuse(compact::invalid("a bad cart"));
  return cart;
}

}  // namespace sealcart
