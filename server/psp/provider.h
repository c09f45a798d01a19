// A payment provider: charges once for each key, and can be asked later what became of a charge.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "http/awaitable.h"
#include "psp/payment_data.h"
#include "sealcart/payment.h"

namespace sealcart::server::psp {

struct Charge {
  std::string key;  // idempotency key: the same one is never charged twice
  std::int64_t amount_minor = 0;
  std::string currency;
  const PaymentData* source = nullptr;
};

// captured, declined, or unknown when the provider did not answer or does not know yet.
struct Answer {
  PaymentState state = PaymentState::unknown;
  std::string reference;
  std::int64_t amount_minor = 0;  // captured
  std::string currency;
  std::string reason;  // of a decline, for the merchant
};

class Provider {
 public:
  virtual ~Provider() = default;
  virtual std::string_view name() const = 0;
  virtual Awaitable<Answer> charge(Charge charge) = 0;
  virtual Awaitable<Answer> find(std::string key) = 0;
};

}  // namespace sealcart::server::psp
