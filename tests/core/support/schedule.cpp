#include "support/schedule.h"

#include <array>
#include <numeric>

#include "sealcart/join.h"
#include "support/random.h"
#include "support/shop.h"

namespace sealcart::history {
namespace {

constexpr std::array<std::string_view, 3> kSkus{"A", "B", "C"};
constexpr std::array<OpKind, 8> kKinds{OpKind::add,      OpKind::add, OpKind::add,    OpKind::add,
                                       OpKind::decrease, OpKind::set, OpKind::remove, OpKind::set};

class Schedule {
 public:
  Schedule(std::uint64_t seed, Fault fault)
      : random_(seed),
        history_(std::move(fault)),
        lines_(1 + random_.below(kSkus.size())),
        replicas_(2 + random_.below(4)),
        length_(8 + random_.below(28)) {}

  // "" or the first law that broke.
  std::string run() {
    while (history_.events().size() < length_ && broken_.empty()) step();
    for (Replica& replica : replicas_) {
      if (broken_.empty()) deliver_all(replica);
    }
    for (const Replica& replica : replicas_) {
      if (broken_.empty() && replica.cart != replicas_[0].cart) note("diverged");
    }
    note(check_orders(history_));
    return broken_.empty() ? "" : broken_ + " in " + told(history_);
  }

 private:
  struct Replica {
    Cart cart = empty_cart();
    Mask holds = 0;
    bool cut_off = false;
  };

  void step() {
    const std::size_t p = random_.below(replicas_.size());
    Replica& replica = replicas_[p];
    if (random_.one_in(12)) replica.cut_off = !replica.cut_off;
    if (random_.one_in(8)) return join_another(replica);
    if (random_.one_in(2)) {
      act(replica, static_cast<ReplicaId>(p + 1), p + 1 == replicas_.size());
    } else if (!replica.cut_off && !history_.events().empty()) {
      for (std::int64_t n = random_.between(1, 4); n > 0; --n) {
        deliver(replica, random_.below(history_.events().size()));
      }
    }
  }

  // Its whole state, as one tab has it from another.
  void join_another(Replica& replica) {
    const Replica& other = random_.pick(replicas_);
    if (replica.cut_off || other.cut_off) return;
    const Cart before = replica.cart;
    const Status joined = sealcart::join(replica.cart, other.cart);
    replica.holds |= other.holds;
    note(joined ? check_monotone(before, replica.cart) : "a state was refused");
    for (std::size_t i = 0; i < lines_; ++i) {
      note(check_bounds(history_, replica.holds, replica.cart, kSkus[i]));
    }
  }

  // The last replica is the server: it orders, and rarely.
  void act(Replica& replica, ReplicaId maker, bool server) {
    if (server && !random_.one_in(3)) return;
    if (!server && random_.one_in(6)) return write_other(replica, maker);
    const OpKind kind = server ? OpKind::order : random_.pick(kKinds);
    const std::string_view sku = kSkus[random_.below(lines_)];
    const Cart before = replica.cart;
    if (!server && history_.fault().compacts && random_.one_in(6)) {
      if (history_.compact(replica.cart, replica.holds, maker, sku)) recorded(replica, before);
      return;
    }
    const auto units = static_cast<std::int32_t>(random_.between(1, 4));
    if (!history_.act(replica.cart, replica.holds, maker, kind, units, sku)) return;
    recorded(replica, before);
    note(check_effect(history_.events().back(), replica.cart));
  }

  void write_other(Replica& replica, ReplicaId maker) {
    const Cart before = replica.cart;
    const Author author{maker, 0};
    const std::string value = random_.one_in(2) ? "ONE" : "TWO";
    switch (random_.below(4)) {
      case 0:
        history_.note(replica.cart, replica.holds, make_code(before, author, value, true));
        break;
      case 1:
        history_.note(replica.cart, replica.holds, make_code(before, author, value, false));
        break;
      case 2:
        history_.note(replica.cart, replica.holds, make_shipping_method(before, author, value));
        break;
      default:
        history_.note(replica.cart, replica.holds,
                      make_destination(before, author, {"US", value, ""}));
    }
    recorded(replica, before);
  }

  void recorded(Replica& replica, const Cart& before) {
    replica.holds |= bit(history_.events().size() - 1);
    check(replica, before, history_.events().back());
  }

  // Causal: an event waits for those its maker had. Known ones come again and again.
  void deliver(Replica& replica, std::size_t event) {
    if (!history_.may_follow(event, replica.holds)) return;
    const Cart before = replica.cart;
    const bool again = has(replica.holds, event);
    history_.join(replica.cart, event);
    replica.holds |= bit(event);
    if (again) {
      note(history_.refused());
      if (replica.cart != before) note("not idempotent");
      return;
    }
    check(replica, before, history_.events()[event]);
  }

  // In a drawn order, as often as it takes until every event has come after those it waits for.
  void deliver_all(Replica& replica) {
    const std::size_t count = history_.events().size();
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t k = count; k > 1; --k) std::swap(order[k - 1], order[random_.below(k)]);
    while (replica.holds != bit(count) - 1 && broken_.empty()) {
      for (const std::size_t event : order) {
        if (!has(replica.holds, event) || random_.one_in(4)) deliver(replica, event);
      }
    }
  }

  void check(const Replica& replica, const Cart& before, const Event& event) {
    note(history_.refused());
    note(check_monotone(before, replica.cart));
    if (!check_cart(replica.cart)) note("unsound");
    if (event.op.sku.empty()) return;
    note(check_local(event, before, replica.cart));
    note(check_bounds(history_, replica.holds, replica.cart, event.op.sku));
  }

  void note(const std::string& violation) {
    if (broken_.empty()) broken_ = violation;
  }

  Random random_;
  History history_;
  std::size_t lines_;
  std::vector<Replica> replicas_;
  std::size_t length_;
  std::string broken_;
};

}  // namespace

std::string broken_by_schedule(std::uint64_t seed, const Fault& fault) {
  return Schedule(seed, fault).run();
}

}  // namespace sealcart::history
