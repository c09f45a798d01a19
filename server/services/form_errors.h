// The checks of the checkout form with all tables.
#pragma once

#include <vector>

#include "sealcart/checkout.h"
#include "sealcart/result.h"

namespace sealcart::server {

// Errors alone, in the order of the form; what warnings ask was asked on the page.
std::vector<Error> form_errors(const CheckoutForm& form);

}  // namespace sealcart::server
