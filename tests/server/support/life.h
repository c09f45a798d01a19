// What a shop lives through, as requests one after the other: carts are made, edited on two
// devices, paired, linked, quoted, ordered, paid and declined, and old ones removed. Each is sent
// with the same content until it is acknowledged, as the package and the worker do; a ledger keeps
// what was.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "support/devices.h"

namespace sealcart::server::testing {

class Life {
 public:
  // With a cart whose log is about to be cut, and carts nobody uses.
  explicit Life(TestShop& shop);

  static std::size_t requests();
  static const char* name(std::size_t request);
  // "ok": acknowledged. Otherwise the code of the refusal. Throws TestShop::Ended.
  std::string ask(std::size_t request);

  // What was acknowledged and is not there, or not as it was. Empty: all of it is.
  std::vector<std::string> missing();
  // What can be read, as text: the same after the same requests.
  std::string state();
  std::size_t tokens();

 private:
  struct Asked;
  static const std::vector<Asked>& all();

  // A shopper with one cart, and what the server acknowledged of it.
  struct Device {
    Shopper shopper;
    bool made = false;
    bool asked = false;  // the operations of the next request are made
    std::vector<Op> acknowledged = {};
    std::optional<OrderRequest> order = std::nullopt;  // on a quote that was acknowledged
    bool ordered = false;
    std::int64_t fence = 0;  // of the claim the worker has
    std::optional<PaymentState> paid = std::nullopt;
  };

  std::string make(Device& device);
  std::string edit(Device& device, const std::function<void(Shopper&)>& change);
  std::string quote(Device& device);
  std::string order(Device& device);
  std::string claim(Device& device);
  std::string settle(Device& device, PaymentState outcome);
  std::string offer();
  std::string use_code();
  std::string approve();
  std::string link();
  std::string open_link();
  std::string sweep_unused();

  void check(Work& work, std::vector<std::string>& missing) const;
  static void check_cart(Work& work, const Device& device, std::vector<std::string>& missing);
  static void check_order(Work& work, const Device& device, std::vector<std::string>& missing);
  void check_sharing(std::vector<std::string>& missing);
  std::string written(Work& work) const;

  TestShop& shop_;
  DeviceDesk desk_;
  Device old_;
  Device elsewhere_;  // another device of the same cart
  Device buyer_;
  Device poor_;  // whose payment is declined
  std::vector<CartId> unused_;
  bool swept_ = false;
  std::optional<PairingOffer> offer_;
  std::optional<Pairing> pairing_;
  bool paired_ = false;
  std::optional<RestoreLinkMade> link_;
  bool linked_ = false;
};

}  // namespace sealcart::server::testing
