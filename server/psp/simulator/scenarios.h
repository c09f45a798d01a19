// The simulator's test cards and tokens. All pass the Luhn check; none belongs to anyone.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "sealcart/payment.h"

namespace sealcart::server::psp {

struct Scenario {
  std::string_view card;
  std::string_view token;
  PaymentState state;              // what the provider's books say
  std::string_view reason;         // of a decline
  std::int64_t answer_ms = 0;      // time until the answer
  bool answer_lost = false;        // the charge is booked, the answer never arrives
  std::int64_t known_ms = 0;       // time until the provider can tell when asked
  std::int64_t captured_less = 0;  // minor units too little are captured
};

inline constexpr std::array kScenarios{
    Scenario{"4242424242424242", "sim_approved", PaymentState::captured, ""},
    Scenario{"5555555555554444", "", PaymentState::captured, ""},
    Scenario{"378282246310005", "", PaymentState::captured, ""},
    Scenario{"4000000000000002", "sim_declined", PaymentState::declined, "card declined"},
    Scenario{"4000000000009995", "", PaymentState::declined, "insufficient funds"},
    Scenario{"4000000000000119", "sim_lost", PaymentState::captured, "", 1'000, true, 4'000},
    Scenario{"4000000000000341", "sim_lost_declined", PaymentState::declined, "card declined",
             1'000, true, 4'000},
    Scenario{"4000000000000259", "sim_slow", PaymentState::captured, "", 5'000},
    Scenario{"4000000000000127", "sim_partial", PaymentState::captured, "", 0, false, 0, 1},
};

}  // namespace sealcart::server::psp
