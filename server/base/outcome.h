// What a service answers: a value, or why not. Some refusals list every problem at once.
#pragma once

#include <expected>
#include <utility>
#include <vector>

#include "sealcart/result.h"

namespace sealcart::server {

struct Refusal {
  Error error;                  // the one that names the answer
  std::vector<Error> problems;  // all of them, when there may be several

  Refusal(Error e) : error(std::move(e)) {}
  // `all` is not empty.
  explicit Refusal(std::vector<Error> all) : error(all.front()), problems(std::move(all)) {}
};

template <class T>
using Outcome = std::expected<T, Refusal>;

}  // namespace sealcart::server
