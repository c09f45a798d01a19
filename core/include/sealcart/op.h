// Operations: the only facts that are stored. A click, another device, a reload and the server's
// check all go through the same apply().
//
// Semantics (shrink-only lots; docs/adr/0004 and the model it cites):
//   add       puts a new `add` lot in; concurrent adds both count
//   decrease  takes units out of lots it names, newest first
//   set       empties every lot it saw and puts one `set` lot in
//   remove    empties every lot it saw; an add it did not see survives
//   order     the server's removal of what was ordered
//   code_add / code_remove   the same for promotion codes
//   destination / shipping_method   registers: the last writer wins
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sealcart/cart.h"
#include "sealcart/catalog.h"
#include "sealcart/describe.h"
#include "sealcart/limits.h"
#include "sealcart/result.h"

namespace sealcart {

enum class OpKind : std::uint8_t {
  add,
  decrease,
  set,
  remove,
  order,
  code_add,
  code_remove,
  destination,
  shipping_method,
};

// A lot the maker saw, and the units it leaves of it.
struct Shrink {
  ReplicaId replica = 0;
  std::int64_t n = 0;
  std::int32_t remaining = 0;
  friend bool operator==(const Shrink&, const Shrink&) = default;
};

struct Op {
  std::int32_t v = 1;
  CartId cart;
  ReplicaId replica = 0;
  std::int64_t n = 0;  // 1, 2, 3, ... of this replica
  std::int64_t lamport = 0;
  std::int64_t base = 0;  // log index the replica had seen
  OpKind kind = OpKind::add;
  std::string sku;              // line kinds
  std::int32_t units = 0;       // of the new lot; add and set only
  std::int64_t born = 0;        // of the line; add and set only
  std::vector<Shrink> shrinks;  // lots it saw, with the units it leaves
  std::string value;            // code or shipping method
  std::optional<Destination> destination;
  Customizations customizations = {};  // line kinds: of the line, in the form of ordered()
  friend bool operator==(const Op&, const Op&) = default;
};

// One entry of the server's log: gap-free indices from 1.
struct LogEntry {
  std::int64_t index = 0;
  Op op;
};

enum class CommandKind : std::uint8_t {
  add,
  set_quantity,
  remove,
  apply_code,
  remove_code,
  set_destination,
  set_shipping_method,
  accept_prices,
};

// What a person asks for. Quantities are wide here so that a bad one gets its own code.
struct Command {
  CommandKind kind = CommandKind::add;
  std::string sku;      // add: by SKU ...
  std::string product;  // ... or by product and options
  std::vector<OptionChoice> options;
  Customizations customizations;
  std::optional<LineId> line;            // set_quantity, remove
  std::optional<std::int64_t> quantity;  // add: 1 when absent
  std::string code;
  std::string method;
  std::optional<Destination> destination;
  friend bool operator==(const Command&, const Command&) = default;
};

// Who makes operations, and what it has seen of the log.
struct Author {
  ReplicaId replica = 0;
  std::int64_t base = 0;
};

// Makes operations out of what the author sees; none of them is applied yet. Requires checked
// input.
Op make_add(const Cart& cart, const Author& author, std::string_view sku, std::int32_t units,
            Customizations texts = {});
Op make_set(const Cart& cart, const Author& author, const LineItem& line, std::int32_t units);
Op make_remove(const Cart& cart, const Author& author, const LineItem& line,
               OpKind kind = OpKind::remove);
Op make_code(const Cart& cart, const Author& author, std::string_view code, bool add);
Op make_destination(const Cart& cart, const Author& author, const Destination& destination);
Op make_shipping_method(const Cart& cart, const Author& author, std::string_view method);

// Whether a new operation fits: cart_full, customizations_too_many (lines of one variant),
// codes_too_many, lots_too_many, replicas_too_many. Asked
// where an operation is made and where the server lets it in; a join never refuses for size.
Status check_caps(const Cart& cart, const Op& op);

// Whether an operation can be joined: cart_mismatch, op_gap, op_invalid (it contradicts its own
// kind), quantity_too_small, quantity_too_large.
Status check_op(const Cart& cart, const Op& op);

// Joins an operation into a cart. A known one changes nothing. Refuses what check_op() refuses, and
// then changes nothing.
Status apply(Cart& cart, const Op& op);

template <>
struct Describe<OpKind> {
  static constexpr std::string_view doc = "What an operation does.";
};

template <>
struct Describe<Shrink> : Fields<Shrink> {
  static constexpr std::string_view doc = "A lot its maker saw, and the units it leaves of it.";
  static constexpr std::array fields{
      field<&T::replica>(range(1, limits::kCounter), "maker of the lot"),
      field<&T::n>(range(1, limits::kCounter), "its n-th operation"),
      field<&T::remaining>(range(0, limits::kQuantity), "units left"),
  };
};

template <>
struct Describe<Op> : Fields<Op> {
  static constexpr std::string_view doc = "One operation on a cart: a stored fact.";
  static constexpr std::array fields{
      field<&T::v>(range(1, 1), "version of this shape"),
      field<&T::cart>("which cart"),
      field<&T::replica>(range(1, limits::kCounter), "who made it"),
      field<&T::n>(range(1, limits::kCounter), "its n-th operation, from 1, without a gap"),
      field<&T::lamport>(range(1, limits::kCounter), "logical time"),
      field<&T::base>(range(0, limits::kCounter), "log index its maker had seen"),
      field<&T::kind>("what it does"),
      field<&T::sku>(bytes(0, limits::kSkuBytes), "line kinds: the variant").optional(),
      field<&T::units>(range(-limits::kQuantity * 1000LL, limits::kQuantity * 1000LL),
                       "add, set: units of the new lot, 1 to 9999")
          .optional(),
      field<&T::born>(range(0, limits::kCounter), "add, set: lamport time of the line").optional(),
      field<&T::shrinks>("lots it saw, with the units it leaves").items(limits::kLots).optional(),
      field<&T::value>(bytes(0, limits::kCodeBytes), "code or shipping method").optional(),
      field<&T::destination>("for kind destination"),
      field<&T::customizations>("line kinds: texts of the line, by name")
          .items(limits::kCustomizations)
          .optional(),
  };
};

template <>
struct Describe<LogEntry> : Fields<LogEntry> {
  static constexpr std::string_view doc = "An operation at its place in the server's log.";
  static constexpr std::array fields{
      field<&T::index>(range(1, limits::kCounter), "1, 2, 3, ..."),
      field<&T::op>("the operation"),
  };
};

template <>
struct Describe<CommandKind> {
  static constexpr std::string_view doc = "What a person asks for.";
};

template <>
struct Describe<Command> : Fields<Command> {
  static constexpr std::string_view doc = "What a person asks for.";
  static constexpr std::array fields{
      field<&T::kind>("what to do"),
      field<&T::sku>(bytes(0, limits::kSkuBytes), "add: the variant, or").optional(),
      field<&T::product>(bytes(0, limits::kIdBytes), "add: the product with options").optional(),
      field<&T::options>("add: one value for each option").items(limits::kOptions).optional(),
      field<&T::customizations>("add: texts the product takes")
          .items(limits::kCustomizations)
          .optional(),
      field<&T::line>("setQuantity, remove: the line"),
      field<&T::quantity>(range(-limits::kAmount, limits::kAmount),
                          "units; setQuantity needs it, add takes 1 without it"),
      field<&T::code>(bytes(0, limits::kCodeBytes), "applyCode, removeCode").optional(),
      field<&T::method>(bytes(0, limits::kIdBytes), "setShippingMethod").optional(),
      field<&T::destination>("setDestination"),
  };
};

}  // namespace sealcart
