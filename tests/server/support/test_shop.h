// A shop behind its services, on real SQLite files and real keys, with a clock the test sets.
//
// Store "tea" (tests/server/data) sells in EUR to Germany (19 % included) and Italy (22 %), ships
// for 4.90, and has: CUP-RED 12.00 (5 in stock), CUP-BLUE 12.00 (1 in stock), POT 40.00 (not
// counted), SPOON 1.50 (2 in stock, backorder), LAMP-S
// 20.00 and LAMP-L 30.00 (together 4 an order, 5 a customer).
#pragma once

#include <atomic>
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

namespace sealcart::server::testing {

// Signs the sign-in tokens of the shop.
inline constexpr std::string_view kLoginSecret = "a sign-in secret of the tests' own making";
inline constexpr std::int64_t kStart = 1'800'000'000'000;  // 2027-01-15

class TestShop {
 public:
  TestShop();

  // Runs a service as a request would and waits for its answer.
  template <class T>
  Outcome<T> run(std::function<Outcome<T>(Work&)> service) {
    auto promise = std::make_shared<std::promise<Outcome<T>>>();
    backend_->submit<T>(std::move(service),
                        [promise](Outcome<T> outcome) { promise->set_value(std::move(outcome)); });
    return promise->get_future().get();
  }
  // The same for a service on a cart.
  template <class T>
  Outcome<T> on_cart(const CartId& cart,
                     std::function<Outcome<T>(Work&, const CartState&)> service) {
    return run<T>([&](Work& work) -> Outcome<T> {
      const Result<CartPtr> state = load_cart(work, cart);
      if (!state) return refuse(state.error());
      return service(work, **state);
    });
  }

  // Ends the process's memory of everything, as a restart does.
  void restart();

  void pass(std::int64_t ms);
  Timestamp now() const { return {now_ms_.load()}; }
  const payd::Keyring& keys() const { return *keyring_; }
  seal::ManifestKey sealing_key() const;
  std::int64_t available(const std::string& sku);
  std::vector<Changes> take_changes();

  static std::array<std::uint8_t, 16> merchant() { return {0x5e, 0xa1}; }
  const TempFolder& folder() const { return folder_; }

 private:
  TempFolder folder_;
  std::atomic<std::int64_t> now_ms_{kStart};
  BackendConfig config_;
  std::unique_ptr<payd::Keyring> keyring_;
  std::mutex mutex_;
  std::vector<Changes> changes_;
  std::unique_ptr<Backend> backend_;
};

}  // namespace sealcart::server::testing
