// A customer who is signed in: the carts that are theirs on every device, how a guest's cart joins
// them, and lines moved between them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sealcart/access.h"
#include "sealcart/merge.h"

namespace sealcart {

// cart: to be ordered. saved: a list of what is wanted later.
enum class CartUse : std::uint8_t { cart, saved };

// POST /v1/login. The token is the merchant's site's word for who this is: a JWT (RFC 7519) signed
// with HS256. The bearer is the guest's capability, when there is a cart to bring along.
struct LoginRequest {
  std::string token;
  std::string capability;  // the device's from here on
  std::optional<CartId> cart;
  std::optional<CartId> saved;
  MergePolicy policy = MergePolicy::sum;
  std::string label;
};

struct MergedLine {
  std::string sku;
  Customizations customizations = {};
  std::int64_t units = 0;
};

// What became of one cart the guest brought along.
struct MergeReport {
  CartId from;
  CartId to;  // the same: it is the customer's now
  std::vector<MergedLine> added;
  std::vector<MergeCut> overflow;
  std::vector<std::string> codes_left;
};

struct CustomerCart {
  CartId cart;
  std::string name;
  CartUse use = CartUse::cart;
  std::string currency;
  bool current = false;
  std::int64_t created_at_ms = 0;
  std::int64_t unit_count = 0;
};

// Answers GET /v1/customer/carts.
struct CustomerCarts {
  std::vector<CustomerCart> carts;
};

struct LoginAnswer {
  std::optional<CartId> cart;  // the current one
  std::vector<CustomerCart> carts;
  std::vector<MergeReport> merged;
  std::int64_t expires_at_ms = 0;
};

// POST /v1/customer/carts, under an id the page has chosen.
struct CustomerCartRequest {
  CartId cart;
  std::string name;
  CartUse use = CartUse::cart;
};

// POST /v1/customer/carts/{cart}: what is absent stays.
struct CustomerCartChange {
  std::optional<std::string> name;
  bool current = false;
};

// POST /v1/carts/{cart}/move
struct MoveRequest {
  LineId line;
  CartId to;
  std::int32_t quantity = 0;          // of the line, as the page sees it
  std::optional<std::int32_t> units;  // absent: all
};

struct MoveAnswer {
  std::int64_t head = 0;
  std::int64_t to_head = 0;
};

template <>
struct Describe<CartUse> {
  static constexpr std::string_view doc = "A cart to be ordered, or a list of what is saved.";
};

template <>
struct Describe<LoginRequest> : Fields<LoginRequest> {
  static constexpr std::string_view doc = "Signs a customer in, with the guest's carts.";
  static constexpr std::array fields{
      field<&T::token>(bytes(1, limits::kLoginTokenBytes), "a JWT of the merchant's site"),
      field<&T::capability>(bytes(kCapabilityBytes, kCapabilityBytes),
                            "of this device from here on: 32 random bytes, base64url"),
      field<&T::cart>("the guest's cart"),
      field<&T::saved>("the guest's list of what is saved"),
      field<&T::policy>("what becomes of a line that is in both carts; absent: sum").optional(),
      field<&T::label>(bytes(0, limits::kLabelBytes), "name of this device").optional(),
  };
};

template <>
struct Describe<MergedLine> : Fields<MergedLine> {
  static constexpr std::string_view doc = "Units a merge added to a line.";
  static constexpr std::array fields{
      field<&T::sku>(bytes(1, limits::kSkuBytes), "variant"),
      field<&T::customizations>("texts of the line, by name")
          .items(limits::kCustomizations)
          .optional(),
      field<&T::units>(range(-limits::kUnits, limits::kUnits),
                       "more than before; under the policy guest possibly less"),
  };
};

template <>
struct Describe<MergeReport> : Fields<MergeReport> {
  static constexpr std::string_view doc = "What became of a cart the guest brought along.";
  static constexpr std::array fields{
      field<&T::from>("the guest's cart"),
      field<&T::to>("where its lines are now; the same id: the cart is the customer's now"),
      field<&T::added>("lines that changed").items(limits::kLines),
      field<&T::overflow>("lines that did not get all units").items(limits::kLines),
      field<&T::codes_left>(bytes(1, limits::kCodeBytes), "codes there was no place for")
          .items(limits::kCodes),
  };
};

template <>
struct Describe<CustomerCart> : Fields<CustomerCart> {
  static constexpr std::string_view doc = "A cart of a customer.";
  static constexpr std::array fields{
      field<&T::cart>("id"),
      field<&T::name>(bytes(0, limits::kLabelBytes), "as the customer calls it"),
      field<&T::use>("what it is for"),
      field<&T::currency>(bytes(3, 3), "ISO 4217"),
      field<&T::current>("true: the one the shop opens"),
      field<&T::created_at_ms>(range(0, limits::kCounter), "Unix time"),
      field<&T::unit_count>(range(0, limits::kCounter), "units in it"),
  };
};

template <>
struct Describe<CustomerCarts> : Fields<CustomerCarts> {
  static constexpr std::string_view doc = "The carts of a customer.";
  static constexpr std::array fields{
      field<&T::carts>("oldest first").items(limits::kCustomerCarts),
  };
};

template <>
struct Describe<LoginAnswer> : Fields<LoginAnswer> {
  static constexpr std::string_view doc = "A customer is signed in.";
  static constexpr std::array fields{
      field<&T::cart>("the current cart; absent: the customer has none"),
      field<&T::carts>("all of them, oldest first").items(limits::kCustomerCarts),
      field<&T::merged>("of the carts brought along").items(2),
      field<&T::expires_at_ms>(range(0, limits::kCounter), "end of the sign-in, Unix time"),
  };
};

template <>
struct Describe<CustomerCartRequest> : Fields<CustomerCartRequest> {
  static constexpr std::string_view doc = "Makes a cart or list of a customer.";
  static constexpr std::array fields{
      field<&T::cart>("128 random bits"),
      field<&T::name>(bytes(0, limits::kLabelBytes), "as the customer calls it"),
      field<&T::use>("what it is for"),
  };
};

template <>
struct Describe<CustomerCartChange> : Fields<CustomerCartChange> {
  static constexpr std::string_view doc = "Renames a cart, or makes it the current one.";
  static constexpr std::array fields{
      field<&T::name>(bytes(0, limits::kLabelBytes), "absent: as it is"),
      field<&T::current>("true: the one the shop opens from here on").optional(),
  };
};

template <>
struct Describe<MoveRequest> : Fields<MoveRequest> {
  static constexpr std::string_view doc = "Moves a line, or units of it, to another cart.";
  static constexpr std::array fields{
      field<&T::line>("of the cart the path names"),
      field<&T::to>("a cart the same capability may edit"),
      field<&T::quantity>(range(1, limits::kQuantity), "of the line, as the page sees it"),
      field<&T::units>(range(1, limits::kQuantity), "to move; absent: all"),
  };
};

template <>
struct Describe<MoveAnswer> : Fields<MoveAnswer> {
  static constexpr std::string_view doc = "The line is in the other cart.";
  static constexpr std::array fields{
      field<&T::head>(range(0, limits::kCounter), "log index of the cart the path names"),
      field<&T::to_head>(range(0, limits::kCounter), "log index of the other cart"),
  };
};

}  // namespace sealcart
