// A shopper's cart at work: store, catalogue and log together, priced after every change.
//
// The door for commands is submit(); the numeric shortcuts below it are the same command without
// text, for the page's hot path. Whatever is refused changes nothing: totals, cart and log stay as
// they were.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "sealcart/allowance.h"
#include "sealcart/catalog.h"
#include "sealcart/op.h"
#include "sealcart/op_log.h"
#include "sealcart/snapshot.h"
#include "sealcart/store.h"
#include "sealcart/totals.h"

namespace sealcart {

class Session {
 public:
  // Loading order: store, catalogue slices, cart. Slices may follow at any time.
  Status open_store(StoreDocument document);
  Status load_catalog(CatalogSlice slice);
  Status open_cart(DeviceLog::Saved saved);
  void set_now(Timestamp now);
  // Who buys, what is known of codes, what may be paid with, and the moment. Prices seen so far
  // stand when it names none.
  void set_context(PriceContext context);
  // The server's part of it; the rest stands.
  void know(ShopperFacts facts);
  const PriceContext& context() const { return context_; }

  Status submit(const Command& command);
  Status add(std::string_view sku, std::int64_t quantity, Customizations texts = {});
  // `line` is the position in cart().lines.
  Status set_quantity(std::size_t line, std::int64_t quantity);
  Status remove(std::size_t line);

  // The next entries of the server's log. What came before a refused entry is kept.
  Status receive(std::span<const LogEntry> entries);
  Status receive(const LogBatch& batch);
  Status drop(std::int64_t n);
  // Operations not handed out before, for the outbox.
  std::vector<Op> take();
  DeviceLog::Saved save() const;

  const Cart& cart() const { return log_.cart(); }
  const DeviceLog& log() const { return log_; }
  const Store* store() const { return store_ ? &*store_ : nullptr; }
  const Catalog& catalog() const { return catalog_; }
  const Priced& priced() const { return priced_; }
  Snapshot snapshot() const;

  std::int64_t revision() const { return revision_; }
  std::int64_t structure() const { return structure_; }

  // The flat snapshot (snapshot.h): the head, and the records behind it, of which there are
  // flat_size() doubles.
  void write_flat_head(double* out) const;
  std::size_t flat_size() const;
  void write_flat(double* out) const;

 private:
  // What an edit of a line needs, without lookups.
  struct Edit {
    std::int32_t open_op = kNone;  // index into log().pending() of a `set` that can be amended
    bool shared = false;           // other lines or orders count towards its limits
  };

  Status ready() const;
  // What lines share: the stock of their variant, the limits of their product.
  Status check_shared(const Catalog::Entry& entry, std::size_t line, std::int64_t units) const;
  // Whether another quantity changes what is told of a line beside its amounts.
  bool retold(std::size_t line, std::int32_t before, std::int32_t units) const;
  Error not_sold(std::string_view sku, const char* path) const;
  Status add_chosen(const Command& command);
  Status apply_code(std::string_view code);
  Status remove_code(std::string_view code);
  Status set_destination(const Destination& destination);
  Status set_shipping_method(std::string_view method);
  Result<std::size_t> position(const std::optional<LineId>& line) const;

  // Tries a new operation on a copy, and keeps the copy when it joins and can be priced.
  Status commit(Op op);
  // Prices for a changed quantity; takes it back when that exceeds limits::kAmount.
  Status reprice(std::size_t line, std::int32_t units);
  void refresh();
  void adopt(Priced priced);
  void link_edits();
  // Each line's price when it is first seen here; those of lines that are gone are forgotten.
  void remember_prices();
  void accept_prices();

  std::optional<Store> store_;
  Catalog catalog_;
  DeviceLog log_;
  bool opened_ = false;
  PriceContext context_;
  Priced priced_;
  PriceScratch scratch_;
  std::vector<Edit> edits_;            // beside cart().lines
  std::vector<Catalog::Entry> goods_;  // beside cart().lines
  std::int64_t revision_ = 0;
  std::int64_t structure_ = 0;
  std::uint64_t outlook_ = 0;
};

}  // namespace sealcart
