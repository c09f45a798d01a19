// A shop behind its services, on a real database and real keys, with a clock the test sets.
//
// Store "tea" (tests/server/data) sells in EUR to Germany (19 % included) and Italy (22 %), ships
// for 4.90, and has: CUP-RED 12.00 (5 in stock), CUP-BLUE 12.00 (1 in stock), POT 40.00 (not
// counted), SPOON 1.50 (2 in stock, backorder), LAMP-S
// 20.00 and LAMP-L 30.00 (together 4 an order, 5 a customer).
#pragma once

#include <atomic>
#include <chrono>
#include <exception>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "payd/keyring.h"
#include "services/backend.h"
#include "services/carts.h"
#include "support/temp_folder.h"
#include "support/test_database.h"

namespace sealcart::server::testing {

// Signs the sign-in tokens of the shop.
inline constexpr std::string_view kLoginSecret = "a sign-in secret of the tests' own making";
inline constexpr std::int64_t kStart = 1'800'000'000'000;  // 2027-01-15

class TestShop {
 public:
  explicit TestShop(std::size_t journal = OpJournal::kKept);
  // Another server on the same database and keys, with the same clock; PostgreSQL only.
  explicit TestShop(TestShop& neighbour);

  // The process ended before it answered: its disk is broken.
  struct Ended : std::exception {
    const char* what() const noexcept override { return "the process ended"; }
  };

  // Runs a service as a request would and waits for its answer. Throws Ended.
  template <class T>
  Outcome<T> run(std::function<Outcome<T>(Work&)> service, Foreseen foreseen = {}) {
    auto promise = std::make_shared<std::promise<Outcome<T>>>();
    backend_->submit<T>(
        std::move(service),
        [promise](Outcome<T> outcome) { promise->set_value(std::move(outcome)); },
        std::move(foreseen));
    return answer_of(promise->get_future());
  }
  // The same for a service on a cart.
  template <class T>
  Outcome<T> on_cart(const CartId& cart, std::function<Outcome<T>(Work&, const CartState&)> service,
                     bool counts = false) {
    const auto on_state = [&](Work& work) -> Outcome<T> {
      const Result<CartPtr> state = load_cart(work, cart);
      if (!state) return refuse(state.error());
      return service(work, **state);
    };
    return run<T>(on_state, {.changed = {cart}, .counts = counts});
  }

  // Ends the process's memory of everything, as a restart does.
  void restart();
  // One more catalogue of tests/server/data, from a restart on.
  void offer(std::string_view catalog);
  void stop() { backend_.reset(); }
  const Backend& backend() const { return *backend_; }

  void pass(std::int64_t ms);
  void set_time(Timestamp now) { place_->now_ms = now.ms; }
  Timestamp now() const { return {place_->now_ms.load()}; }
  const payd::Keyring& keys() const { return *place_->keyring; }
  seal::ManifestKey sealing_key() const;
  std::int64_t available(const std::string& sku);
  std::vector<Changes> take_changes();

  static std::array<std::uint8_t, 16> merchant() { return {0x5e, 0xa1}; }
  const TempFolder& folder() const { return place_->folder; }
  const TestDatabase& database() const { return place_->database; }

 private:
  template <class T>
  Outcome<T> answer_of(std::future<Outcome<T>> answer) {
    try {
      while (answer.wait_for(std::chrono::milliseconds(1)) != std::future_status::ready) {
        if (ended_) throw Ended();
      }
      return answer.get();
    } catch (const std::future_error&) {
      throw Ended();  // its request was dropped with all others
    }
  }
  void end_thread();

  // What servers beside each other share.
  struct Place {
    TempFolder folder;
    TestDatabase database{folder};
    std::atomic<std::int64_t> now_ms{kStart};
    std::unique_ptr<payd::Keyring> keyring;
  };
  std::shared_ptr<Place> place_;
  BackendConfig config_;
  std::mutex mutex_;
  std::vector<Changes> changes_;
  std::atomic<bool> ended_ = false;
  std::unique_ptr<Backend> backend_;
};

}  // namespace sealcart::server::testing
