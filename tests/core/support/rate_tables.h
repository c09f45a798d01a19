// Rate tables under construction, and what they answer in a word.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sealcart/shipping_table.h"
#include "support/told.h"

namespace sealcart {

// Bounds and amounts alone.
inline std::vector<TableRow> rows_of(
    const std::vector<std::pair<std::int64_t, std::int64_t>>& bounds) {
  std::vector<TableRow> rows;
  for (const auto& [bound, amount] : bounds) {
    TableRow& row = rows.emplace_back();
    row.bound = bound;
    row.amount = amount;
  }
  return rows;
}

inline TableSection section_of(std::vector<TablePlace> places, std::vector<TableRow> rows) {
  TableSection section;
  section.places = std::move(places);
  section.rows = std::move(rows);
  return section;
}

// One section without places.
inline ShippingTable table_of(TableMeasure measure, TableEdge edge, std::vector<TableRow> rows) {
  return {measure, edge, {section_of({}, std::move(rows))}};
}

inline TablePlace country(std::string code) { return {std::move(code), {}, {}, {}}; }
inline TablePlace region(std::string code, std::string name) {
  return {std::move(code), {std::move(name)}, {}, {}};
}
inline TablePlace postal(std::string code, std::string from, std::string to = {}) {
  return {std::move(code), {}, std::move(from), std::move(to)};
}

inline Packing one_parcel(const Parcel& parcel) { return {{parcel}, {0}, parcel.subtotal}; }

inline Parcel parcel_of(TableMeasure measure, std::int64_t size) {
  Parcel parcel;
  parcel.quantity = 1;
  if (measure == TableMeasure::weight_g) parcel.weight_g = size;
  if (measure == TableMeasure::subtotal) parcel.subtotal = size;
  if (measure == TableMeasure::quantity) parcel.quantity = size;
  if (measure == TableMeasure::volume_cm3) parcel.volume_cm3 = size;
  return parcel;
}

// "499", or the code of the refusal.
inline std::string cost_to(const ShippingTable& table, const Destination& destination,
                           std::int64_t size) {
  const auto cost = shipment_cost(table, destination, one_parcel(parcel_of(table.measure, size)));
  return cost ? std::to_string(cost->amount) : std::string(error_name(cost.error().code));
}

// The findings of a table: "refused <error>" or "told <error>".
inline std::vector<std::string> findings_of(const ShippingTable& table) {
  std::vector<std::string> lines;
  for (const TableFinding& finding : table_findings(table)) {
    lines.push_back((finding.refused ? "refused " : "told ") + told(finding.error));
  }
  return lines;
}

}  // namespace sealcart
