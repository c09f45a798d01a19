// A cart is the join of operations. Nothing but the units left in a lot ever changes, and only
// downward; so any order, repetition or partition of the same operations gives the same cart
// (docs/adr/0004). No price, name or discount is ever part of it.
#pragma once

#include <string>
#include <vector>

#include "sealcart/address.h"
#include "sealcart/customization.h"
#include "sealcart/describe.h"
#include "sealcart/ids.h"
#include "sealcart/limits.h"

namespace sealcart {

// `add`: counts beside other lots. `set`: the quantity someone saw and chose; the largest one
// counts.
enum class LotKind : std::uint8_t { add, set };

// What one operation put in: named by the replica and its n-th operation.
struct Lot {
  ReplicaId replica = 0;
  std::int64_t n = 0;
  LotKind kind = LotKind::add;
  std::int32_t remaining = 0;
  std::int64_t born = 0;  // lamport time of the line's first add, handed on from lot to lot
  friend bool operator==(const Lot&, const Lot&) = default;
};

// Quantity of a set of lots: the largest `set` plus all `add`.
std::int32_t quantity_of(const std::vector<Lot>& lots);
// The smallest and the largest `set` of a line; 0 without one. They differ while devices have
// chosen without knowing of each other, until someone chooses again.
struct Choices {
  std::int32_t least = 0;
  std::int32_t most = 0;
  bool differ() const { return least != most; }
};
Choices choices_of(const std::vector<Lot>& lots);
// The smallest of them: the place of their line in the shown order.
std::int64_t born_of(const std::vector<Lot>& lots);

struct LineItem {
  LineId id;
  std::string sku;
  std::vector<Lot> lots;               // live ones only, by (replica, n)
  Customizations customizations = {};  // in the form of ordered()

  std::int64_t born() const { return born_of(lots); }
  friend bool operator==(const LineItem&, const LineItem&) = default;
};

struct CodeEntry {
  std::string code;
  std::vector<Lot> lots;
  friend bool operator==(const CodeEntry&, const CodeEntry&) = default;
};

// Who wrote a register last: the later lamport time wins, then the larger replica.
struct Stamp {
  std::int64_t lamport = 0;
  ReplicaId replica = 0;
  friend auto operator<=>(const Stamp&, const Stamp&) = default;
};

struct ReplicaClock {
  ReplicaId replica = 0;
  std::int64_t n = 0;  // operations of that replica seen so far, without a gap
  friend bool operator==(const ReplicaClock&, const ReplicaClock&) = default;
};

struct Cart {
  CartId id;
  std::int64_t lamport = 0;
  std::vector<ReplicaClock> clocks;  // by replica
  std::vector<LineItem> lines;       // by (born(), id)
  std::vector<CodeEntry> codes;      // by code
  Destination destination;
  Stamp destination_stamp;
  std::string shipping_method;  // empty: not chosen
  Stamp shipping_method_stamp;
  friend bool operator==(const Cart&, const Cart&) = default;

  const LineItem* find_line(const LineId& line) const;
  const CodeEntry* find_code(std::string_view code) const;
  std::int64_t seen(ReplicaId replica) const;
};

// What every join leaves behind: clocks, lines, lots and codes each once and in their order, lines
// under the id of their SKU and texts, lots live, seen by the clocks and born by now. cart_invalid
// at the first place that differs.
Status check_cart(const Cart& cart);

template <>
struct Describe<LotKind> {
  static constexpr std::string_view doc =
      "Whether a lot counts beside others (add) or as the chosen quantity (set).";
};

template <>
struct Describe<Lot> : Fields<Lot> {
  static constexpr std::string_view doc = "Units one operation put in, and how many are left.";
  static constexpr std::array fields{
      field<&T::replica>(range(1, limits::kCounter), "who"),
      field<&T::n>(range(1, limits::kCounter), "its n-th operation"),
      field<&T::kind>("how it counts"),
      field<&T::remaining>(range(0, limits::kQuantity), "units left"),
      field<&T::born>(range(0, limits::kCounter), "lamport time of the line's first add"),
  };
};

template <>
struct Describe<LineItem> : Fields<LineItem> {
  static constexpr std::string_view doc = "A variant in a cart, as lots.";
  static constexpr std::array fields{
      field<&T::id>("hash of what tells lines apart"),
      field<&T::sku>(bytes(1, limits::kSkuBytes), "variant"),
      field<&T::lots>("live lots").items(limits::kLots),
      field<&T::customizations>("texts of the shopper, by name")
          .items(limits::kCustomizations)
          .optional(),
  };
};

template <>
struct Describe<CodeEntry> : Fields<CodeEntry> {
  static constexpr std::string_view doc = "A promotion code in a cart.";
  static constexpr std::array fields{
      field<&T::code>(bytes(1, limits::kCodeBytes), "as the store spells it"),
      field<&T::lots>("live lots").items(limits::kLots),
  };
};

template <>
struct Describe<Stamp> : Fields<Stamp> {
  static constexpr std::string_view doc = "Who wrote a register last.";
  static constexpr std::array fields{
      field<&T::lamport>(range(0, limits::kCounter), "logical time"),
      field<&T::replica>(range(0, limits::kCounter), "who; 0: nobody yet"),
  };
};

template <>
struct Describe<ReplicaClock> : Fields<ReplicaClock> {
  static constexpr std::string_view doc = "How many operations of a replica were seen.";
  static constexpr std::array fields{
      field<&T::replica>(range(1, limits::kCounter), "who"),
      field<&T::n>(range(0, limits::kCounter), "operations, without a gap"),
  };
};

template <>
struct Describe<Cart> : Fields<Cart> {
  static constexpr std::string_view doc = "The replicated state of a cart.";
  static constexpr std::array fields{
      field<&T::id>("128 random bits"),
      field<&T::lamport>(range(0, limits::kCounter), "largest logical time seen"),
      field<&T::clocks>("what was seen of whom").items(limits::kReplicas),
      field<&T::lines>("in shown order").items(limits::kLines),
      field<&T::codes>("promotion codes").items(limits::kCodes),
      field<&T::destination>("where to"),
      field<&T::destination_stamp>("last writer of it"),
      field<&T::shipping_method>(bytes(0, limits::kIdBytes), "empty: not chosen"),
      field<&T::shipping_method_stamp>("last writer of it"),
  };
};

}  // namespace sealcart
