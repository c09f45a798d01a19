#include "services/moves.h"

namespace sealcart::server {
namespace {

Error too_large(std::int64_t max) {
  return Error(ErrorCode::quantity_too_large, "units").with("max", max);
}

// Units of the line to move: as many as the page asked for, when the line is as it sees it.
Result<std::int32_t> units_of(const LineItem& line, const MoveRequest& request) {
  const std::int32_t quantity = quantity_of(line.lots);
  if (quantity != request.quantity) return refuse(Error(ErrorCode::cart_changed, "quantity"));
  const std::int32_t units = request.units.value_or(quantity);
  if (units > quantity) return refuse(too_large(quantity));
  return units;
}

Status check_carts(const CartState& from, const CartState& to) {
  if (from.record.id == to.record.id || from.record.store != to.record.store) {
    return refuse(Error(ErrorCode::value_not_allowed, "to")
                      .with("allowed", "other carts of " + from.record.store));
  }
  if (from.record.currency != to.record.currency) {
    return refuse(Error(ErrorCode::currency_mismatch, "to")
                      .with("given", to.record.currency)
                      .with("expected", from.record.currency));
  }
  return {};
}

Status check_room(const Cart& cart, const LineItem& line, std::int32_t units, const Op& op) {
  if (Status room = check_caps(cart, op); !room) return room;
  const LineItem* there = cart.find_line(line.id);
  const std::int64_t held = there == nullptr ? 0 : quantity_of(there->lots);
  if (held + units > limits::kQuantity) return refuse(too_large(limits::kQuantity - held));
  return {};
}

Status check_sum(Work& work, const CartState& to, const Op& put) {
  const Result<Shop*> shop = shop_of(work, to);
  if (!shop) return refuse(shop.error());
  Cart after = to.cart;
  if (Status applied = apply(after, put); !applied) return applied;
  if (auto overflow = overflow_of(work, after, **shop)) return refuse(*std::move(overflow));
  return {};
}

}  // namespace

Result<MoveAnswer> move_line(Work& work, const CartState& from, const CartState& to,
                             const MoveRequest& request) {
  if (Status fits = check_carts(from, to); !fits) return refuse(fits.error());
  const LineItem* line = from.cart.find_line(request.line);
  if (line == nullptr) return refuse(Error(ErrorCode::line_unknown, "line"));
  const Result<std::int32_t> units = units_of(*line, request);
  if (!units) return refuse(units.error());
  ServerPen into(work, to);
  const Op put = make_add(into.cart(), into.author(), line->sku, *units, line->customizations);
  if (Status room = check_room(to.cart, *line, *units, put); !room) return refuse(room.error());
  if (Status fits = check_sum(work, to, put); !fits) return refuse(fits.error());
  ServerPen out(work, from);
  const std::int32_t left = request.quantity - *units;
  const Op take = left == 0 ? make_remove(out.cart(), out.author(), *line)
                            : make_set(out.cart(), out.author(), *line, left);
  for (auto* pen : {&into, &out}) {
    if (Status written = pen->write(pen == &into ? put : take); !written) {
      return refuse(written.error());
    }
    pen->close();
  }
  return MoveAnswer{from.record.head + 1, to.record.head + 1};
}

}  // namespace sealcart::server
