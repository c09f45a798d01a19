// What the payment worker and the endpoint say to each other. The worker comes to the endpoint;
// nothing ever connects to the worker.
#pragma once

#include <string>

#include "sealcart/describe.h"
#include "sealcart/ids.h"
#include "sealcart/limits.h"
#include "sealcart/payment.h"

namespace sealcart::server {

// A payment to make, for as long as its lease runs.
struct PaymentClaim {
  OrderId order;
  CartId cart;
  QuoteId quote;
  std::string merchant;
  std::string cart_hash;
  std::int64_t amount = 0;
  std::string currency;
  std::int32_t exponent = 0;
  std::int64_t fence = 0;
  std::int64_t lease_until_ms = 0;
  std::string token;
};

// How it went. `fence` is that of the claim: an answer of a worker that was given up is refused.
struct PaymentResult {
  OrderId order;
  std::int64_t fence = 0;
  PaymentState state = PaymentState::unknown;
  std::string reference;
  std::int64_t amount = 0;
  std::string currency;
  std::string reason;
};

}  // namespace sealcart::server

namespace sealcart {

template <>
struct Describe<server::PaymentClaim> : Fields<server::PaymentClaim> {
  static constexpr std::string_view doc = "A payment to make, for as long as its lease runs.";
  static constexpr std::array fields{
      field<&T::order>("id"),
      field<&T::cart>("id"),
      field<&T::quote>("id"),
      field<&T::merchant>(bytes(32, 32), "id, hexadecimal"),
      field<&T::cart_hash>(bytes(64, 64), "state the quote was made for, hexadecimal"),
      field<&T::amount>(range(0, limits::kAmount), "minor units"),
      field<&T::currency>(bytes(3, 3), "ISO 4217"),
      field<&T::exponent>(range(0, 4), "decimals of the minor unit"),
      field<&T::fence>(range(1, limits::kCounter), "number of this claim"),
      field<&T::lease_until_ms>(range(0, limits::kCounter), "Unix time"),
      field<&T::token>(bytes(1, 1024), "sealed payment token, base64url"),
  };
};

template <>
struct Describe<server::PaymentResult> : Fields<server::PaymentResult> {
  static constexpr std::string_view doc = "How a claimed payment went.";
  static constexpr std::array fields{
      field<&T::order>("id"),
      field<&T::fence>(range(1, limits::kCounter), "of the claim"),
      field<&T::state>("captured, declined, unknown or review"),
      field<&T::reference>(bytes(0, limits::kNameBytes), "the provider's").optional(),
      field<&T::amount>(range(0, limits::kAmount), "captured, minor units").optional(),
      field<&T::currency>(bytes(0, 3), "of the captured amount").optional(),
      field<&T::reason>(bytes(0, limits::kNameBytes), "for the merchant's log, no payment data")
          .optional(),
  };
};

}  // namespace sealcart
