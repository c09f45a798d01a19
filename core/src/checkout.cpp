#include "sealcart/checkout.h"

#include "ascii.h"

namespace sealcart {
namespace {

std::string_view trim(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

class Check {
 public:
  std::vector<Error> problems;

  void required(std::string_view path, std::string_view value) {
    if (trim(value).empty()) problems.push_back(Error(ErrorCode::field_required, path));
  }

  void address(const std::string& path, const Address& address) {
    required(path + ".name", address.name);
    required(path + ".line1", address.line1);
    required(path + ".city", address.city);
    if (trim(address.country).empty()) {
      required(path + ".country", address.country);
    } else if (!is_country(address.country)) {
      problems.push_back(Error(ErrorCode::country_unknown, path + ".country"));
    }
  }
};

}  // namespace

std::string known_email(std::string_view text) { return lower_ascii(trim(text)); }

std::vector<Error> check_checkout(const CheckoutForm& form) {
  Check check;
  check.required("email", form.email);
  if (!trim(form.email).empty() && !is_email(form.email)) {
    check.problems.push_back(Error(ErrorCode::email_invalid, "email"));
  }
  check.address("shippingAddress", form.shipping_address);
  if (!form.billing_same) {
    check.address("billingAddress", form.billing_address.value_or(Address{}));
  }
  return std::move(check.problems);
}

}  // namespace sealcart
