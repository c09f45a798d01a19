#include <algorithm>

#include "path.h"
#include "sealcart/op.h"
#include "sealcart/problem.h"
#include "sealcart/totals.h"
#include "shipping_problems.h"

namespace sealcart {

Problem problem_of(const Error& error) {
  Problem problem{std::string(error_name(error.code)), error.path, {}};
  for (const ErrorParam& param : error.params) problem.params.push_back({param.name, param.value});
  return problem;
}

std::vector<Error> problems(const Cart& cart, const Store& store, const Catalog& catalog,
                            const Priced& priced) {
  std::vector<Error> found;
  for (std::size_t i = 0; i < cart.lines.size(); ++i) {
    const LineItem& line = cart.lines[i];
    const std::string path = at("lines", i);
    const auto entry = catalog.find(line.sku);
    if (!entry) {
      found.push_back(Error(ErrorCode::sku_unknown, path + ".sku").with("sku", line.sku));
      continue;
    }
    if (Status fits = check_quantity(*entry->variant, quantity_of(line.lots)); !fits) {
      found.push_back(std::move(fits.error()).inside(path));
    }
  }
  const auto zone = store.zone_of(cart.destination);
  if (!zone) {
    found.push_back(Error(ErrorCode::destination_not_served, "destination.country")
                        .with("country", cart.destination.country));
  } else if (auto problem = shipping_problem(cart, store, priced)) {
    found.push_back(std::move(*problem));
  }
  return found;
}

}  // namespace sealcart
