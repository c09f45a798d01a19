#include "support/peers/figures.h"

#include <algorithm>
#include <set>

namespace sealcart::peers {
namespace {

std::string differs(const std::string& name, const std::string& ours, const Json& expected) {
  return name + " is " + ours + ", not " + expected.dump() + "; ";
}

bool is_shipping_rate(const std::string& rate) { return rate.starts_with("shipping"); }

bool is_discount(const Adjustment& adjustment) {
  return adjustment.kind == AdjustmentKind::line_discount ||
         adjustment.kind == AdjustmentKind::order_discount ||
         adjustment.kind == AdjustmentKind::shipping_discount;
}

bool is_tax(const Adjustment& adjustment) {
  return adjustment.kind == AdjustmentKind::included_tax ||
         adjustment.kind == AdjustmentKind::additional_tax;
}

std::int64_t discounts_of(const SnapshotLine& line) {
  return line.line_discount + line.order_discount;
}

}  // namespace

std::string Figures::differences(const Json& expected) {
  std::string all;
  for (const auto& [name, value] : expected.items()) all += compare(name, value);
  return all;
}

std::string Figures::compare(const std::string& name, const Json& expected) {
  if (name == "tax_summary") return compare_summary(expected);
  if (name == "unit_discounts") return compare_units(expected);
  if (name == "discounts") return compare_discounts(expected);
  if (name == "taxes_decimal_4dp") return compare_tax_list(expected);
  if (expected.is_array() || expected.is_object()) return compare_lines(name, expected);
  if (name == "applied_promotions") {
    const std::int64_t count = applied_promotions();
    if (Json(count) == expected) return {};
    return differs(name, std::to_string(count), expected);
  }
  std::optional<std::int64_t> ours = order_figure(name);
  if (!ours) ours = further_figure(name);
  if (!ours && !shop_.lines.empty()) ours = line_figure(name, shop_.lines.front());
  if (!ours) {
    shop_.read.cannot("figure " + name);
    return {};
  }
  return compare_amount(name, *ours, expected);
}

std::string Figures::compare_amount(const std::string& name, std::int64_t ours,
                                    const Json& expected) {
  if (shop_.read.is(ours, expected)) return {};
  return differs(name, std::to_string(ours), expected);
}

// A figure for each line, by name or in their order.
std::string Figures::compare_lines(const std::string& name, const Json& expected) {
  std::string all;
  for (std::size_t i = 0; i < shop_.lines.size(); ++i) {
    const PeerLine& line = shop_.lines[i];
    const Json* wanted = nullptr;
    if (expected.is_array() && i < expected.size()) wanted = &expected[i];
    if (expected.is_object() && expected.contains(line.label)) wanted = &expected[line.label];
    if (wanted == nullptr) continue;
    const auto ours = line_figure(name, line);
    if (!ours) {
      shop_.read.cannot("figure " + name);
      return {};
    }
    all += compare_amount(name + " of " + line.label, *ours, *wanted);
  }
  const bool too_many = expected.is_array() && expected.size() != shop_.lines.size();
  if (too_many) shop_.read.cannot("figure " + name + " of other lines");
  return all;
}

// Units of a line share its discount; the first ones take the odd units.
std::string Figures::compare_units(const Json& expected) {
  std::string all;
  for (const PeerLine& line : shop_.lines) {
    const Line found = line_of(line);
    if (found == nullptr || !expected.contains(line.label)) continue;
    const Json& wanted = expected[line.label];
    const std::vector<std::int64_t> weights(wanted.size(), 1);
    std::vector<std::int64_t> shares(wanted.size());
    AllocationScratch scratch;
    allocate(discounts_of(*found), weights, {}, shares, scratch, Ties::position);
    if (Json(shares) != wanted) {
      all += differs("unit_discounts of " + line.label, Json(shares).dump(), wanted);
    }
  }
  return all;
}

// Rates of one percentage count together; a base is told without tax.
std::string Figures::compare_summary(const Json& expected) {
  std::map<std::int64_t, std::pair<std::int64_t, std::int64_t>> by_ppm;
  for (const SnapshotTax& tax : now_.taxes) {
    auto& [base, sum] = by_ppm[tax.rate_ppm];
    base += tax.taxable - (tax.included ? tax.tax : 0);
    sum += tax.tax;
  }
  std::string all;
  std::set<std::int64_t> named;
  for (const Json& row : expected) {
    const std::int64_t ppm = shop_.read.rate_ppm(row, {"rate_percent", "rate"}).value_or(-1);
    named.insert(ppm);
    const std::string at = " at " + std::to_string(ppm) + " ppm";
    const auto [base, sum] = by_ppm[ppm];
    if (row.contains("base")) all += compare_amount("base" + at, base, row["base"]);
    if (row.contains("tax")) all += compare_amount("tax" + at, sum, row["tax"]);
  }
  for (const auto& [ppm, sums] : by_ppm) {
    if (sums.second != 0 && !named.contains(ppm)) {
      all += "a tax of " + std::to_string(ppm) + " ppm; ";
    }
  }
  return all;
}

// One row of amounts by line for each promotion, or the amounts of all promotions by line.
std::string Figures::compare_discounts(const Json& expected) {
  std::string all;
  if (expected.is_object()) {
    for (const PeerLine& line : shop_.lines) {
      const Line found = line_of(line);
      const std::int64_t ours = found == nullptr ? 0 : discounts_of(*found);
      const Json wanted = expected.value(line.label, Json(0));
      all += compare_amount("discount of " + line.label, ours, wanted);
    }
    return all;
  }
  const auto& promotions = shop_.store().promotions;
  if (expected.size() != promotions.size()) shop_.read.cannot("discounts of other promotions");
  for (std::size_t p = 0; p < expected.size() && p < promotions.size(); ++p) {
    for (std::size_t i = 0; i < expected[p].size() && i < shop_.lines.size(); ++i) {
      const std::int64_t ours = promotion_off(promotions[p].id, shop_.lines[i]);
      all += compare_amount("discount " + std::to_string(p) + " of " + shop_.lines[i].label, ours,
                            expected[p][i]);
    }
  }
  return all;
}

// The taxes of the first line, rate by rate.
std::string Figures::compare_tax_list(const Json& expected) {
  std::string all;
  std::size_t at = 0;
  for (const Adjustment& adjustment : now_.adjustments) {
    if (!is_tax(adjustment) || at == expected.size()) continue;
    if (!shop_.read.is(adjustment.amount, expected[at], true)) {
      all += differs("tax " + std::to_string(at), std::to_string(adjustment.amount), expected[at]);
    }
    ++at;
  }
  if (at != expected.size()) all += "fewer taxes; ";
  return all;
}

Figures::Line Figures::line_of(const PeerLine& line) const {
  const auto found = std::ranges::find(now_.lines, line.sku, &SnapshotLine::sku);
  return found == now_.lines.end() ? nullptr : &*found;
}

std::int64_t Figures::shipping_tax(bool additional_only) const {
  std::int64_t sum = 0;
  for (const Adjustment& adjustment : now_.adjustments) {
    if (!is_tax(adjustment) || adjustment.line || !is_shipping_rate(adjustment.rule)) continue;
    if (additional_only && adjustment.kind == AdjustmentKind::included_tax) continue;
    sum += adjustment.amount;
  }
  return sum;
}

std::int64_t Figures::promotion_off(const std::string& promotion, const PeerLine& line) const {
  const Line found = line_of(line);
  std::int64_t off = 0;
  for (const Adjustment& adjustment : now_.adjustments) {
    if (!is_discount(adjustment) || adjustment.rule != promotion || found == nullptr) continue;
    if (adjustment.line == found->id) off -= adjustment.amount;
  }
  return off;
}

std::int64_t Figures::applied_promotions() const {
  std::set<std::string> rules;
  for (const Adjustment& adjustment : now_.adjustments) {
    if (is_discount(adjustment)) rules.insert(adjustment.rule);
  }
  return static_cast<std::int64_t>(rules.size());
}

std::optional<std::int64_t> Figures::line_figure(const std::string& name, const PeerLine& line) {
  const Line found = line_of(line);
  const SnapshotLine none;
  const SnapshotLine& of = found == nullptr ? none : *found;
  const std::int64_t off = discounts_of(of);
  if (name == "line_discounts" || name == "line_discount" || name == "shares" ||
      name == "applied_per_line") {
    return off;
  }
  if (name == "line_totals_after_discount" || name == "line_totals") return of.subtotal - off;
  if (name == "line_gross" || name == "line_gross_after_discount") return of.total;
  if (name == "line_net" || name == "line_net_after_discount") return of.total - of.tax;
  if (name == "line_tax" || name == "line_taxes") return of.tax;
  if (name == "catalogue_discount") return of.line_discount;
  if (name == "voucher_discount") return of.order_discount;
  if (name == "unit_prices") return of.unit_price;
  if (name == "former_prices") return of.compare_at;
  if (name == "unit_prices_after_discount" || name == "unit_price_after_all") {
    if (of.quantity == 0) return 0;
    return mul_div(of.subtotal - off, 1, of.quantity, Rounding::half_up);
  }
  return std::nullopt;
}

}  // namespace sealcart::peers
