#include "services/retention.h"

#include <utility>

namespace sealcart::server {
namespace {

// A page that shows a quote is still told that it expired, not that there was none.
constexpr std::int64_t kQuoteRestMs = kDayMs;

// Of one slice: rows of a log or so many small carts, each some microseconds.
constexpr std::size_t kCarts = 16;
constexpr std::int64_t kRows = 1'000;

// False: the slice is full.
bool sweep_carts(Work& work, CartLife life, std::int64_t days) {
  std::int64_t rows = 0;
  const std::int64_t before = day_of(work.now) - days;
  const std::vector<CartRecord> idle = work.storage.idle_carts(life, before, kCarts);
  for (const CartRecord& cart : idle) {
    work.storage.remove_cart(cart.id);
    work.carts.erase(cart.id);
    rows += cart.head - cart.cut;
    if (rows >= kRows) return false;
  }
  return idle.size() < kCarts;
}

}  // namespace

CartLife life_of(const CartRecord& record, const Cart& cart) {
  if (record.life == CartLife::customer || record.life == CartLife::ordered) return record.life;
  return cart.lines.empty() ? CartLife::empty : CartLife::filled;
}

std::int64_t day_of(Timestamp now) { return now.ms / kDayMs; }

void touch(Work& work, CartRecord& record, CartLife life) {
  const std::int64_t day = day_of(work.now);
  if (record.life == life && record.touched_day == day) return;
  record.life = life;
  record.touched_day = day;
  work.storage.touch_cart(record);
}

bool sweep(Work& work, const Retention& kept) {
  // Of several servers on one database, one at a time.
  if (!work.storage.try_alone("sweep")) return false;
  const std::pair<CartLife, std::int64_t> lives[] = {{CartLife::empty, kept.empty_days},
                                                     {CartLife::filled, kept.filled_days},
                                                     {CartLife::customer, kept.customer_days}};
  for (const auto& [life, days] : lives) {
    if (!sweep_carts(work, life, days)) return true;
  }
  return work.storage.remove_quotes({work.now.ms - kQuoteRestMs}, kRows) == kRows;
}

}  // namespace sealcart::server
