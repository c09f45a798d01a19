// Sessions of several devices against a log as the server keeps it: batches are lost, repeated,
// refused; devices go away and come back from what they saved. In the end all show the same cart.
#include <gtest/gtest.h>

#include <algorithm>

#include "sealcart/op_log.h"
#include "support/open_session.h"
#include "support/random.h"
#include "support/told.h"

namespace sealcart {
namespace {

Shop sync_shop() {
  Shop shop;
  shop.sell("A", 1250);
  shop.sell("B", 333).step = 2;
  shop.sell("C", 9900).stock = 30;
  shop.sell("D", 1).max_quantity = 40;
  shop.document.promotions = {percent_off("ten", PromotionTarget::order, 100'000),
                              fixed_off("one", PromotionTarget::line, 1)};
  shop.document.promotions[0].code = "TEN";
  shop.document.promotions[1].code = "ONE";
  shop.document.shipping_methods = {shipping_method("post", {"home"}, 500),
                                    shipping_method("air", {"home", "away"}, 900)};
  return shop;
}

// What the server does with a batch: all of it or nothing. Known operations are acknowledged again.
class Server {
 public:
  explicit Server(const Shop& shop) : store_(shop.store()), catalog_(shop.catalog()) {}

  // The number of the refused operation, or nothing. `whim`: refuse what is new for another reason.
  std::optional<std::int64_t> post(const std::vector<Op>& batch, bool whim) {
    Cart cart = cart_;
    std::vector<LogEntry> log = log_;
    for (const Op& op : batch) {
      if (op.n <= cart.seen(op.replica)) {
        EXPECT_TRUE(std::ranges::any_of(log, [&](const LogEntry& e) { return e.op == op; }))
            << "another content under a known number: " << json(op);
        continue;
      }
      const auto head = static_cast<std::int64_t>(log.size());
      if (whim || !admit(cart, op, head, store_, catalog_)) return op.n;
      EXPECT_EQ(told(apply(cart, op)), "ok");
      log.push_back({head + 1, op});
    }
    cart_ = std::move(cart);
    log_ = std::move(log);
    return std::nullopt;
  }
  const Cart& cart() const { return cart_; }
  const std::vector<LogEntry>& log() const { return log_; }

 private:
  Store store_;
  Catalog catalog_;
  Cart cart_ = empty_cart();
  std::vector<LogEntry> log_;
};

class Device {
 public:
  Device(const Shop& shop, ReplicaId replica)
      : shop_(shop), session_(open_session(shop, replica)) {}

  void edit(Random& random) {
    const std::size_t lines = session_.cart().lines.size();
    const std::size_t what = random.below(10);
    if (what < 3 || lines == 0) {
      (void)session_.add(random.pick(shop_.slice.products).variants[0].sku, random.between(1, 12));
    } else if (what < 7) {
      (void)session_.set_quantity(random.below(lines), random.between(1, 45));
    } else if (what < 8) {
      (void)session_.remove(random.below(lines));
    } else {
      (void)session_.submit(drawn_command(random));
    }
  }

  // Sends what is waiting. The request or its answer may be lost; then the same bytes go again.
  void send(Server& server, Random& random, bool reliable) {
    for (Op& op : session_.take()) outbox_.push_back(std::move(op));
    if (outbox_.empty() || (!reliable && random.one_in(4))) return;
    const auto refused = server.post(outbox_, !reliable && random.one_in(10));
    if (!reliable && random.one_in(4)) return;
    if (!refused) {
      outbox_.clear();
      return;
    }
    EXPECT_EQ(told(session_.drop(*refused)), "ok");
    std::erase_if(outbox_, [&](const Op& op) { return op.n >= *refused; });
  }

  // Takes some entries after its head, sometimes with some it has.
  void pull(const Server& server, Random& random, bool everything) {
    const auto head = static_cast<std::size_t>(session_.log().head());
    const std::size_t first = head - random.below(std::min<std::size_t>(head, 2) + 1);
    const std::size_t left = server.log().size() - head;
    const std::size_t last = everything ? server.log().size() : head + random.below(left + 1);
    EXPECT_EQ(told(session_.receive(std::span(server.log()).subspan(first, last - first))), "ok");
  }

  // The page is closed and opened again; its outbox is what was pending.
  void restart() {
    const DeviceLog::Saved saved = session_.save();
    const std::string shown = json(session_.snapshot());
    session_ = open_session(shop_, saved.replica);
    EXPECT_EQ(told(session_.open_cart(saved)), "ok");
    EXPECT_EQ(json(session_.snapshot()), shown);
    outbox_ = saved.pending;
  }

  bool settled(const Server& server) const {
    return session_.log().pending().empty() &&
           session_.log().head() == static_cast<std::int64_t>(server.log().size());
  }
  const Session& session() const { return session_; }

 private:
  static Command drawn_command(Random& random) {
    const bool even = random.one_in(2);
    switch (random.below(4)) {
      case 0:
        return code_command(CommandKind::apply_code, even ? "TEN" : "ONE");
      case 1:
        return code_command(CommandKind::remove_code, even ? "TEN" : "ONE");
      case 2:
        return destination_command(even ? "US" : "CA");
      default:
        return method_command(even ? "post" : "air");
    }
  }

  const Shop& shop_;
  Session session_;
  std::vector<Op> outbox_;
};

void run_schedule(const Shop& shop, std::uint64_t seed) {
  Random random(seed);
  Server server(shop);
  std::vector<Device> devices;
  for (std::size_t d = 2 + random.below(3); d > 0; --d) {
    devices.emplace_back(shop, static_cast<ReplicaId>(10 * d));
  }
  for (int step = 0; step < 40; ++step) {
    Device& device = devices[random.below(devices.size())];
    const std::size_t what = random.below(12);
    if (what < 6) device.edit(random);
    if (what >= 6 && what < 8) device.send(server, random, false);
    if (what >= 8 && what < 11) device.pull(server, random, false);
    if (what == 11) device.restart();
  }
  for (int round = 0; round < 200; ++round) {
    for (Device& device : devices) {
      device.send(server, random, true);
      device.pull(server, random, true);
    }
    if (std::ranges::all_of(devices, [&](const Device& d) { return d.settled(server); })) break;
  }
  for (const Device& device : devices) {
    ASSERT_TRUE(device.settled(server));
    ASSERT_EQ(device.session().cart(), server.cart());
    ASSERT_EQ(device.session().save().confirmed, server.cart());
    ASSERT_EQ(json(device.session().snapshot()), json(devices[0].session().snapshot()));
  }
}

TEST(Sync, AllDevicesEndWithTheCartOfTheLog) {
  const Shop shop = sync_shop();
  for (int seed = 0; seed < rounds(10'000); ++seed) {
    run_schedule(shop, static_cast<std::uint64_t>(seed));
    if (HasFailure()) FAIL() << "seed " << seed;
  }
}

}  // namespace
}  // namespace sealcart
