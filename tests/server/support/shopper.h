// A shopper with one device: makes operations as the page does, seals tokens, orders.
#pragma once

#include "sealcart/op_log.h"
#include "sealcart/order.h"
#include "support/test_shop.h"

namespace sealcart::server::testing {

inline constexpr std::string_view kGoodCard =
    R"({"type":"card","number":"4242424242424242","expiryMonth":12,"expiryYear":2099,)"
    R"("securityCode":"123","name":"Ada"})";

class Shopper {
 public:
  explicit Shopper(TestShop& shop, ReplicaId replica = 7);
  // Another device of the same cart.
  Shopper(TestShop& shop, const CartId& cart, ReplicaId replica);

  const CartId& cart() const { return cart_; }
  const Cart& sees() const { return log_.cart(); }
  std::int64_t head() const { return log_.head(); }
  ReplicaId replica() const { return log_.author().replica; }

  // Operations are made on what this device has seen; none is sent by these.
  Op add(std::string_view sku, std::int32_t units, Customizations texts = {});
  void set(const LineItem& line, std::int32_t units);
  void remove(const LineItem& line);
  // Destination; then the method.
  Op choose(std::string_view country = "DE", std::string_view method = "post");
  void apply_code(std::string_view code);
  std::vector<Op> pending() { return log_.pending(); }

  // Sends what is pending, or just these, and takes in what the server has.
  Outcome<LogBatch> send();
  Outcome<LogBatch> send(const std::vector<Op>& ops, std::int64_t after = 0);
  Outcome<LogBatch> receive(Outcome<LogBatch> batch);

  // Adds, sends, and picks address and method: ready for a quote.
  void fill(std::string_view sku, std::int32_t units, std::string_view country = "DE");

  static CheckoutForm form(std::string_view country = "DE");
  static CheckoutForm form_of(std::string_view email);
  // As the server prices it for this form's shopper.
  Snapshot snapshot(const CheckoutForm& form = Shopper::form());
  Outcome<Quote> quote(std::int64_t expected_total, const CheckoutForm& form = Shopper::form());
  Quote good_quote(const CheckoutForm& form = Shopper::form());
  std::string seal(const Quote& quote, std::string_view payload = kGoodCard);
  OrderRequest request(const Quote& quote, const CheckoutForm& form = Shopper::form());
  Outcome<Order> order(const OrderRequest& request);
  Outcome<Order> read(const OrderId& order);

 private:
  TestShop& shop_;
  CartId cart_;
  DeviceLog log_;
};

}  // namespace sealcart::server::testing
