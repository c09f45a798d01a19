// Operations as their maker sees the cart: every lot an operation means to empty is named in it, so
// that a lot its maker had not seen survives.
#include <utility>

#include "sealcart/op.h"

namespace sealcart {
namespace {

Op next_op(const Cart& cart, const Author& author, OpKind kind) {
  Op op;
  op.cart = cart.id;
  op.replica = author.replica;
  op.n = cart.seen(author.replica) + 1;
  op.lamport = cart.lamport + 1;
  op.base = author.base;
  op.kind = kind;
  return op;
}

void empty_all(Op& op, const std::vector<Lot>& lots) {
  op.shrinks.reserve(lots.size());
  for (const Lot& lot : lots) op.shrinks.push_back({lot.replica, lot.n, 0});
}

}  // namespace

Op make_add(const Cart& cart, const Author& author, std::string_view sku, std::int32_t units,
            Customizations texts) {
  const LineItem* line = cart.find_line(line_id(sku, texts));
  // A line with all its lots in use takes the sum as one chosen quantity instead.
  if (line != nullptr && line->lots.size() >= limits::kLots) {
    return make_set(cart, author, *line, quantity_of(line->lots) + units);
  }
  Op op = next_op(cart, author, OpKind::add);
  op.sku = sku;
  op.units = units;
  op.born = line == nullptr ? op.lamport : line->born();
  op.customizations = std::move(texts);
  return op;
}

Op make_set(const Cart& cart, const Author& author, const LineItem& line, std::int32_t units) {
  Op op = next_op(cart, author, OpKind::set);
  op.sku = line.sku;
  op.customizations = line.customizations;
  op.units = units;
  op.born = line.born();
  empty_all(op, line.lots);
  return op;
}

Op make_remove(const Cart& cart, const Author& author, const LineItem& line, OpKind kind) {
  Op op = next_op(cart, author, kind);
  op.sku = line.sku;
  op.customizations = line.customizations;
  empty_all(op, line.lots);
  return op;
}

Op make_code(const Cart& cart, const Author& author, std::string_view code, bool add) {
  Op op = next_op(cart, author, add ? OpKind::code_add : OpKind::code_remove);
  op.value = code;
  const CodeEntry* entry = cart.find_code(code);
  if (!add && entry != nullptr) empty_all(op, entry->lots);
  return op;
}

Op make_destination(const Cart& cart, const Author& author, const Destination& destination) {
  Op op = next_op(cart, author, OpKind::destination);
  op.destination = destination;
  return op;
}

Op make_shipping_method(const Cart& cart, const Author& author, std::string_view method) {
  Op op = next_op(cart, author, OpKind::shipping_method);
  op.value = method;
  return op;
}

}  // namespace sealcart
