// The hot path of a page: one quantity changes, everything is priced again. Compiled for speed.
#include <algorithm>

#include "sealcart/session.h"

namespace sealcart {

Status Session::set_quantity(std::size_t line, std::int64_t quantity) {
  if (Status status = ready(); !status) return status;
  if (line >= edits_.size()) return refuse(Error(ErrorCode::line_unknown, "line"));
  Edit& edit = edits_[line];
  const LineItem& item = cart().lines[line];
  const Catalog::Entry& entry = goods_[line];
  if (entry.variant == nullptr) return refuse(not_sold(item.sku, "line"));
  if (quantity_fault(*entry.variant, quantity)) return check_quantity(*entry.variant, quantity);
  const auto units = static_cast<std::int32_t>(quantity);
  const std::int32_t before = priced_.input.lines[line].quantity;
  if (units == before && !choices_of(item.lots).differ()) return {};
  // Fewer units are taken even where the others alone are too many.
  if (edit.shared && units > before) {
    if (Status fits = check_shared(entry, line, units); !fits) return fits;
  }
  const bool retells = retold(line, before, units);
  if (edit.open_op != kNone) {
    if (Status status = reprice(line, units); !status) return status;
    log_.amend(static_cast<std::size_t>(edit.open_op), line, units);
    if (retells) ++structure_;
    return {};
  }
  Op op = make_set(cart(), log_.author(), item, units);
  if (Status fits = check_caps(cart(), op); !fits) return fits;
  if (Status status = reprice(line, units); !status) return status;
  if (Status joined = log_.append(std::move(op)); !joined) {
    if (Status back = reprice(line, before); !back) return back;
    return joined;
  }
  edit.open_op = static_cast<std::int32_t>(log_.pending().size() - 1);
  if (retells) ++structure_;
  return {};
}

Status Session::check_shared(const Catalog::Entry& entry, std::size_t line,
                             std::int64_t units) const {
  const Beside others = beside(cart(), goods_, context_.bought, entry, line);
  if (Status fits = check_quantity(*entry.variant, units, others.of_variant); !fits) return fits;
  return check_limits(*entry.product, others.of_product + units, others.had);
}

bool Session::retold(std::size_t line, std::int32_t before, std::int32_t units) const {
  const Variant& variant = *goods_[line].variant;
  if (edits_[line].shared || quantity_fault(variant, before)) return true;
  if (choices_of(cart().lines[line].lots).differ()) return true;
  return variant.stock && std::max(before, units) > *variant.stock;
}

Status Session::reprice(std::size_t line, std::int32_t units) {
  std::int32_t& quantity = priced_.input.lines[line].quantity;
  const std::int32_t before = quantity;
  const std::uint64_t applied = priced_.totals.applied;
  const std::uint64_t open = priced_.totals.shipping_open;
  const bool was_valid = !priced_.error;
  const bool by_volume = !priced_.input.volume_of.empty();
  const std::int64_t was = by_volume ? unit_price_of(priced_.input, priced_.totals, line) : 0;
  quantity = units;
  Status status = was_valid ? price_edit(priced_.input, scratch_, line, before, priced_.totals)
                            : price(priced_.input, scratch_, priced_.totals);
  if (!status) {
    quantity = before;
    if (!was_valid || !price(priced_.input, scratch_, priced_.totals)) {
      priced_.totals = blank_totals(priced_.input);
    }
    return status;
  }
  priced_.error.reset();
  ++revision_;
  const std::uint64_t outlook = outlook_mark(cart(), store_->document(), priced_);
  // Another volume price: the former price and what was seen are told anew.
  const bool stepped = by_volume && unit_price_of(priced_.input, priced_.totals, line) != was;
  const bool restated = priced_.totals.applied != applied || outlook != outlook_ || stepped ||
                        shipping_restated(priced_.input, priced_.totals, open);
  outlook_ = outlook;
  if (restated || !was_valid) ++structure_;
  return {};
}

}  // namespace sealcart
