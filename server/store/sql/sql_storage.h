// Everything the services ask of storage, as SQL that both databases understand. Where they differ
// is said in the text of the statement (connection.h) or overridden by the database's own class.
//
// `tokens` may be another database, or the same one with the tokens in a schema of their own.
#pragma once

#include "store/connection.h"
#include "store/storage.h"

namespace sealcart::server {

// The names CartLife has in the table of carts.
std::string_view stored_life(CartLife life);
CartLife life_from(std::string_view stored);

class SqlStorage : public Storage {
 public:
  // Of the rows that cart_of() reads.
  static const char* cart_text();
  static CartRecord cart_of(const Rows& row);

  std::optional<std::string> setting(std::string_view name) override;
  void put_setting(std::string_view name, std::string_view value) override;

  std::optional<CartRecord> cart(const CartId& cart) override;
  void insert_cart(const CartRecord& cart, Timestamp now) override;
  std::optional<Op> op(const CartId& cart, ReplicaId replica, std::int64_t n) override;
  std::vector<LogEntry> log(const CartId& cart, std::int64_t after, std::size_t limit) override;
  std::optional<LogCheckpoint> checkpoint(const CartId& cart) override;
  void cut_log(const CartId& cart, const LogCheckpoint& checkpoint) override;

  void touch_cart(const CartRecord& cart) override;
  std::vector<CartRecord> idle_carts(CartLife life, std::int64_t before_day,
                                     std::size_t limit) override;
  void remove_cart(const CartId& cart) override;
  std::int64_t remove_quotes(Timestamp expired_before, std::int64_t limit) override;

  void raise_sharing(const CartId& cart) override;
  void set_customer(const CartId& cart, const Hash32& customer) override;
  std::vector<AccessRecord> accesses(const CartId& cart) override;
  void insert_access(const CartId& cart, const AccessRecord& access) override;
  void update_access(const CartId& cart, const AccessRecord& access) override;
  void delete_access(const CartId& cart, const AccessId& access) override;
  std::vector<PairingRecord> pairings(const CartId& cart) override;
  void insert_pairing(const CartId& cart, const PairingRecord& pairing) override;
  bool update_pairing(const CartId& cart, const PairingRecord& pairing, PairingState from) override;
  void delete_pairing(const CartId& cart, const PairingId& pairing) override;
  void put_pairing_key(const Hash32& key, const PairingPlace& place, Timestamp end) override;
  std::optional<PairingPlace> pairing_place(const Hash32& key, Timestamp now) override;
  void delete_pairing_key(const Hash32& key) override;
  void sweep_pairing_keys(Timestamp now) override;
  std::vector<LinkRecord> links(const CartId& cart) override;
  void insert_link(const CartId& cart, const LinkRecord& link) override;
  bool delete_link(const CartId& cart, const LinkId& link) override;

  std::optional<CustomerRecord> customer(const Hash32& customer) override;
  void hold_customer(const CustomerRecord& customer, Timestamp now) override;
  void set_current_cart(const Hash32& customer, const std::optional<CartId>& cart) override;
  std::vector<CustomerCartRecord> customer_carts(const Hash32& customer) override;
  void insert_customer_cart(const Hash32& customer, const CustomerCartRecord& cart) override;
  void rename_customer_cart(const Hash32& customer, const CartId& cart,
                            std::string_view name) override;
  void delete_customer_cart(const Hash32& customer, const CartId& cart) override;
  std::vector<SessionRecord> sessions(const Hash32& customer) override;
  std::optional<SessionRecord> session(const Hash32& capability) override;
  void insert_session(const SessionRecord& session) override;
  void delete_session(const SessionRecord& session) override;
  bool use_login_token(const Hash32& token, const Hash32& capability, Timestamp end) override;
  std::optional<Hash32> login_token_user(const Hash32& token) override;
  void sweep_login_tokens(Timestamp now) override;

  void seed_stock(std::string_view store, std::string_view sku, std::int64_t units,
                  bool backorder) override;
  std::vector<StockRecord> stock(std::string_view store) override;
  std::optional<std::int64_t> available(std::string_view store, std::string_view sku) override;
  bool reserve(std::string_view store, std::string_view sku, std::int64_t units) override;
  void release(std::string_view store, std::string_view sku, std::int64_t units) override;
  void consume(std::string_view store, std::string_view sku, std::int64_t units) override;

  void insert_quote(const Quote& quote) override;
  std::optional<QuoteRecord> quote(const CartId& cart, const QuoteId& quote) override;
  bool use_quote(const CartId& cart, const QuoteId& quote, const OrderId& order) override;
  std::int64_t next_order_number() override;
  void insert_order(const OrderRecord& order) override;
  std::optional<OrderRecord> order(const OrderId& order) override;
  void add_order_event(const OrderId& order, Timestamp at, PaymentState state,
                       std::string_view reason) override;

  bool has_ordered(std::string_view store, const Hash32& shopper) override;
  PromotionUse promotion_use(std::string_view store, std::string_view promotion,
                             const Hash32& shopper) override;
  bool redeem(const Redemption& used) override;
  void unredeem(const OrderId& order) override;

  std::vector<ProductUse> units_taken(std::string_view store, const Hash32& shopper) override;
  bool take_units(const ProductTaken& taken) override;
  void return_units(const OrderId& order) override;

  void insert_payment(const PaymentRecord& payment) override;
  std::optional<PaymentRecord> payment(const OrderId& order) override;
  bool jti_used(const std::array<std::uint8_t, 16>& jti) override;
  std::optional<OrderId> claimable(Timestamp now) override;
  bool update_payment(const PaymentRecord& payment, PaymentState from_state,
                      std::int64_t from_fence) override;

  void put_token(const OrderId& order, std::string_view token) override;
  std::optional<std::string> token(const OrderId& order) override;
  void delete_token(const OrderId& order) override;
  std::vector<OrderId> orders_with_token() override;

 protected:
  SqlStorage(Connection& shop, Connection& tokens) : shop_(shop), tokens_(tokens) {}

 private:
  Connection& shop_;
  Connection& tokens_;
};

}  // namespace sealcart::server
