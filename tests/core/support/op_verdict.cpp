#include "support/op_verdict.h"

#include <algorithm>

#include "sealcart/compact.h"
#include "sealcart/op_log.h"
#include "support/crowd.h"
#include "support/shop.h"
#include "support/told.h"

namespace sealcart {
namespace {

struct World {
  Store store;
  Catalog catalog;
};

// What the drawn operations name.
const World& world() {
  static const World made = [] {
    Shop shop;
    for (const char* sku : {"SKU-0", "SKU-1", "SKU-2", "SKU-3"}) shop.sell(sku, 100);
    for (const char* code : {"ONE", "TWO"}) {
      Promotion promotion = percent_off(code, PromotionTarget::order, 1'000);
      promotion.code = code;
      shop.document.promotions.push_back(promotion);
      shop.document.shipping_methods.push_back(shipping_method(code, {"home"}, 100));
    }
    return World{shop.store(), shop.catalog()};
  }();
  return made;
}

Result<OpBatch> read_batch(std::string_view bytes, bool compact, const CartId& cart) {
  if (compact) return read_compact_ops(bytes, cart);
  return read_json<OpBatch>(bytes);
}

class Verdict {
 public:
  OpVerdict take() {
    if (!(server_ == device_.cart())) broken("the device shows another cart");
    const auto bytes = to_compact(server_);
    const auto again = bytes ? read_compact_cart(*bytes) : refuse(bytes.error());
    if (!again || !(*again == server_)) broken("the compact form");
    return {text_ + json(server_), broken_};
  }

  void batch(std::string_view bytes, bool compact) {
    const auto read = read_batch(bytes, compact, server_.id);
    text_ += told(read) + "\n";
    if (!read) return;
    for (const Op& op : read->ops) one(op);
  }

 private:
  void one(const Op& op) {
    const Status admitted = admit(server_, op, head_, world().store, world().catalog);
    text_ += told(admitted) + "\n";
    if (!admitted) return;
    if (const Status joined = apply(server_, op); !joined) return broken(told(joined));
    if (const Status sound = check_cart(server_); !sound) return broken(told(sound));
    Cart again = server_;
    if (!apply(again, op) || !(again == server_)) return broken("a repetition");
    if (const Status seen = device_.receive({++head_, op}); !seen) broken(told(seen));
  }

  void broken(const std::string& law) {
    text_ += "BROKEN " + law + "\n";
    broken_ = true;
  }

  Cart server_ = empty_cart();
  std::int64_t head_ = 0;
  DeviceLog device_ = *DeviceLog::restore({limits::kCounter, 0, empty_cart(), {}});
  std::string text_;
  bool broken_ = false;
};

}  // namespace

OpVerdict op_verdict(std::string_view input) {
  Verdict verdict;
  while (input.size() >= 3) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(input[i]); };
    const bool compact = (byte(0) & 1) != 0;
    const std::size_t size = byte(1) | std::size_t{byte(2)} << 8;
    input.remove_prefix(3);
    verdict.batch(input.substr(0, size), compact);
    input.remove_prefix(std::min(size, input.size()));
  }
  return verdict.take();
}

std::string drawn_op_input(Random& random) {
  Crowd crowd(random, 1 + random.below(3));
  for (std::size_t n = 2 + random.below(20); n > 0; --n) crowd.step();
  std::string input;
  for (const Op& op : crowd.made()) {
    const OpBatch batch{0, {op}};
    const bool compact = random.one_in(2);
    const std::string bytes = compact ? *to_compact(batch) : json(batch);
    input += static_cast<char>(compact);
    input += static_cast<char>(bytes.size() & 0xFF);
    input += static_cast<char>(bytes.size() >> 8);
    input += bytes;
  }
  for (std::size_t n = random.below(4); n > 0 && !input.empty(); --n) {
    input[random.below(input.size())] = static_cast<char>(random.next());
  }
  return input;
}

}  // namespace sealcart
