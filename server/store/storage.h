// What the services need of a database. Its SQL is in sql/, the databases behind it beside that.
//
// Used from one thread, except for sync(). A transaction holds several pieces of work, each between
// begin_work() and keep_work() or undo_work(), so that one durable commit serves them all. Failures
// of the database itself are exceptions (StorageError); what a piece of work refuses is not a
// failure.
//
// Several servers may share one database (PostgreSQL). Then a transaction locks the carts it was
// told of when it begins, and what this process remembers of a cart counts only while is_current().
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "sealcart/op.h"
#include "sealcart/price_context.h"
#include "sealcart/sync.h"
#include "store/access_records.h"
#include "store/announcement.h"
#include "store/records.h"

namespace sealcart::server {

enum class Trouble {
  failed,    // this statement, and what depends on it
  conflict,  // another server was in the way: all of it can be run again
  lost,      // the connection; whether a commit under way was done is not known
  full,      // the disk: nothing of the transaction was kept, and there may be room again later
  broken,    // the medium: nothing this process holds can be trusted, so it must stop
};

class StorageError : public std::runtime_error {
 public:
  StorageError(const std::string& what, Trouble trouble)
      : std::runtime_error(what), trouble_(trouble) {}
  Trouble trouble() const { return trouble_; }

 private:
  Trouble trouble_;
};

// What a piece of work will touch, as far as it is known before it runs. What is missing here is
// locked when it is come across, which may mean running the work again.
struct Foreseen {
  std::vector<CartId> changed = {};
  std::vector<CartId> read = {};
  // It changes stock or other counters, in sorted order. Two such orders in one transaction would
  // not be sorted any more, so it is the last one of its transaction.
  bool counts = false;

  static Foreseen change_of(const CartId& cart) { return {.changed = {cart}}; }
  static Foreseen read_of(const CartId& cart) { return {.read = {cart}}; }
};

// A copy of the database in the making.
class Backup {
 public:
  virtual ~Backup() = default;
  // A little more of it, between transactions; true: it is complete. Throws StorageError.
  virtual bool step() = 0;
};

class Storage {
 public:
  virtual ~Storage() = default;

  // Of everything but sealed tokens, into a file that is made anew. Throws StorageError, also when
  // the database has tools of its own for that.
  virtual std::unique_ptr<Backup> start_backup(const std::filesystem::path& to) = 0;

  // Whether other servers may use the same database.
  virtual bool shared() const = 0;

  virtual void begin(const Foreseen& foreseen) = 0;
  virtual void commit() = 0;  // durable after the next sync()
  // From any thread, also while another goes on with the next transaction: what was committed
  // before it is durable when it returns. Throws StorageError.
  virtual void sync() = 0;
  virtual void rollback() = 0;
  // Between transactions: what commits left to be done later and can go on without for a while.
  // `fully`: all of it, to make room; otherwise when it has become much.
  virtual void tidy(bool fully) = 0;
  // It has become much. While that is done, nobody may sync().
  virtual bool untidy() const = 0;
  virtual void begin_work() = 0;
  virtual void keep_work() = 0;
  virtual void undo_work() = 0;

  // Told to the other servers with the commit.
  virtual void announce(const Announcement& news) = 0;
  // From here to the end of the transaction no other server does this: waits for it, or tries.
  virtual void wait_alone(std::string_view what) = 0;
  virtual bool try_alone(std::string_view what) = 0;

  virtual std::optional<std::string> setting(std::string_view name) = 0;
  virtual void put_setting(std::string_view name, std::string_view value) = 0;

  // Carts and their logs. append() takes the entry after `head`.
  virtual bool is_current(const CartRecord& remembered) = 0;
  virtual std::optional<CartRecord> cart(const CartId& cart) = 0;
  virtual void insert_cart(const CartRecord& cart, Timestamp now) = 0;
  virtual void append(const CartId& cart, const LogEntry& entry) = 0;
  virtual std::optional<Op> op(const CartId& cart, ReplicaId replica, std::int64_t n) = 0;
  virtual std::vector<LogEntry> log(const CartId& cart, std::int64_t after, std::size_t limit) = 0;
  // cut_log() puts the checkpoint in place of the entries it is the join of.
  virtual std::optional<LogCheckpoint> checkpoint(const CartId& cart) = 0;
  virtual void cut_log(const CartId& cart, const LogCheckpoint& checkpoint) = 0;

  // What is kept, and what no longer. touch_cart() writes life and day. idle_carts(): id, head and
  // cut of carts last used before that day, the longest unused first. remove_quotes(): unused ones,
  // at most `limit`; how many.
  virtual void touch_cart(const CartRecord& cart) = 0;
  virtual std::vector<CartRecord> idle_carts(CartLife life, std::int64_t before_day,
                                             std::size_t limit) = 0;
  virtual void remove_cart(const CartId& cart) = 0;
  virtual std::int64_t remove_quotes(Timestamp expired_before, std::int64_t limit) = 0;

  // Accesses, pairings and restore links of a cart. raise_sharing() goes with each change of the
  // first two, so that others who remember them notice.
  virtual void raise_sharing(const CartId& cart) = 0;
  virtual void set_customer(const CartId& cart, const Hash32& customer) = 0;
  virtual std::vector<AccessRecord> accesses(const CartId& cart) = 0;
  virtual void insert_access(const CartId& cart, const AccessRecord& access) = 0;
  virtual void update_access(const CartId& cart, const AccessRecord& access) = 0;
  virtual void delete_access(const CartId& cart, const AccessId& access) = 0;
  virtual std::vector<PairingRecord> pairings(const CartId& cart) = 0;
  virtual void insert_pairing(const CartId& cart, const PairingRecord& pairing) = 0;
  // False: its state is not `from` any more.
  virtual bool update_pairing(const CartId& cart, const PairingRecord& pairing,
                              PairingState from) = 0;
  virtual void delete_pairing(const CartId& cart, const PairingId& pairing) = 0;
  virtual void put_pairing_key(const Hash32& key, const PairingPlace& place, Timestamp end) = 0;
  virtual std::optional<PairingPlace> pairing_place(const Hash32& key, Timestamp now) = 0;
  virtual void delete_pairing_key(const Hash32& key) = 0;
  virtual void sweep_pairing_keys(Timestamp now) = 0;
  virtual std::vector<LinkRecord> links(const CartId& cart) = 0;
  virtual void insert_link(const CartId& cart, const LinkRecord& link) = 0;
  virtual bool delete_link(const CartId& cart, const LinkId& link) = 0;

  // Customers, their carts, and where they are signed in.
  virtual std::optional<CustomerRecord> customer(const Hash32& customer) = 0;
  // Made when it is not there, and nobody else's to change until the work is done.
  virtual void hold_customer(const CustomerRecord& customer, Timestamp now) = 0;
  virtual void set_current_cart(const Hash32& customer, const std::optional<CartId>& cart) = 0;
  virtual std::vector<CustomerCartRecord> customer_carts(const Hash32& customer) = 0;
  virtual void insert_customer_cart(const Hash32& customer, const CustomerCartRecord& cart) = 0;
  virtual void rename_customer_cart(const Hash32& customer, const CartId& cart,
                                    std::string_view name) = 0;
  virtual void delete_customer_cart(const Hash32& customer, const CartId& cart) = 0;
  virtual std::vector<SessionRecord> sessions(const Hash32& customer) = 0;
  virtual std::optional<SessionRecord> session(const Hash32& capability) = 0;
  virtual void insert_session(const SessionRecord& session) = 0;
  virtual void delete_session(const SessionRecord& session) = 0;
  // The capability a sign-in token was used with first; use_login_token() false: used before.
  virtual bool use_login_token(const Hash32& token, const Hash32& capability, Timestamp end) = 0;
  virtual std::optional<Hash32> login_token_user(const Hash32& token) = 0;
  virtual void sweep_login_tokens(Timestamp now) = 0;

  // Stock. reserve() is one conditional statement; false: not that many left, or not counted.
  virtual void seed_stock(std::string_view store, std::string_view sku, std::int64_t units,
                          bool backorder) = 0;
  virtual std::vector<StockRecord> stock(std::string_view store) = 0;
  virtual std::optional<std::int64_t> available(std::string_view store, std::string_view sku) = 0;
  virtual bool reserve(std::string_view store, std::string_view sku, std::int64_t units) = 0;
  virtual void release(std::string_view store, std::string_view sku, std::int64_t units) = 0;
  virtual void consume(std::string_view store, std::string_view sku, std::int64_t units) = 0;

  // Quotes and orders. use_quote() marks it once; false: used before.
  virtual void insert_quote(const Quote& quote) = 0;
  virtual std::optional<QuoteRecord> quote(const CartId& cart, const QuoteId& quote) = 0;
  virtual bool use_quote(const CartId& cart, const QuoteId& quote, const OrderId& order) = 0;
  virtual std::int64_t next_order_number() = 0;
  virtual void insert_order(const OrderRecord& order) = 0;
  virtual std::optional<OrderRecord> order(const OrderId& order) = 0;
  virtual void add_order_event(const OrderId& order, Timestamp at, PaymentState state,
                               std::string_view reason) = 0;

  // Uses of promotions. redeem() counts one by conditional statements; false: a limit is reached,
  // and the work is to be undone. unredeem() gives back all of an order.
  virtual bool has_ordered(std::string_view store, const Hash32& shopper) = 0;
  virtual PromotionUse promotion_use(std::string_view store, std::string_view promotion,
                                     const Hash32& shopper) = 0;
  virtual bool redeem(const Redemption& used) = 0;
  virtual void unredeem(const OrderId& order) = 0;

  // Units of products a shopper ordered. take_units() counts by one conditional statement; false:
  // more than the limit, and the work is to be undone. return_units() gives back all of an order.
  virtual std::vector<ProductUse> units_taken(std::string_view store, const Hash32& shopper) = 0;
  virtual bool take_units(const ProductTaken& taken) = 0;
  virtual void return_units(const OrderId& order) = 0;

  // Payments. claimable(): one that is created, or claimed by a worker whose lease ended.
  // update_payment() writes only when the stored state and fence are the given ones.
  virtual void insert_payment(const PaymentRecord& payment) = 0;
  virtual std::optional<PaymentRecord> payment(const OrderId& order) = 0;
  virtual bool jti_used(const std::array<std::uint8_t, 16>& jti) = 0;
  virtual std::optional<OrderId> claimable(Timestamp now) = 0;
  virtual bool update_payment(const PaymentRecord& payment, PaymentState from_state,
                              std::int64_t from_fence) = 0;

  // Sealed tokens: a file of its own, committed before the rest, so an order never lacks its token.
  virtual void put_token(const OrderId& order, std::string_view token) = 0;
  virtual std::optional<std::string> token(const OrderId& order) = 0;
  virtual void delete_token(const OrderId& order) = 0;
  virtual std::vector<OrderId> orders_with_token() = 0;
};

}  // namespace sealcart::server
