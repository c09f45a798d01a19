// A device shows the log as far as it has it, with its own operations beyond that. What is checked
// on the way is what the shopper relies on: nothing added is lost, nothing removed comes back.
#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "sealcart/op_log.h"
#include "support/random.h"
#include "support/schedule.h"
#include "support/shop.h"
#include "support/told.h"

namespace sealcart::history {
namespace {

constexpr std::array<std::string_view, 3> kSkus{"A", "B", "C"};
constexpr std::array<OpKind, 5> kKinds{OpKind::add, OpKind::add, OpKind::set, OpKind::decrease,
                                       OpKind::remove};

class LogSchedule {
 public:
  LogSchedule(std::uint64_t seed, Fault fault)
      : random_(seed), history_(std::move(fault)), length_(8 + random_.below(28)) {
    for (std::size_t i = 2 + random_.below(3); i > 0; --i) {
      devices_.push_back({made(DeviceLog::restore({static_cast<ReplicaId>(i), 0, server_, {}}))});
    }
  }

  std::string run() {
    while (history_.events().size() < length_ && broken_.empty()) step();
    for (int round = 0; round < 2; ++round) {
      for (Device& device : devices_) sync(device, false, false);
    }
    for (const Device& device : devices_) {
      if (device.log.cart() != server_) note("diverged");
      if (!device.log.pending().empty()) note("still pending");
    }
    note(check_orders(history_));
    return broken_.empty() ? "" : broken_ + " in " + told(history_);
  }

 private:
  struct Device {
    DeviceLog log;
    Mask holds = 0;
  };

  DeviceLog made(Result<DeviceLog> log) {
    if (!log) note("not restored: " + sealcart::told(log));
    return log ? *std::move(log) : DeviceLog();
  }

  void step() {
    Device& device = devices_[random_.below(devices_.size())];
    switch (random_.below(8)) {
      case 0:
      case 1:
        return sync(device, random_.one_in(4), random_.one_in(4));
      case 2:
        device.log = made(DeviceLog::restore(device.log.save()));
        return;
      case 3:
        return random_.one_in(2) ? order() : cut();
      default:
        return edit(device);
    }
  }

  void edit(Device& device) {
    Cart cart = device.log.cart();
    const Author author = device.log.author();
    const std::string_view sku = random_.pick(kSkus);
    const auto units = static_cast<std::int32_t>(random_.between(1, 4));
    if (!history_.act(cart, device.holds, author.replica, random_.pick(kKinds), units, sku)) return;
    const Event& event = history_.events().back();
    if (const Status kept = device.log.append(event.op); !kept) note(sealcart::told(kept));
    device.holds |= bit(history_.events().size() - 1);
    index_[{event.op.replica, event.op.n}] = history_.events().size() - 1;
    note(check_effect(event, device.log.cart()));
  }

  void order() {
    const Cart before = server_;
    if (!history_.act(server_, logged_, kServer, OpKind::order, 0, random_.pick(kSkus))) return;
    log_.push_back(history_.events().size() - 1);
    logged_ |= bit(log_.back());
    note(check_monotone(before, server_));
  }

  // Only what no device still waits for may become a checkpoint.
  void cut() {
    std::size_t end = log_.size();
    for (const Device& device : devices_) {
      for (const Op& op : device.log.pending()) {
        const auto at = std::ranges::find(log_, index_[{op.replica, op.n}]);
        end = std::min(end, static_cast<std::size_t>(at - log_.begin()));
      }
    }
    if (end <= cut_) return;
    cut_ = cut_ + 1 + random_.below(end - cut_);
    checkpoint_ = empty_cart();
    for (std::size_t i = 0; i < cut_; ++i) history_.join(checkpoint_, log_[i]);
  }

  // The device's operations go out and the log comes in, unless one of the ways fails.
  void sync(Device& device, bool lost_there, bool lost_back) {
    if (lost_there) return;
    for (const Op& op : device.log.pending()) {
      if (op.n <= server_.seen(op.replica)) continue;
      const std::size_t event = index_[{op.replica, op.n}];
      const Cart before = server_;
      history_.join(server_, event);
      log_.push_back(event);
      logged_ |= bit(event);
      note(check_monotone(before, server_));
    }
    if (lost_back) return;
    const auto have = static_cast<std::size_t>(device.log.head());
    if (have < cut_) {
      const Status taken = device.log.adopt({static_cast<std::int64_t>(cut_), checkpoint_});
      if (!taken) note("checkpoint refused: " + sealcart::told(taken));
    }
    // From some entry on that it has already: known ones change nothing.
    for (std::size_t i = std::max(cut_, have - random_.below(have + 1)); i < log_.size(); ++i) {
      const Op& op = history_.events()[log_[i]].op;
      const Status taken = device.log.receive({static_cast<std::int64_t>(i) + 1, op});
      if (!taken) note("entry refused: " + sealcart::told(taken));
    }
    device.holds |= logged_;
    check(device);
  }

  void check(const Device& device) {
    note(history_.refused());
    if (!check_cart(device.log.cart())) note("unsound");
    for (const std::string_view sku : kSkus) {
      note(check_bounds(history_, logged_, server_, sku));
      note(check_bounds(history_, device.holds, device.log.cart(), sku));
    }
  }

  void note(const std::string& violation) {
    if (broken_.empty()) broken_ = violation;
  }

  static constexpr ReplicaId kServer = 99;

  Random random_;
  History history_;
  std::size_t length_;
  std::vector<Device> devices_;
  Cart server_ = empty_cart();
  Mask logged_ = 0;               // events in the log
  std::vector<std::size_t> log_;  // their indices, in order
  std::size_t cut_ = 0;           // entries that are only in the checkpoint
  Cart checkpoint_ = empty_cart();
  std::map<std::pair<ReplicaId, std::int64_t>, std::size_t> index_;
  std::string broken_;
};

}  // namespace

std::string broken_by_log(std::uint64_t seed, const Fault& fault) {
  return LogSchedule(seed, fault).run();
}

}  // namespace sealcart::history
