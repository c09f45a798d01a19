#include "api/news.h"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace sealcart::server::api {
namespace {

// A timer that is cancelled early is the news.
Awaitable<void> wait_on(boost::asio::steady_timer& timer) {
  boost::system::error_code ignored;
  co_await timer.async_wait(boost::asio::redirect_error(boost::asio::use_awaitable, ignored));
}

}  // namespace

Listener::Listener(News& news, const CartId& cart) : news_(news), cart_(cart), timer_(news.io_) {
  news_.listeners_[cart_].insert(this);
  stopped_ = news_.stopped_;
}

Listener::~Listener() {
  const auto place = news_.listeners_.find(cart_);
  place->second.erase(this);
  if (place->second.empty()) news_.listeners_.erase(place);
}

Awaitable<void> Listener::wait(std::chrono::seconds at_most) {
  if (cart_moved_ || stopped_ || !orders_.empty()) co_return;
  timer_.expires_after(at_most);
  co_await wait_on(timer_);
}

template <class Note>
void News::for_cart(const CartId& cart, const Note& note) {
  const auto place = listeners_.find(cart);
  if (place == listeners_.end()) return;
  for (Listener* listener : place->second) {
    note(*listener);
    listener->timer_.cancel();
  }
}

void News::tell(const Changes& changes) {
  for (const CartId& cart : changes.carts) {
    for_cart(cart, [](Listener& listener) { listener.cart_moved_ = true; });
  }
  for (const Order& order : changes.orders) {
    for_cart(order.cart, [&](Listener& listener) { listener.orders_.push_back(order); });
  }
  if (changes.missed) {
    for (const auto& [cart, listeners] : listeners_) {
      for_cart(cart, [](Listener& listener) { listener.cart_moved_ = true; });
    }
  }
  if (changes.payment_waits || changes.missed) payment_.cancel();
}

Awaitable<void> News::wait_for_payment(std::chrono::seconds at_most) {
  if (stopped_) co_return;
  // Several workers share the timer; setting it again would wake the others.
  if (payment_.expiry() <= std::chrono::steady_clock::now()) payment_.expires_after(at_most);
  co_await wait_on(payment_);
}

void News::stop() {
  stopped_ = true;
  payment_.cancel();
  for (const auto& [cart, listeners] : listeners_) {
    for (Listener* listener : listeners) {
      listener->stopped_ = true;
      listener->timer_.cancel();
    }
  }
}

}  // namespace sealcart::server::api
