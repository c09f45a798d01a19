// The join. Lots only shrink and clocks only rise, so it does not matter in which order operations
// arrive, as long as each comes after those it was based on.
#include <algorithm>
#include <span>

#include "invariants.h"
#include "op_shape.h"
#include "sealcart/op.h"

namespace sealcart {
namespace {

Status invalid(const char* path, const char* what) {
  return refuse(Error(ErrorCode::op_invalid, path).with("what", what));
}

// The lots an operation leaves of these, with room for its own.
std::vector<Lot> left_of(std::span<const Lot> lots, const std::vector<Shrink>& shrinks) {
  std::vector<Lot> left;
  left.reserve(lots.size() + 1);
  for (Lot lot : lots) {
    for (const Shrink& target : shrinks) {
      if (lot.replica == target.replica && lot.n == target.n) {
        lot.remaining = std::min(lot.remaining, target.remaining);
      }
    }
    if (lot.remaining != 0) left.push_back(lot);
  }
  return left;
}

// Lots that will be live after these shrinks.
std::size_t live_after(const std::vector<Lot>& lots, const std::vector<Shrink>& shrinks) {
  const auto emptied = [&](const Lot& lot) {
    return std::any_of(shrinks.begin(), shrinks.end(), [&](const Shrink& target) {
      return target.replica == lot.replica && target.n == lot.n && target.remaining == 0;
    });
  };
  return lots.size() - static_cast<std::size_t>(std::count_if(lots.begin(), lots.end(), emptied));
}

void insert_lot(std::vector<Lot>& lots, const Lot& lot) {
  const auto before = [](const Lot& a, const Lot& b) {
    return std::pair(a.replica, a.n) < std::pair(b.replica, b.n);
  };
  lots.insert(std::lower_bound(lots.begin(), lots.end(), lot, before), lot);
}

void place(std::vector<LineItem>& lines, LineItem line) {
  const auto before = [](const LineItem& a, const LineItem& b) {
    return std::pair(a.born(), a.id) < std::pair(b.born(), b.id);
  };
  lines.insert(std::upper_bound(lines.begin(), lines.end(), line, before), std::move(line));
}

Status broken() { return refuse(Error(ErrorCode::internal, "lots")); }

Status apply_line(Cart& cart, const Op& op) {
  const LineId id = line_id(op.sku, op.customizations);
  const LineItem* known = cart.find_line(id);
  std::span<const Lot> before;
  std::int64_t born_before = -1;
  if (known != nullptr) {
    // A hash collision: the line keeps what it is.
    if (known->sku != op.sku || known->customizations != op.customizations) return {};
    before = known->lots;
    born_before = known->born();
  }
  std::vector<Lot> after = left_of(before, op.shrinks);
  if (makes_lot(op.kind)) {
    const auto kind = op.kind == OpKind::add ? LotKind::add : LotKind::set;
    insert_lot(after, {op.replica, op.n, kind, op.units, op.born});
  }
  if (!only_shrinks(cart, op, before, after)) return broken();
  const auto at =
      known != nullptr ? cart.lines.begin() + (known - cart.lines.data()) : cart.lines.end();
  // The place changes only when the line comes, goes, or is found to be older: an edit keeps it.
  if (!after.empty() && born_of(after) == born_before) {
    at->lots = std::move(after);
    return {};
  }
  if (known != nullptr) cart.lines.erase(at);
  if (!after.empty()) place(cart.lines, {id, op.sku, std::move(after), op.customizations});
  return {};
}

Status apply_code(Cart& cart, const Op& op) {
  const auto at = std::lower_bound(
      cart.codes.begin(), cart.codes.end(), op.value,
      [](const CodeEntry& entry, const std::string& code) { return entry.code < code; });
  const bool known = at != cart.codes.end() && at->code == op.value;
  std::span<const Lot> before;
  if (known) before = at->lots;
  std::vector<Lot> after = left_of(before, op.shrinks);
  if (op.kind == OpKind::code_add) {
    insert_lot(after, {op.replica, op.n, LotKind::add, 1, op.lamport});
  }
  if (!only_shrinks(cart, op, before, after)) return broken();
  if (!known) {
    if (!after.empty()) cart.codes.insert(at, {op.value, std::move(after)});
  } else if (after.empty()) {
    cart.codes.erase(at);
  } else {
    at->lots = std::move(after);
  }
  return {};
}

void count(Cart& cart, const Op& op) {
  const auto at = std::lower_bound(
      cart.clocks.begin(), cart.clocks.end(), op.replica,
      [](const ReplicaClock& clock, ReplicaId replica) { return clock.replica < replica; });
  if (at != cart.clocks.end() && at->replica == op.replica) {
    at->n = op.n;
  } else {
    cart.clocks.insert(at, {op.replica, op.n});
  }
  cart.lamport = std::max(cart.lamport, op.lamport);
}

void write_registers(Cart& cart, const Op& op) {
  const Stamp stamp{op.lamport, op.replica};
  if (op.kind == OpKind::destination && stamp > cart.destination_stamp) {
    cart.destination = *op.destination;
    cart.destination_stamp = stamp;
  }
  if (op.kind == OpKind::shipping_method && stamp > cart.shipping_method_stamp) {
    cart.shipping_method = op.value;
    cart.shipping_method_stamp = stamp;
  }
}

}  // namespace

Status check_shape(const Op& op) {
  if (has_line(op.kind) == op.sku.empty()) return invalid("sku", "a line kind names its SKU");
  if (!has_line(op.kind) && !op.customizations.empty()) {
    return invalid("customizations", "only lines have texts");
  }
  if (Status fits = check_texts(op.customizations); !fits) return fits;
  if (makes_lot(op.kind)) {
    if (op.units < 1) {
      return refuse(
          Error(ErrorCode::quantity_too_small, "units").with("given", op.units).with("min", 1));
    }
    if (op.units > limits::kQuantity) {
      return refuse(Error(ErrorCode::quantity_too_large, "units")
                        .with("given", op.units)
                        .with("max", limits::kQuantity));
    }
    if (op.born < 1 || op.born > op.lamport)
      return invalid("born", "a lot is born by its lamport time");
  } else if (op.units != 0 || op.born != 0) {
    return invalid(op.units != 0 ? "units" : "born", "only add and set bring units");
  }
  if (!may_shrink(op.kind) && !op.shrinks.empty())
    return invalid("shrinks", "this kind empties no lot");
  const bool names_value = !has_line(op.kind) && op.kind != OpKind::destination;
  if (!names_value && !op.value.empty()) return invalid("value", "this kind has no value");
  if (is_code(op.kind) && op.value.empty()) return invalid("value", "the code is missing");
  if ((op.kind == OpKind::destination) != op.destination.has_value()) {
    return invalid("destination", "it belongs to the kind destination");
  }
  return {};
}

Status check_caps(const Cart& cart, const Op& op) {
  const auto full = [](ErrorCode code, std::size_t max) {
    return refuse(Error(code).with("max", static_cast<std::int64_t>(max)));
  };
  if (cart.seen(op.replica) == 0 && cart.clocks.size() >= limits::kReplicas) {
    return full(ErrorCode::replicas_too_many, limits::kReplicas);
  }
  if (makes_lot(op.kind)) {
    const LineItem* line = cart.find_line(line_id(op.sku, op.customizations));
    if (line == nullptr && cart.lines.size() >= limits::kLines) {
      return full(ErrorCode::cart_full, limits::kLines);
    }
    const auto others =
        line != nullptr ? 0 : std::ranges::count(cart.lines, op.sku, &LineItem::sku);
    if (others >= static_cast<std::ptrdiff_t>(limits::kLinesPerVariant)) {
      return full(ErrorCode::customizations_too_many, limits::kLinesPerVariant);
    }
    if (line != nullptr && live_after(line->lots, op.shrinks) >= limits::kLots) {
      return full(ErrorCode::lots_too_many, limits::kLots);
    }
  }
  if (op.kind == OpKind::code_add) {
    const CodeEntry* entry = cart.find_code(op.value);
    if (entry == nullptr && cart.codes.size() >= limits::kCodes) {
      return full(ErrorCode::codes_too_many, limits::kCodes);
    }
    if (entry != nullptr && entry->lots.size() >= limits::kLots) {
      return full(ErrorCode::lots_too_many, limits::kLots);
    }
  }
  return {};
}

Status check_op(const Cart& cart, const Op& op) {
  if (op.cart != cart.id) return refuse(Error(ErrorCode::cart_mismatch, "cart"));
  const std::int64_t seen = cart.seen(op.replica);
  if (op.n > seen + 1) {
    return refuse(Error(ErrorCode::op_gap, "n").with("n", op.n).with("last", seen));
  }
  return check_shape(op);
}

Status apply(Cart& cart, const Op& op) {
  if (Status joinable = check_op(cart, op); !joinable) return joinable;
  if (op.n <= cart.seen(op.replica)) return {};
  Status joined;
  if (has_line(op.kind)) {
    joined = apply_line(cart, op);
  } else if (is_code(op.kind)) {
    joined = apply_code(cart, op);
  } else {
    write_registers(cart, op);
  }
  if (joined) count(cart, op);
  return joined;
}

}  // namespace sealcart
