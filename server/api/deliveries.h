// What the storage thread has for the io thread. It is collected and handed over once for a whole
// commit: each hand-over wakes the other thread, and on one core puts this one aside.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <functional>
#include <mutex>
#include <utility>
#include <vector>

namespace sealcart::server::api {

// May be used from several threads.
class Deliveries {
 public:
  explicit Deliveries(boost::asio::io_context& io) : io_(io) {}

  // `deliver` runs on the io thread, after hand_over().
  void add(std::function<void()> deliver) {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(deliver));
  }

  void hand_over() {
    std::vector<std::function<void()>> all;
    {
      const std::lock_guard lock(mutex_);
      all.swap(waiting_);
    }
    if (all.empty()) return;
    boost::asio::post(io_, [all = std::move(all)] {
      for (const std::function<void()>& deliver : all) deliver();
    });
  }

 private:
  boost::asio::io_context& io_;
  std::mutex mutex_;
  std::vector<std::function<void()>> waiting_;
};

}  // namespace sealcart::server::api
