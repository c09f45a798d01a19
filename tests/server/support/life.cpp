#include "support/life.h"

#include <algorithm>

#include "services/compaction.h"
#include "services/orders.h"
#include "services/payments.h"
#include "services/retention.h"

namespace sealcart::server::testing {
namespace {

constexpr std::size_t kUnused = 3;
const std::string kPhone = "phone";
const std::string kTablet = "tablet";

Outcome<MadeCart> make_at(TestShop& shop, const CartId& cart) {
  return shop.run<MadeCart>([&](Work& work) -> Outcome<MadeCart> {
    return make_cart(work, {"tea", cart, "EUR"}, blake2b(kMaker));
  });
}

void change_quantity(Shopper& shopper, int times) {
  for (int i = 0; i < times; ++i) shopper.set(shopper.sees().lines.front(), 1 + i % 7);
}

void fill(Shopper& shopper) {
  shopper.add("CUP-GREEN", 2);
  shopper.add("POT", 1);
  shopper.add("LAMP-S", 1);
  shopper.choose();
}

}  // namespace

struct Life::Asked {
  const char* name;
  std::function<std::string(Life&)> ask;
};

const std::vector<Life::Asked>& Life::all() {
  static const std::vector<Asked> requests{
      {"make", [](Life& life) { return life.make(life.buyer_); }},
      {"fill", [](Life& life) { return life.edit(life.buyer_, fill); }},
      {"edit a long log",
       [](Life& life) {
         return life.edit(life.old_, [](Shopper& shopper) { change_quantity(shopper, 1); });
       }},
      {"cut a long log",
       [](Life& life) {
         return life.edit(life.elsewhere_, [](Shopper& shopper) { change_quantity(shopper, 1); });
       }},
      {"many edits",
       [](Life& life) {
         return life.edit(life.old_, [](Shopper& shopper) { change_quantity(shopper, 40); });
       }},
      {"quote", [](Life& life) { return life.quote(life.buyer_); }},
      {"order", [](Life& life) { return life.order(life.buyer_); }},
      {"claim", [](Life& life) { return life.claim(life.buyer_); }},
      {"capture", [](Life& life) { return life.settle(life.buyer_, PaymentState::captured); }},
      {"offer a pairing", &Life::offer},
      {"use its code", &Life::use_code},
      {"approve it", &Life::approve},
      {"make a link", &Life::link},
      {"open it", &Life::open_link},
      {"make another", [](Life& life) { return life.make(life.poor_); }},
      {"fill it", [](Life& life) { return life.edit(life.poor_, fill); }},
      {"quote it", [](Life& life) { return life.quote(life.poor_); }},
      {"order it", [](Life& life) { return life.order(life.poor_); }},
      {"claim it", [](Life& life) { return life.claim(life.poor_); }},
      {"decline", [](Life& life) { return life.settle(life.poor_, PaymentState::declined); }},
      {"sweep", &Life::sweep_unused},
      {"edit after all",
       [](Life& life) {
         return life.edit(life.elsewhere_, [](Shopper& shopper) { shopper.add("POT", 1); });
       }},
  };
  return requests;
}

std::size_t Life::requests() { return all().size(); }
const char* Life::name(std::size_t request) { return all()[request].name; }
std::string Life::ask(std::size_t request) { return all()[request].ask(*this); }

Life::Life(TestShop& shop)
    : shop_(shop),
      desk_(shop),
      old_{Shopper(shop, 1), true},
      elsewhere_{Shopper(shop, old_.shopper.cart(), 2), true},
      buyer_{Shopper(shop, random_id<CartId>(), 3)},
      poor_{Shopper(shop, random_id<CartId>(), 4)} {
  Shopper& shopper = old_.shopper;
  shopper.add("SPOON", 1);
  static_cast<void>(shopper.send().value());
  constexpr std::int64_t kAlmost = kKeptEntries + kEntriesToCut - 2;
  while (shopper.head() < kAlmost) {
    change_quantity(shopper,
                    static_cast<int>(std::min<std::int64_t>(kAlmost - shopper.head(), 90)));
    static_cast<void>(shopper.send().value());
  }
  while (elsewhere_.shopper.head() < shopper.head()) {
    static_cast<void>(elsewhere_.shopper.send().value());
  }
  for (std::size_t i = 0; i < kUnused; ++i) {
    unused_.push_back(random_id<CartId>());
    static_cast<void>(make_at(shop, unused_.back()).value());
  }
}

std::string Life::make(Device& device) {
  const auto made = make_at(shop_, device.shopper.cart());
  device.made |= made.has_value();
  return told(made);
}

std::string Life::edit(Device& device, const std::function<void(Shopper&)>& change) {
  if (!device.asked) change(device.shopper);
  device.asked = true;
  const std::vector<Op> sent = device.shopper.pending();
  const auto answer = device.shopper.send();
  if (!answer) return told(answer);
  device.asked = false;
  device.acknowledged.insert(device.acknowledged.end(), sent.begin(), sent.end());
  return "ok";
}

std::string Life::quote(Device& device) {
  const auto quote = device.shopper.quote(device.shopper.snapshot().grand_total);
  if (quote) device.order = device.shopper.request(*quote);
  return told(quote);
}

std::string Life::order(Device& device) {
  const auto order = device.shopper.order(*device.order);
  device.ordered |= order.has_value();
  return told(order);
}

// A claim whose answer was lost is made again when its lease has ended.
std::string Life::claim(Device& device) {
  const std::function<Outcome<std::optional<PaymentClaim>>(Work&)> service =
      [](Work& work) -> Outcome<std::optional<PaymentClaim>> { return claim_payment(work); };
  auto claimed = shop_.run(service);
  if (claimed && !*claimed) {
    shop_.set_time({shop_.now().ms + kLeaseMs});
    claimed = shop_.run(service);
  }
  if (!claimed) return told(claimed);
  if (!*claimed || (*claimed)->order != device.order->order) return "nothing to claim";
  device.fence = (*claimed)->fence;
  return "ok";
}

std::string Life::settle(Device& device, PaymentState outcome) {
  const bool paid = outcome == PaymentState::captured;
  const PaymentResult result{device.order->order,
                             device.fence,
                             outcome,
                             paid ? "REF-1" : "",
                             paid ? device.order->expected_total : 0,
                             paid ? "EUR" : "",
                             ""};
  const auto order =
      shop_.run<Order>([&](Work& work) -> Outcome<Order> { return settle_payment(work, result); });
  if (order) device.paid = outcome;
  return told(order);
}

std::string Life::offer() {
  const auto offer = desk_.offer(old_.shopper.cart());
  if (offer) offer_ = *offer;
  return told(offer);
}

std::string Life::use_code() {
  const auto pairing = desk_.claim(offer_->code, kPhone);
  if (pairing) pairing_ = *pairing;
  return told(pairing);
}

// One whose answer was lost is seen by the device that waits for it.
std::string Life::approve() {
  std::string said = told(desk_.approve(old_.shopper.cart(), *pairing_));
  if (said == "pairing_unknown") said = desk_.opens(old_.shopper.cart(), kPhone);
  paired_ |= said == "ok";
  return said;
}

std::string Life::link() {
  const auto link = desk_.link(old_.shopper.cart());
  if (link) link_ = *link;
  return told(link);
}

std::string Life::open_link() {
  const auto access = desk_.restore(link_->token, kTablet);
  linked_ |= access.has_value();
  return told(access);
}

std::string Life::sweep_unused() {
  constexpr Retention kNone{.empty_days = -1};
  const auto more =
      shop_.run<bool>([&](Work& work) -> Outcome<bool> { return sweep(work, kNone); });
  swept_ |= more.has_value();
  return told(more);
}

void Life::check_cart(Work& work, const Device& device, std::vector<std::string>& missing) {
  const CartId& id = device.shopper.cart();
  const auto record = work.storage.cart(id);
  if (!record) return missing.push_back("a cart");
  const auto checkpoint = work.storage.checkpoint(id);
  if (record->cut > 0 && (!checkpoint || checkpoint->index != record->cut)) {
    return missing.push_back("a checkpoint");
  }
  std::vector<LogEntry> log;
  for (std::int64_t index = record->cut; index < record->head;) {
    for (LogEntry& entry : work.storage.log(id, index, limits::kOpsPerBatch)) {
      if (entry.index != ++index) return missing.push_back("an entry of a log");
      log.push_back(std::move(entry));
    }
    if (log.empty() || log.back().index != index) return missing.push_back("the end of a log");
  }
  for (const Op& op : device.acknowledged) {
    if (checkpoint && checkpoint->cart.seen(op.replica) >= op.n) continue;
    if (std::ranges::count(log, op, &LogEntry::op) != 1) missing.push_back("an operation");
  }
  const Result<CartPtr> remembered = load_cart(work, id);
  if (!remembered || (*remembered)->cart != join_log(work.storage, *record, record->head)) {
    missing.push_back("what is remembered of a cart");
  }
}

void Life::check_order(Work& work, const Device& device, std::vector<std::string>& missing) {
  if (!device.order) return;
  const CartId& cart = device.shopper.cart();
  if (!work.storage.quote(cart, device.order->quote)) missing.push_back("a quote");
  if (!device.ordered) return;
  const OrderId& id = device.order->order;
  const Result<Order> order = read_order(work, id);
  const auto payment = work.storage.payment(id);
  if (!order || !payment) return missing.push_back("an order");
  if (device.paid && order->payment != *device.paid) missing.push_back("a payment");
  if (payment->fence < device.fence) missing.push_back("a claim");
  const bool open =
      payment->state == PaymentState::created || payment->state == PaymentState::claimed;
  if (open && !work.storage.token(id)) missing.push_back("a sealed token");
}

void Life::check_sharing(std::vector<std::string>& missing) {
  const CartId& cart = old_.shopper.cart();
  if (paired_ && desk_.opens(cart, kPhone) != "ok") missing.push_back("a paired device");
  if (pairing_ && !paired_ && !desk_.look(pairing_->id, kPhone)) missing.push_back("a pairing");
  if (linked_ && desk_.opens(cart, kTablet) != "ok") missing.push_back("an access by a link");
}

void Life::check(Work& work, std::vector<std::string>& missing) const {
  for (const Device* device : {&old_, &elsewhere_, &buyer_, &poor_}) {
    if (!device->made) continue;
    check_cart(work, *device, missing);
    check_order(work, *device, missing);
  }
  for (const CartId& cart : unused_) {
    if (swept_ && work.storage.cart(cart)) missing.push_back("the end of an unused cart");
  }
}

std::vector<std::string> Life::missing() {
  std::vector<std::string> missing;
  const auto checked = shop_.run<bool>([&](Work& work) -> Outcome<bool> {
    check(work, missing);
    return true;
  });
  if (!checked) missing.push_back(told(checked));
  check_sharing(missing);
  return missing;
}

std::string Life::written(Work& work) const {
  std::string text;
  for (const Device* device : {&old_, &buyer_, &poor_}) {
    const Result<CartPtr> cart = load_cart(work, device->shopper.cart());
    if (!cart) {
      text += "no cart\n";
      continue;
    }
    text += "cart " + std::to_string((*cart)->record.head) + " " +
            std::to_string((*cart)->sharing->accesses.size());
    for (const LineItem& line : (*cart)->cart.lines) {
      text += " " + std::to_string(quantity_of(line.lots)) + " " + line.sku;
    }
    if (device->order) {
      const Result<Order> order = read_order(work, device->order->order);
      text += order ? " " + order->number + " " + std::to_string(static_cast<int>(order->payment))
                    : " no order";
    }
    text += '\n';
  }
  for (const StockRecord& stock : work.storage.stock("tea")) {
    text += stock.sku + " " + std::to_string(stock.available) + "\n";
  }
  for (const CartId& cart : unused_) text += work.storage.cart(cart) ? "unused " : "removed ";
  return text;
}

std::string Life::state() {
  return shop_.run<std::string>([&](Work& work) -> Outcome<std::string> { return written(work); })
      .value();
}

std::size_t Life::tokens() {
  return shop_
      .run<std::size_t>([](Work& work) -> Outcome<std::size_t> {
        return work.storage.orders_with_token().size();
      })
      .value();
}

}  // namespace sealcart::server::testing
