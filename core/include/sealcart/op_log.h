// The two ends of the operation log: what the server lets in, and what a device keeps.
#pragma once

#include <cstdint>
#include <vector>

#include "sealcart/cart.h"
#include "sealcart/catalog.h"
#include "sealcart/op.h"
#include "sealcart/price_context.h"
#include "sealcart/result.h"
#include "sealcart/store.h"
#include "sealcart/sync.h"

namespace sealcart {

// The server's check of a new operation against the cart as the log stands (`head` entries), before
// apply(): it is the next of its replica and based on what exists, says only what its kind may say,
// and names things the store has. A replayed log skips it: what was let in stays in. Paths are
// fields of the operation. Further codes: op_base_ahead, sku_unknown, quantity_too_small,
// quantity_too_large, code_unknown, country_unknown, shipping_method_unknown, and those of
// check_caps().
Status admit(const Cart& cart, const Op& op, std::int64_t head, const Store& store,
             const Catalog& catalog);

// What a device keeps: the log as far as it has it (`confirmed`, `head`), its own operations beyond
// that
// (`pending`), and the two joined (`cart`), which is what it shows.
class DeviceLog {
 public:
  struct Saved {
    ReplicaId replica = 0;
    std::int64_t head = 0;
    Cart confirmed;
    std::vector<Op> pending;  // in order of n
    std::vector<SeenPrice> seen = {};
  };

  DeviceLog() = default;
  // Joins the saved parts again; refuses what check_cart() and apply() refuse.
  static Result<DeviceLog> restore(Saved saved);

  const Cart& cart() const { return cart_; }
  std::int64_t head() const { return head_; }
  const std::vector<Op>& pending() const { return pending_; }
  Author author() const { return {replica_, head_}; }
  // Without `seen`, which the session keeps.
  Saved save() const { return {replica_, head_, confirmed_, pending_}; }

  // A new operation of this device.
  Status append(Op op);
  // Changes the units of a `set` in place, together with its lot on the line at `line`. Only for an
  // operation that take() has not handed out, on a line with no other lot: nobody has seen it.
  void amend(std::size_t pending_index, std::size_t line, std::int32_t units);
  // Operations not handed out yet; they are immutable from here on.
  std::vector<Op> take();
  std::size_t untaken_from() const { return taken_; }

  // The next entry of the server's log. Entries below head() change nothing; a gap is op_gap.
  Status receive(const LogEntry& entry);
  // Takes the join of the log's first entries in place of these; one that is not longer than what
  // is here changes nothing. Refuses what check_cart() refuses, cart_mismatch, and op_fork when it
  // contains operations that are pending here: nobody can tell any more whether they are the same.
  Status adopt(const LogCheckpoint& checkpoint);
  // The server refused this device's operation n (and with it the batch it came in). It is dropped;
  // the ones that followed move up by one number, no longer name its lot, and are handed out again.
  // Refuses (op_invalid) a number that is not pending.
  Status drop(std::int64_t n);

 private:
  ReplicaId replica_ = 0;
  std::int64_t head_ = 0;
  Cart confirmed_;
  Cart cart_;
  std::vector<Op> pending_;
  std::size_t taken_ = 0;
};

template <>
struct Describe<DeviceLog::Saved> : Fields<DeviceLog::Saved> {
  static constexpr std::string_view name = "SavedCart";
  static constexpr std::string_view doc = "What a device keeps of a cart.";
  static constexpr std::array fields{
      field<&T::replica>(range(1, limits::kCounter), "this device"),
      field<&T::head>(range(0, limits::kCounter), "log index seen"),
      field<&T::confirmed>("the log as far as seen, joined"),
      field<&T::pending>("own operations beyond it").items(10'000),
      field<&T::seen>("unit prices the shopper agreed to here").items(limits::kLines).optional(),
  };
};

}  // namespace sealcart
