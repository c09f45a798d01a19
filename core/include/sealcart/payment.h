// How far a payment has come. No card data, ever: that travels sealed (sealcart/seal/token.h).
#pragma once

#include <string>

#include "sealcart/describe.h"
#include "sealcart/limits.h"

namespace sealcart {

// created -> claimed (a worker has it) -> captured | declined | unknown | review.
// `unknown`: the provider did not answer; asked again by reference, never charged again.
// `review`: sealed, ordered and captured amounts do not all agree; a person decides.
enum class PaymentState : std::uint8_t { created, claimed, captured, declined, unknown, review };

template <>
struct Describe<PaymentState> {
  static constexpr std::string_view doc = "How far a payment has come.";
};

}  // namespace sealcart
