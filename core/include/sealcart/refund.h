// Refunds of a placed order, in any number of steps and any order, exact to the minor unit.
//
// A Refundable holds what can still be refunded of each part of an order: at first what was paid.
// A refund is worked out on what is left, never on what was paid, and takes itself off; so whatever
// the steps, when nothing is left the refunds add up to what was paid, for each part, each tax
// rate, and each tender. The last unit of a line takes exactly what is left of the line.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sealcart/describe.h"
#include "sealcart/limits.h"
#include "sealcart/result.h"
#include "sealcart/tender.h"

namespace sealcart {

// tax: a tax that no line, shipping or fee holds, such as one rounded once an order. It is refunded
// by itself.
enum class RefundKind : std::uint8_t { line, shipping, fee, tax };

// What is left of one part of an order.
struct RefundComponent {
  RefundKind kind = RefundKind::line;
  std::string id;
  std::int64_t amount = 0;      // after discounts, with its tax, included or additional
  std::int32_t units = 0;       // of a line; otherwise 0
  std::vector<TaxShare> taxes;  // in the amount
};

// What is left of a way the order was paid: a card payment, a gift card, store credit.
struct UsedTender {
  std::string id;
  std::int64_t amount = 0;
};

// Tenders stand in the order of use and add up to the components; an empty list: refunds are not
// split over tenders. A cash payment counts before cash rounding (cash.h).
struct Refundable {
  std::string currency;
  std::vector<RefundComponent> components;
  std::vector<UsedTender> tenders;
};

// One part to refund. units: so many units of a line, at their share of what is left. amount: so
// much. Both: so many units, for that amount. Neither: all that is left.
struct RefundItem {
  RefundKind kind = RefundKind::line;
  std::string id;
  std::optional<std::int32_t> units;
  std::optional<std::int64_t> amount;
};

// Which tender gets its money back first. last_first: the reverse order of use, so that what was
// paid by card goes back to the card before a gift card is filled up. proportional: each its share.
enum class RefundOrder : std::uint8_t { last_first, first_first, proportional };

struct RefundRequest {
  bool everything = false;  // all that is left; items must be empty
  std::vector<RefundItem> items;
  RefundOrder order = RefundOrder::last_first;
};

struct RefundPart {
  RefundKind kind = RefundKind::line;
  std::string id;
  std::int32_t units = 0;
  std::int64_t amount = 0;
  std::int64_t net = 0;
  std::vector<TaxShare> taxes;  // net + taxes = amount
};

// What goes back: amount = net + taxes = sum of the parts = sum of the tenders, when there are any.
struct Refund {
  std::string currency;
  std::int64_t amount = 0;
  std::int64_t net = 0;
  std::vector<TaxShare> taxes;  // by rate, in the order they come up
  std::vector<RefundPart> parts;
  std::vector<UsedTender> tenders;  // in the order they are refunded
};

struct Refunded {
  Refund refund;
  Refundable remaining;
};

// Works out a refund; changes nothing itself. An item that names a part again is worked out on what
// the items before it leave.
//
// Refuses: quantity_too_small, quantity_too_large (units), number_out_of_range (an amount above
// what is left, or nothing left), line_unknown, store_reference_unknown (another part), each with
// "items[i]..."; field_missing ("items"), value_not_allowed ("items" beside `everything`), and what
// check_refundable() refuses.
Result<Refunded> refund(const Refundable& order, const RefundRequest& request);

// Amounts and units in range, taxes within their amount, each part once, tenders that add up.
// amount_overflow, number_out_of_range, list_too_long, store_duplicate_id, store_value_conflict.
Status check_refundable(const Refundable& order);

template <>
struct Describe<RefundKind> {
  static constexpr std::string_view doc = "A part of an order that was paid for.";
};

template <>
struct Describe<RefundOrder> {
  static constexpr std::string_view doc = "Which tender gets its money back first.";
};

template <>
struct Describe<RefundComponent> : Fields<RefundComponent> {
  static constexpr std::string_view doc = "What can still be refunded of one part of an order.";
  static constexpr std::array fields{
      field<&T::kind>("line, shipping, fee or tax"),
      field<&T::id>(bytes(1, limits::kIdBytes), "of the line, method, fee or tax rate"),
      field<&T::amount>(range(0, limits::kAmount), "with its tax, minor units"),
      field<&T::units>(range(0, limits::kQuantity), "of a line").optional(),
      field<&T::taxes>("in the amount, by rate").items(limits::kTaxShares).optional(),
  };
};

template <>
struct Describe<UsedTender> : Fields<UsedTender> {
  static constexpr std::string_view doc = "An amount of one tender or payment.";
  static constexpr std::array fields{
      field<&T::id>(bytes(1, limits::kIdBytes), "of the tender or payment"),
      field<&T::amount>(range(0, limits::kAmount), "minor units"),
  };
};

template <>
struct Describe<Refundable> : Fields<Refundable> {
  static constexpr std::string_view doc = "What can still be refunded of an order.";
  static constexpr std::array fields{
      field<&T::currency>(bytes(3, 3), "ISO 4217"),
      field<&T::components>("its parts").items(limits::kRefundComponents),
      field<&T::tenders>("in the order of use").items(limits::kTenders).optional(),
  };
  static Status check(const Refundable& order) { return check_refundable(order); }
};

template <>
struct Describe<RefundItem> : Fields<RefundItem> {
  static constexpr std::string_view doc = "One part to refund; without units and amount all of it.";
  static constexpr std::array fields{
      field<&T::kind>("line, shipping, fee or tax"),
      field<&T::id>(bytes(1, limits::kIdBytes), "of the part"),
      field<&T::units>(range(1, limits::kQuantity), "of a line"),
      field<&T::amount>(range(0, limits::kAmount), "minor units"),
  };
};

template <>
struct Describe<RefundRequest> : Fields<RefundRequest> {
  static constexpr std::string_view doc = "What to refund.";
  static constexpr std::array fields{
      field<&T::everything>("all that is left").optional(),
      field<&T::items>("parts").items(limits::kRefundItems).optional(),
      field<&T::order>("which tender first").optional(),
  };
};

template <>
struct Describe<RefundPart> : Fields<RefundPart> {
  static constexpr std::string_view doc = "What is refunded of one part of an order.";
  static constexpr std::array fields{
      field<&T::kind>("line, shipping, fee or tax"),
      field<&T::id>(bytes(1, limits::kIdBytes), "of the part"),
      field<&T::units>(range(0, limits::kQuantity), "of a line"),
      field<&T::amount>(range(0, limits::kAmount), "with its tax, minor units"),
      field<&T::net>(range(0, limits::kAmount), "without tax, minor units"),
      field<&T::taxes>("in the amount, by rate").items(limits::kTaxShares),
  };
};

template <>
struct Describe<Refund> : Fields<Refund> {
  static constexpr std::string_view doc = "A refund, to the minor unit.";
  static constexpr std::array fields{
      field<&T::currency>(bytes(3, 3), "ISO 4217"),
      field<&T::amount>(range(0, limits::kAmount), "all of it, minor units"),
      field<&T::net>(range(0, limits::kAmount), "without tax, minor units"),
      field<&T::taxes>("by rate").items(limits::kTaxRates),
      field<&T::parts>("what is refunded").items(limits::kRefundItems),
      field<&T::tenders>("where it goes").items(limits::kTenders),
  };
};

template <>
struct Describe<Refunded> : Fields<Refunded> {
  static constexpr std::string_view doc = "A refund and what is left after it.";
  static constexpr std::array fields{
      field<&T::refund>("what goes back"),
      field<&T::remaining>("what can still be refunded"),
  };
};

}  // namespace sealcart
