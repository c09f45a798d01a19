#include "support/crowd.h"

#include "support/make_decrease.h"
#include "support/shop.h"
#include "support/told.h"

namespace sealcart {

Crowd::Crowd(Random& random, std::size_t devices) : random_(random) {
  ReplicaId id = 0;
  for (std::size_t i = 0; i < devices; ++i) {
    id += 1 + random.of_bits(50);
    devices_.push_back({id, empty_cart(), 0});
  }
}

Op Crowd::drawn_line_op(const Cart& cart, const Author& author) {
  const auto units = static_cast<std::int32_t>(1 + random_.of_bits(9));
  if (!cart.lines.empty() && !random_.one_in(3)) {
    const LineItem& line = cart.lines[random_.below(cart.lines.size())];
    const std::int32_t present = quantity_of(line.lots);
    switch (random_.below(4)) {
      case 0:
        if (present > 1) return make_decrease(cart, author, line, 1 + units % (present - 1));
        return make_remove(cart, author, line);
      case 1:
        return make_remove(cart, author, line, random_.one_in(4) ? OpKind::order : OpKind::remove);
      default:
        return make_set(cart, author, line, units);
    }
  }
  Customizations texts;
  if (random_.one_in(4)) texts = {{"Engraving", random_.one_in(2) ? "Ada" : "Bob"}};
  const std::string sku = "SKU-" + std::to_string(random_.below(4));
  return make_add(cart, author, sku, units, texts);
}

Op Crowd::drawn_op(const Cart& cart, const Author& author) {
  const std::string value = random_.one_in(2) ? "ONE" : "TWO";
  switch (random_.below(12)) {
    case 0:
      return make_code(cart, author, value, true);
    case 1:
      return make_code(cart, author, value, false);
    case 2:
      return make_shipping_method(cart, author, value);
    case 3:
      return make_destination(cart, author, {"US", value, "12345"});
    default:
      return drawn_line_op(cart, author);
  }
}

void Crowd::step() {
  Device& device = devices_[random_.below(devices_.size())];
  if (random_.one_in(3) || made_.size() >= 64) {
    return learn(device, devices_[random_.below(devices_.size())].holds);
  }
  const Author author{device.id, static_cast<std::int64_t>(random_.below(made_.size() + 1))};
  made_.push_back(drawn_op(device.cart, author));
  learn(device, history::bit(made_.size() - 1));
}

void Crowd::learn(Device& device, history::Mask ops) {
  for (std::size_t i = 0; i < made_.size(); ++i) {
    if (history::has(ops & ~device.holds, i)) must(apply(device.cart, made_[i]));
  }
  device.holds |= ops;
}

std::vector<Op> Crowd::made_by(ReplicaId id) const {
  std::vector<Op> ops;
  for (const Op& op : made_) {
    if (op.replica == id) ops.push_back(op);
  }
  return ops;
}

}  // namespace sealcart
