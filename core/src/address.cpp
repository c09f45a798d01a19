#include "sealcart/address.h"

namespace sealcart {
namespace {

constexpr std::string_view kCountries =
#include "../data/countries.inc"
    ;

}  // namespace

bool is_country(std::string_view code) {
  if (code.size() != 2) return false;
  for (std::size_t i = 0; i < kCountries.size(); i += 2) {
    if (kCountries.substr(i, 2) == code) return true;
  }
  return false;
}

Destination destination_of(const Address& address) {
  return {address.country, address.region, address.postal_code};
}

}  // namespace sealcart
