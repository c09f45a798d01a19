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

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// atext of RFC 5322, 3.2.3, and the dot.
bool is_local_char(char c) {
  return is_alphanumeric(c) ||
         std::string_view(".!#$%&'*+/=?^_`{|}~-").find(c) != std::string_view::npos;
}

// A label of RFC 1034, 3.5: letters, digits and inner hyphens, at most 63.
bool is_label(std::string_view label) {
  if (label.empty() || label.size() > 63) return false;
  if (label.front() == '-' || label.back() == '-') return false;
  for (const char c : label) {
    if (!is_alphanumeric(c) && c != '-') return false;
  }
  return true;
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

bool is_email(std::string_view text) {
  text = trim(text);
  if (text.size() > limits::kEmailBytes) return false;
  const std::size_t at = text.find('@');
  if (at == text.npos || at == 0) return false;
  for (const char c : text.substr(0, at)) {
    if (!is_local_char(c)) return false;
  }
  std::string_view domain = text.substr(at + 1);
  while (true) {
    const std::size_t dot = domain.find('.');
    if (!is_label(domain.substr(0, dot))) return false;
    if (dot == domain.npos) return true;
    domain.remove_prefix(dot + 1);
  }
}

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
