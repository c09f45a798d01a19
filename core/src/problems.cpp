#include <algorithm>

#include "path.h"
#include "sealcart/problem.h"
#include "sealcart/totals.h"
#include "shipping_problems.h"
#include "troubles.h"

namespace sealcart {
namespace {

Command quantity_command(const LineItem& line, std::int64_t units) {
  Command command;
  command.kind = units > 0 ? CommandKind::set_quantity : CommandKind::remove;
  command.line = line.id;
  if (units > 0) command.quantity = units;
  return command;
}

class LineTroubles {
 public:
  LineTroubles(const Cart& cart, const Catalog& catalog, std::span<const Catalog::Entry> goods,
               const PriceContext& context, std::vector<Trouble>& out)
      : cart_(cart), catalog_(catalog), goods_(goods), context_(context), out_(out) {}

  void look_at(std::size_t i) {
    if (goods_[i].variant == nullptr) {
      unsold(i);
    } else if (Status texts = check_customizations(goods_[i].product->customizations,
                                                   cart_.lines[i].customizations);
               !texts) {
      out_.push_back({std::move(texts.error()).inside(at("lines", i)), {}});
    } else if (Status fits = check(i); !fits) {
      const std::int64_t wanted = quantity_of(cart_.lines[i].lots);
      const Beside others = beside(cart_, goods_, context_.bought, goods_[i], i);
      tell(i, std::move(fits.error()), nearest_units(goods_[i], others, wanted));
    }
  }

 private:
  void tell(std::size_t i, Error error, std::int64_t units) {
    out_.push_back(
        {std::move(error).inside(at("lines", i)), quantity_command(cart_.lines[i], units)});
  }

  // Of what was never loaded nothing can be said yet.
  void unsold(std::size_t i) {
    const std::string& sku = cart_.lines[i].sku;
    if (catalog_.gone(sku) != nullptr) {
      tell(i, Error(ErrorCode::variant_gone, "sku").with("sku", sku), 0);
    } else {
      out_.push_back({Error(ErrorCode::sku_unknown, at("lines", i) + ".sku").with("sku", sku), {}});
    }
  }

  // Limits that lines share are told at the last of them.
  Status check(std::size_t i) const {
    const Catalog::Entry& entry = goods_[i];
    const std::int64_t units = quantity_of(cart_.lines[i].lots);
    const bool shared = shares_limits(*entry.product);
    if (!shared && !ends_with_stock(*entry.variant)) return check_quantity(*entry.variant, units);
    const Beside others = beside(cart_, goods_, context_.bought, entry, i);
    const bool last = is_last(i, &Catalog::Entry::variant);
    Status fits = check_quantity(*entry.variant, units, last ? others.of_variant : 0);
    if (!fits || !shared || !is_last(i, &Catalog::Entry::product)) return fits;
    return check_limits(*entry.product, others.of_product + units, others.had);
  }

  template <class Part>
  bool is_last(std::size_t i, Part part) const {
    return std::ranges::find(goods_.subspan(i + 1), goods_[i].*part, part) == goods_.end();
  }

  const Cart& cart_;
  const Catalog& catalog_;
  std::span<const Catalog::Entry> goods_;
  const PriceContext& context_;
  std::vector<Trouble>& out_;
};

}  // namespace

Problem problem_of(const Error& error) {
  Problem problem{std::string(error_name(error.code)), error.path, {}, {}};
  for (const ErrorParam& param : error.params) problem.params.push_back({param.name, param.value});
  return problem;
}

std::vector<Trouble> troubles(const Cart& cart, const Store& store, const Catalog& catalog,
                              std::span<const Catalog::Entry> goods, const Priced& priced,
                              const PriceContext& context) {
  std::vector<Trouble> found;
  LineTroubles lines(cart, catalog, goods, context, found);
  for (std::size_t i = 0; i < cart.lines.size(); ++i) lines.look_at(i);
  const auto zone = store.zone_of(cart.destination);
  if (!zone) {
    found.push_back({Error(ErrorCode::destination_not_served, "destination.country")
                         .with("country", cart.destination.country),
                     {}});
  } else if (auto problem = shipping_problem(cart, store, priced)) {
    found.push_back({std::move(*problem), {}});
  }
  return found;
}

std::vector<Error> problems(const Cart& cart, const Store& store, const Catalog& catalog,
                            const Priced& priced, const PriceContext& context) {
  std::vector<Error> found;
  const auto goods = goods_of(cart, catalog);
  for (Trouble& trouble : troubles(cart, store, catalog, goods, priced, context)) {
    found.push_back(std::move(trouble.error));
  }
  return found;
}

}  // namespace sealcart
