// Rows as the services see them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/crypto.h"
#include "sealcart/ids.h"
#include "sealcart/order.h"
#include "sealcart/payment.h"
#include "sealcart/time.h"

namespace sealcart::server {

// By what a cart is goes how long it is kept (services/retention.h).
enum class CartLife : std::uint8_t { empty, filled, customer, ordered };

struct CartRecord {
  CartId id;
  std::string store;
  std::string currency;
  std::int64_t head = 0;  // index of the log's last entry
  std::int64_t cut = 0;   // index of the last entry that a checkpoint stands for
  CartLife life = CartLife::empty;
  std::int64_t touched_day = 0;                   // since 1970
  std::int64_t sharing = 0;                       // raised whenever its accesses or pairings change
  std::optional<Hash32> customer = std::nullopt;  // it belongs to; none: a guest's
  std::int64_t created_at_ms = 0;
};

struct StockRecord {
  std::string sku;
  std::int64_t available = 0;  // on hand and not reserved; negative: sold beyond the stock
};

struct QuoteRecord {
  Quote quote;
  bool used = false;
};

struct OrderedLine {
  std::string sku;
  std::int32_t quantity = 0;
  bool counted = false;  // units were reserved in the stock table
  std::string product;
};

struct OrderedLot {
  ReplicaId replica = 0;
  std::int64_t n = 0;
  std::string sku;
  std::int32_t units = 0;
};

// An order's use of a promotion; absent limits: as often as one likes.
struct Redemption {
  std::string store;
  std::string promotion;
  Hash32 shopper{};
  OrderId order;
  std::optional<std::int64_t> usage_limit;
  std::optional<std::int64_t> shopper_limit;
};

// Units of a product in one order; absent limit: as many as one likes.
struct ProductTaken {
  std::string store;
  std::string product;
  Hash32 shopper{};
  std::int64_t units = 0;
  std::optional<std::int64_t> customer_limit;
};

struct OrderRecord {
  std::string store;
  QuoteId quote;
  Hash32 request_hash{};
  Hash32 shopper{};  // written only
  Order order;       // as it was placed; how the payment stands is in PaymentRecord
  std::vector<OrderedLine> lines;
  std::vector<OrderedLot> lots;
};

struct PaymentRecord {
  OrderId order;
  PaymentState state = PaymentState::created;
  std::array<std::uint8_t, 16> jti{};  // of the sealed token
  std::int64_t fence = 0;              // raised with each claim
  Timestamp lease_until;
  std::string reference;                 // the provider's
  std::optional<std::int64_t> captured;  // minor units, as the provider told
  std::string currency;
};

}  // namespace sealcart::server
