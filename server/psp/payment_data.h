// What is inside a sealed token: how the shopper pays. Exists only while a charge is made.
#pragma once

#include <optional>
#include <string>

#include "base/crypto.h"
#include "sealcart/describe.h"
#include "sealcart/limits.h"

namespace sealcart::server::psp {

enum class PaymentType : std::uint8_t { card, provider };

struct PaymentData {
  PaymentType type = PaymentType::card;
  std::string number;  // card: digits, maybe with spaces
  std::int32_t expiry_month = 0;
  std::int32_t expiry_year = 0;
  std::string security_code;
  std::string name;
  std::string token;  // provider: a token the provider issued in the page

  PaymentData() = default;
  PaymentData(PaymentData&&) = default;
  PaymentData& operator=(PaymentData&&) = default;
  ~PaymentData() {
    for (std::string* secret : {&number, &security_code, &name, &token}) wipe(*secret);
  }
};

}  // namespace sealcart::server::psp

namespace sealcart {

template <>
struct Describe<server::psp::PaymentType> {
  static constexpr std::string_view doc = "Card data, or a token of the provider.";
};

template <>
struct Describe<server::psp::PaymentData> : Fields<server::psp::PaymentData> {
  static constexpr std::string_view doc = "The payload of a sealed token.";
  static constexpr std::array fields{
      field<&T::type>("what the rest is"),
      field<&T::number>(bytes(0, 32), "card number").optional(),
      field<&T::expiry_month>(range(0, 12), "1 to 12").optional(),
      field<&T::expiry_year>(range(0, 2100), "four digits").optional(),
      field<&T::security_code>(bytes(0, 4), "CVC").optional(),
      field<&T::name>(bytes(0, limits::kNameBytes), "as on the card").optional(),
      field<&T::token>(bytes(0, 200), "of the provider").optional(),
  };
};

}  // namespace sealcart
