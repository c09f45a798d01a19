// What a shopper fills in between cart and order, and what is still missing.
#pragma once

#include <optional>
#include <string>

#include "sealcart/address.h"
#include "sealcart/describe.h"
#include "sealcart/limits.h"
#include "sealcart/result.h"
#include "sealcart/validate/field.h"

namespace sealcart {

struct CheckoutForm {
  std::string email;
  Address shipping_address;
  bool billing_same = true;
  std::optional<Address> billing_address;
  std::string note;
  std::string pickup_location;  // id; of a shipping method that is fetched
};

// All there is to say about the form "checkout" (form.h), in the order of its fields. Without
// tables phone numbers, regions and postal codes are taken as they are.
Findings check_checkout(const CheckoutForm& form, const FieldTables& tables = {});

// By which a shopper is known again: without the white space around it, in small letters.
std::string known_email(std::string_view text);

template <>
struct Describe<CheckoutForm> : Fields<CheckoutForm> {
  static constexpr std::string_view doc = "Contact and addresses of an order.";
  static constexpr std::array fields{
      field<&T::email>(bytes(0, limits::kEmailBytes), "for the confirmation"),
      field<&T::shipping_address>("where the parcel goes"),
      field<&T::billing_same>("billing address = shipping address").optional(),
      field<&T::billing_address>("when it differs"),
      field<&T::note>(bytes(0, limits::kDescriptionBytes), "to the merchant").optional(),
      field<&T::pickup_location>(bytes(0, limits::kIdBytes),
                                 "id of the place where it is fetched; empty: it is delivered")
          .optional(),
  };
};

}  // namespace sealcart
