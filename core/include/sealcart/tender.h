// Gift cards and store credit pay for an order; they are tenders, never discounts. They lower
// neither a price nor a tax: what is left to pay after them is the amount due.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sealcart/describe.h"
#include "sealcart/limits.h"
#include "sealcart/result.h"
#include "sealcart/time.h"

namespace sealcart {

enum class TenderKind : std::uint8_t { gift_card, store_credit };

// A balance the shopper may pay from. Usable while now < expires_at; without one it never expires.
struct Tender {
  std::string id;
  TenderKind kind = TenderKind::gift_card;
  std::string currency;
  std::int64_t balance = 0;
  std::optional<std::int64_t> at_most;  // what of it may be used here
  std::optional<Timestamp> expires_at;
  friend bool operator==(const Tender&, const Tender&) = default;
};

// applied: it pays something. empty: its balance is 0. expired: no longer usable. not_needed: the
// total was paid before its turn, or it may use nothing of it here.
enum class TenderState : std::uint8_t { applied, empty, expired, not_needed };

struct AppliedTender {
  std::string id;
  TenderKind kind = TenderKind::gift_card;
  TenderState state = TenderState::not_needed;
  std::int64_t amount = 0;   // it pays
  std::int64_t balance = 0;  // left on it afterwards
};

// A part of a total that is tax, by rate.
struct TaxShare {
  std::string rate;
  std::int64_t amount = 0;
  friend bool operator==(const TaxShare&, const TaxShare&) = default;
};

// What is to be paid: a total with the taxes in it, included and additional alike.
struct PayableTotal {
  std::string currency;
  std::int64_t total = 0;
  std::vector<TaxShare> taxes;
};

// How a total is paid. tenders + amount_due = total. due_net and due_taxes split the amount due in
// the proportion of the total, for the tax report of a payment: due_net + due_taxes = amount_due.
struct Settlement {
  std::vector<AppliedTender> tenders;  // in the order given
  std::int64_t tender_total = 0;
  std::int64_t amount_due = 0;
  std::int64_t due_net = 0;
  std::vector<TaxShare> due_taxes;  // beside PayableTotal::taxes
};

// Uses the tenders in the order given, each as far as it goes. The split of the amount due is by
// largest remainder over net and taxes; an odd half goes to the net.
//
// Refuses: currency_mismatch ("tenders[i].currency"), store_duplicate_id ("tenders[i].id": a card
// given twice would pay twice), list_too_long ("tenders"), number_out_of_range (an amount below 0
// or above kAmount; taxes that exceed the total).
Result<Settlement> settle(const PayableTotal& total, const std::vector<Tender>& tenders,
                          Timestamp now);

template <>
struct Describe<TenderKind> {
  static constexpr std::string_view doc = "Where a balance comes from.";
};

template <>
struct Describe<TenderState> {
  static constexpr std::string_view doc = "What became of a tender.";
};

template <>
struct Describe<Tender> : Fields<Tender> {
  static constexpr std::string_view doc = "A gift card or store credit to pay from.";
  static constexpr std::array fields{
      field<&T::id>(bytes(1, limits::kIdBytes), "of the card or account"),
      field<&T::kind>("which"),
      field<&T::currency>(bytes(3, 3), "ISO 4217; that of the order"),
      field<&T::balance>(range(0, limits::kAmount), "minor units"),
      field<&T::at_most>(range(0, limits::kAmount), "most to use here, minor units"),
      field<&T::expires_at>("usable before this moment; absent: for ever"),
  };
};

template <>
struct Describe<AppliedTender> : Fields<AppliedTender> {
  static constexpr std::string_view doc = "What a tender pays of an order.";
  static constexpr std::array fields{
      field<&T::id>(bytes(1, limits::kIdBytes), "of the tender"),
      field<&T::kind>("which"),
      field<&T::state>("whether it pays, and why not"),
      field<&T::amount>(range(0, limits::kAmount), "it pays, minor units"),
      field<&T::balance>(range(0, limits::kAmount), "left on it afterwards, minor units"),
  };
};

template <>
struct Describe<TaxShare> : Fields<TaxShare> {
  static constexpr std::string_view doc = "The part of an amount that is tax of one rate.";
  static constexpr std::array fields{
      field<&T::rate>(bytes(1, limits::kIdBytes), "id of the tax rate"),
      field<&T::amount>(range(0, limits::kAmount), "minor units"),
  };
};

template <>
struct Describe<Settlement> : Fields<Settlement> {
  static constexpr std::string_view doc = "How a total is paid.";
  static constexpr std::array fields{
      field<&T::tenders>("in the order of use").items(limits::kTenders),
      field<&T::tender_total>(range(0, limits::kAmount), "paid by them, minor units"),
      field<&T::amount_due>(range(0, limits::kAmount), "left to pay, minor units"),
      field<&T::due_net>(range(0, limits::kAmount), "of it without tax, minor units"),
      field<&T::due_taxes>("of it tax, by rate").items(limits::kTaxShares),
  };
};

}  // namespace sealcart
