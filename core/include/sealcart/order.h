// From cart to order: the server's quote, the request that accepts it, and the order.
#pragma once

#include <string>
#include <vector>

#include "sealcart/checkout.h"
#include "sealcart/describe.h"
#include "sealcart/ids.h"
#include "sealcart/limits.h"
#include "sealcart/payment.h"
#include "sealcart/snapshot.h"

namespace sealcart {

// "I see this total": the server answers with a quote only for the total it computes itself.
struct QuoteRequest {
  std::int64_t expected_total = 0;
  std::string currency;
  std::int64_t head = 0;  // log index the total was computed at
  CheckoutForm form;
};

// What the server will charge, and until when. `cart_hash` and `mac` are hexadecimal.
struct Quote {
  QuoteId id;
  CartId cart;
  std::string merchant;   // 32 hexadecimal digits
  std::string cart_hash;  // BLAKE2b-256 of the canonical snapshot
  std::int64_t amount = 0;
  std::string currency;
  std::int32_t exponent = 0;
  std::int64_t store_version = 0;
  std::int64_t issued_at_ms = 0;
  std::int64_t expires_at_ms = 0;
  std::string mac;
};

// Accepts a quote. The Idempotency-Key header carries the order id, made and stored by the page.
struct OrderRequest {
  OrderId order;
  CartId cart;
  QuoteId quote;
  std::int64_t expected_total = 0;
  CheckoutForm form;
  std::string token;  // sealed payment token v1, base64url
};

// What a page asks before it prices codes that not everyone may use, or not often.
struct ShopperQuestion {
  std::string email;
};

struct OrderLine {
  std::string sku;
  std::string title;
  std::vector<std::string> options;
  std::string image;
  std::int32_t quantity = 0;
  std::int64_t unit_price = 0;
  std::int64_t subtotal = 0;
  std::int64_t total = 0;
  Customizations customizations = {};
};

struct Order {
  OrderId id;
  std::string number;  // shown to people, such as SC-100042
  CartId cart;
  std::string currency;
  std::int32_t exponent = 0;
  std::int64_t placed_at_ms = 0;
  PaymentState payment = PaymentState::created;
  std::string payment_reference;
  CheckoutForm form;
  std::string shipping_method;
  std::optional<PickupLocation> pickup;  // where it is fetched
  std::vector<OrderLine> lines;
  std::vector<SnapshotTax> taxes;
  std::int64_t item_subtotal = 0;
  std::int64_t discount_total = 0;
  std::int64_t shipping_total = 0;
  std::int64_t fee_total = 0;
  std::int64_t included_tax_total = 0;
  std::int64_t additional_tax_total = 0;
  std::int64_t grand_total = 0;
};

template <>
struct Describe<QuoteRequest> : Fields<QuoteRequest> {
  static constexpr std::string_view doc = "The total the shopper sees, to be confirmed.";
  static constexpr std::array fields{
      field<&T::expected_total>(range(0, limits::kAmount), "minor units"),
      field<&T::currency>(bytes(3, 3), "ISO 4217"),
      field<&T::head>(range(0, limits::kCounter), "log index it was computed at"),
      field<&T::form>("contact and addresses"),
  };
};

template <>
struct Describe<Quote> : Fields<Quote> {
  static constexpr std::string_view doc = "What the server will charge, and until when.";
  static constexpr std::array fields{
      field<&T::id>("128 random bits"),
      field<&T::cart>("id"),
      field<&T::merchant>(bytes(32, 32), "merchant id, hexadecimal"),
      field<&T::cart_hash>(bytes(64, 64), "of the canonical snapshot, hexadecimal"),
      field<&T::amount>(range(0, limits::kAmount), "minor units"),
      field<&T::currency>(bytes(3, 3), "ISO 4217"),
      field<&T::exponent>(range(0, 4), "decimals of the minor unit"),
      field<&T::store_version>(range(1, limits::kCounter), "of the rules"),
      field<&T::issued_at_ms>(range(0, limits::kCounter), "Unix time"),
      field<&T::expires_at_ms>(range(0, limits::kCounter), "Unix time"),
      field<&T::mac>(bytes(64, 64), "the server's seal on all of the above, hexadecimal"),
  };
};

template <>
struct Describe<OrderRequest> : Fields<OrderRequest> {
  static constexpr std::string_view doc = "Accepts a quote and brings the sealed payment token.";
  static constexpr std::array fields{
      field<&T::order>("128 random bits, made by the page; the idempotency key"),
      field<&T::cart>("id"),
      field<&T::quote>("id"),
      field<&T::expected_total>(range(0, limits::kAmount), "minor units"),
      field<&T::form>("contact and addresses"),
      field<&T::token>(bytes(1, 1024), "sealed payment token v1, base64url"),
  };
};

template <>
struct Describe<ShopperQuestion> : Fields<ShopperQuestion> {
  static constexpr std::string_view doc = "Asks what the server knows of a shopper.";
  static constexpr std::array fields{
      field<&T::email>(bytes(0, limits::kEmailBytes), "of the order to be; empty: not known yet")
          .optional(),
  };
};

template <>
struct Describe<OrderLine> : Fields<OrderLine> {
  static constexpr std::string_view doc = "What was ordered, as it was priced.";
  static constexpr std::array fields{
      field<&T::sku>(bytes(1, limits::kSkuBytes), "variant"),
      field<&T::title>(bytes(0, limits::kNameBytes), "shown name"),
      field<&T::options>(bytes(0, limits::kNameBytes), "values").items(limits::kOptions),
      field<&T::image>(bytes(0, limits::kUrlBytes), "path of the picture"),
      field<&T::quantity>(range(1, limits::kAmount), "units"),
      field<&T::unit_price>(range(0, limits::kUnitPrice), "minor units"),
      field<&T::subtotal>(range(0, limits::kAmount), "unit price x quantity"),
      field<&T::total>(range(0, limits::kAmount), "with discounts and added tax"),
      field<&T::customizations>("texts of the shopper, by name")
          .items(limits::kCustomizations)
          .optional(),
  };
};

template <>
struct Describe<Order> : Fields<Order> {
  static constexpr std::string_view doc = "An accepted cart, fixed for good.";
  static constexpr std::array fields{
      field<&T::id>("128 random bits"),
      field<&T::number>(bytes(1, limits::kIdBytes), "shown to people"),
      field<&T::cart>("id of the cart it came from"),
      field<&T::currency>(bytes(3, 3), "ISO 4217"),
      field<&T::exponent>(range(0, 4), "decimals of the minor unit"),
      field<&T::placed_at_ms>(range(0, limits::kCounter), "Unix time"),
      field<&T::payment>("how far the payment has come"),
      field<&T::payment_reference>(bytes(0, limits::kNameBytes), "the provider's; empty: none yet"),
      field<&T::form>("contact and addresses"),
      field<&T::shipping_method>(bytes(0, limits::kNameBytes), "shown name"),
      field<&T::pickup>("where it is fetched; absent: it is delivered"),
      field<&T::lines>("what was ordered").items(limits::kLines),
      field<&T::taxes>("summary by rate").items(limits::kTaxRates),
      field<&T::item_subtotal>(range(0, limits::kAmount), "before discounts"),
      field<&T::discount_total>(range(0, limits::kAmount), "off"),
      field<&T::shipping_total>(range(0, limits::kAmount), "shipping"),
      field<&T::fee_total>(range(0, limits::kAmount), "fees"),
      field<&T::included_tax_total>(range(0, limits::kAmount), "contained"),
      field<&T::additional_tax_total>(range(0, limits::kAmount), "on top"),
      field<&T::grand_total>(range(0, limits::kAmount), "charged"),
  };
};

}  // namespace sealcart
