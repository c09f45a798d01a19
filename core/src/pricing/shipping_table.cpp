#include "sealcart/shipping_table.h"

#include <algorithm>

#include "../path.h"
#include "sealcart/money.h"
#include "table_places.h"

namespace sealcart {
namespace {

std::int64_t measured(TableMeasure measure, const Parcel& parcel) {
  switch (measure) {
    case TableMeasure::weight_g:
      return parcel.weight_g;
    case TableMeasure::subtotal:
      return parcel.subtotal;
    case TableMeasure::quantity:
      return parcel.quantity;
    case TableMeasure::volume_cm3:
      return parcel.volume_cm3;
  }
  return 0;
}

// As on the wire: "weightG".
std::string_view measure_name(TableMeasure measure) {
  return details::EnumTable<TableMeasure>::values[static_cast<std::size_t>(measure)];
}

// The row that covers `size`, or rows.size(). Bounds rise, so one search finds the candidate.
std::size_t row_for(TableEdge edge, const std::vector<TableRow>& rows, std::int64_t size) {
  std::size_t row = 0;
  if (edge == TableEdge::up_to) {
    const auto at_least = std::ranges::lower_bound(rows, size, {}, &TableRow::bound);
    row = static_cast<std::size_t>(at_least - rows.begin());
  } else {
    const auto above = std::ranges::upper_bound(rows, size, {}, &TableRow::bound);
    if (above == rows.begin()) return rows.size();
    row = static_cast<std::size_t>(above - rows.begin()) - 1;
  }
  if (row == rows.size()) return row;
  const RowSpan span = span_of(edge, rows, row);
  return span.least <= size && size <= span.most ? row : rows.size();
}

void bind(const TableSection& section, std::int64_t order_subtotal, TableCost& cost) {
  const std::int64_t sum = cost.base + cost.step_total + cost.item_total;
  std::int64_t target = std::max(sum, section.minimum);
  if (section.maximum) target = std::min(target, *section.maximum);
  if (section.free_from && order_subtotal >= *section.free_from) {
    cost.bound = TableBound::free;
    target = 0;
  } else if (target != sum) {
    cost.bound = target > sum ? TableBound::minimum : TableBound::maximum;
  }
  cost.correction = target - sum;
}

// The largest parcel that some row covers.
std::int64_t largest(const ShippingTable& table, const TableSection& section) {
  return section.rows.empty() ? 0 : span_of(table.edge, section.rows, section.rows.size() - 1).most;
}

Error undeliverable(const ShippingTable& table, const TableSection& section, const Parcel& parcel) {
  return Error(ErrorCode::shipping_method_unavailable)
      .with("measure", measure_name(table.measure))
      .with("given", measured(table.measure, parcel))
      .with("most", largest(table, section));
}

}  // namespace

RowSpan span_of(TableEdge edge, const std::vector<TableRow>& rows, std::size_t row) {
  const TableRow& own = rows[row];
  if (edge == TableEdge::from) {
    const bool last = row + 1 == rows.size();
    const std::int64_t next = last ? limits::kAmount : rows[row + 1].bound - 1;
    return {own.bound, own.other_end.value_or(next), own.bound};
  }
  const std::int64_t least = own.other_end.value_or(row == 0 ? 0 : rows[row - 1].bound + 1);
  return {least, own.bound, std::max<std::int64_t>(least - 1, 0)};
}

std::optional<std::size_t> section_for(const ShippingTable& table, const Destination& destination) {
  const pricing::Decision decision = pricing::decide(table, pricing::whereabouts_of(destination));
  if (decision.closeness == pricing::kNoMatch) return std::nullopt;
  return decision.section;
}

TableAnswer charge_parcel(const ShippingTable& table, const TableSection& section,
                          const Parcel& parcel, std::int64_t order_subtotal, TableCost& out) {
  const std::int64_t size = measured(table.measure, parcel);
  const std::size_t index = row_for(table.edge, section.rows, size);
  if (index == section.rows.size()) return TableAnswer::not_deliverable;
  const TableRow& row = section.rows[index];
  const std::int64_t beyond = size - span_of(table.edge, section.rows, index).step_base;
  out = {};
  out.row = index;
  out.base = row.amount;
  if (row.step > 0 && beyond > 0) out.steps = (beyond - 1) / row.step + 1;
  const auto step_total = mul_div(out.steps, row.step_amount, 1, Rounding::half_up);
  const auto item_total = mul_div(parcel.quantity, row.per_item, 1, Rounding::half_up);
  if (!step_total || !item_total) return TableAnswer::overflow;
  out.step_total = *step_total;
  out.item_total = *item_total;
  bind(section, order_subtotal, out);
  return out.amount() > limits::kAmount ? TableAnswer::overflow : TableAnswer::charged;
}

Result<ShipmentCost> shipment_cost(const ShippingTable& table, const Destination& destination,
                                   const Packing& packing) {
  const auto section = section_for(table, destination);
  if (!section) return refuse(Error(ErrorCode::shipping_method_unavailable));
  const TableSection& rows = table.sections[*section];
  ShipmentCost cost{0, *section, {}};
  for (std::size_t p = 0; p < packing.parcels.size(); ++p) {
    TableCost& part = cost.parcels.emplace_back();
    const TableAnswer answer =
        charge_parcel(table, rows, packing.parcels[p], packing.subtotal, part);
    if (answer == TableAnswer::not_deliverable) {
      return refuse(undeliverable(table, rows, packing.parcels[p]).inside(at("parcels", p)));
    }
    cost.amount += part.amount();
    if (answer == TableAnswer::overflow || cost.amount > limits::kAmount) {
      return refuse(Error(ErrorCode::amount_overflow, at("parcels", p)));
    }
  }
  return cost;
}

}  // namespace sealcart
