// Who waits for news of a cart (event streams) or of a payment (the worker's long poll).
// Used on the io thread alone.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "http/awaitable.h"
#include "sealcart/ids.h"
#include "services/work.h"

namespace sealcart::server::api {

class News;

// A subscription, for as long as it lives.
class Listener {
 public:
  Listener(News& news, const CartId& cart);
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  // Until there is news, or for that long.
  Awaitable<void> wait(std::chrono::seconds at_most);
  // What came since the last time. Of the cart it is only said that it changed: its log, accesses
  // and pairings are read where they are kept.
  bool take_cart_moved() { return std::exchange(cart_moved_, false); }
  std::vector<Order> take_orders() { return std::exchange(orders_, {}); }
  // The server ends, or will, and this one is to leave now.
  bool stopped() const { return stopped_ || std::chrono::steady_clock::now() >= leaves_at_; }

 private:
  friend class News;
  static constexpr std::size_t kOrders = 64;
  void leave_within(std::chrono::milliseconds spread);

  News& news_;
  CartId cart_;
  boost::asio::steady_timer timer_;
  bool cart_moved_ = false;
  bool stopped_ = false;
  std::chrono::steady_clock::time_point leaves_at_ = std::chrono::steady_clock::time_point::max();
  std::vector<Order> orders_;
};

class News {
 public:
  explicit News(boost::asio::io_context& io) : io_(io), payment_(io) {}

  void tell(const Changes& changes);
  // Until a payment waits, or for at most that long.
  Awaitable<void> wait_for_payment(std::chrono::seconds at_most);
  // Ends every subscription, each at a moment of its own within that time, new ones too.
  void drain(std::chrono::milliseconds spread);
  // Ends every wait, now and later.
  void stop();
  bool stopped() const { return stopped_; }

 private:
  friend class Listener;
  template <class Note>
  void for_cart(const CartId& cart, const Note& note);

  boost::asio::io_context& io_;
  boost::asio::steady_timer payment_;
  std::map<CartId, std::set<Listener*>> listeners_;
  bool stopped_ = false;
  std::optional<std::chrono::milliseconds> draining_;
};

}  // namespace sealcart::server::api
