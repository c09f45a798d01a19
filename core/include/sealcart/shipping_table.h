// Rate tables: what a parcel costs by its weight, subtotal, quantity or volume and by where it
// goes.
//
// A table is a list of sections. Each names places and holds the rows that count there. For a
// destination the section that names it most closely decides alone: a postal code before a region,
// a region before a country, a country before a section without places; among postal ranges the
// one that fixes more leading characters, then the one with longer bounds; among equals the earlier
// section. What its rows leave out is
// not delivered there: no other section steps in, and the answer is never 0.
//
// Every row covers whole numbers `least..most`, both included. `from` tables give `least` (5 kg and
// more), `upTo` tables give `most` (5 kg and less); the other end follows from the neighbour. A row
// may state its other end too: then a gap is meant, and check tells gaps and overlaps.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sealcart/address.h"
#include "sealcart/describe.h"
#include "sealcart/limits.h"
#include "sealcart/parcel.h"
#include "sealcart/result.h"

namespace sealcart {

enum class TableMeasure : std::uint8_t { weight_g, subtotal, quantity, volume_cm3 };
enum class TableEdge : std::uint8_t { from, up_to };

// A country, some regions of it, or a range of its postal codes. Codes are compared in capitals,
// without spaces and hyphens, by as many leading characters as the bounds have: 995 to 999 holds
// 99501 and 99950-0001; 995 alone is the prefix 995.
struct TablePlace {
  std::string country;
  std::vector<std::string> regions;
  std::string postal_from;
  std::string postal_to;
};

// `amount`, and `step_amount` for each started `step` beyond the lower end of the row, and
// `per_item` for each unit delivered. The lower end: the bound of a `from` row, the bound of the
// row before in an `upTo` table.
struct TableRow {
  std::int64_t bound = 0;
  std::optional<std::int64_t> other_end;
  std::int64_t amount = 0;
  std::int64_t step = 0;
  std::int64_t step_amount = 0;
  std::int64_t per_item = 0;
};

struct TableSection {
  std::vector<TablePlace> places;
  std::vector<TableRow> rows;
  std::int64_t minimum = 0;
  std::optional<std::int64_t> maximum;
  std::optional<std::int64_t> free_from;
};

struct ShippingTable {
  TableMeasure measure = TableMeasure::weight_g;
  TableEdge edge = TableEdge::up_to;
  std::vector<TableSection> sections;
};

// The whole numbers a row covers, and where its steps are counted from.
struct RowSpan {
  std::int64_t least = 0;
  std::int64_t most = 0;
  std::int64_t step_base = 0;
};
RowSpan span_of(TableEdge edge, const std::vector<TableRow>& rows, std::size_t row);

// Index of the section that decides for a destination; nothing: the table does not reach it.
std::optional<std::size_t> section_for(const ShippingTable& table, const Destination& destination);

// Sections of a table that decide for at least one address a method serves.
struct TableReach {
  std::vector<std::size_t> sections;  // rising
  bool everywhere = true;             // false: some served address falls in no section
};

// The bound that changed the sum of the parts.
enum class TableBound : std::uint8_t { none, minimum, maximum, free };

// Every minor unit and where it comes from: amount() is the sum of the four parts.
struct TableCost {
  std::size_t row = 0;
  std::int64_t base = 0;
  std::int64_t steps = 0;
  std::int64_t step_total = 0;
  std::int64_t item_total = 0;
  std::int64_t correction = 0;  // up to the minimum, down to the maximum or to 0
  TableBound bound = TableBound::none;
  std::int64_t amount() const { return base + step_total + item_total + correction; }
};

enum class TableAnswer : std::uint8_t { charged, not_deliverable, overflow };

// One parcel at the rows of one section; allocates nothing. `order_subtotal` (after all discounts)
// is what `free_from` is compared with, however many parcels the order becomes. `out` counts only
// when charged. The table has passed table_findings().
TableAnswer charge_parcel(const ShippingTable& table, const TableSection& section,
                          const Parcel& parcel, std::int64_t order_subtotal, TableCost& out);

struct ShipmentCost {
  std::int64_t amount = 0;
  std::size_t section = 0;
  std::vector<TableCost> parcels;
};

// All parcels of an order to one destination. shipping_method_unavailable: no section, or a parcel
// that no row covers (path `parcels[i]`, params measure, given, and most: the largest that is
// delivered); amount_overflow.
Result<ShipmentCost> shipment_cost(const ShippingTable& table, const Destination& destination,
                                   const Packing& packing);

// What is wrong with a table, with the path of the entry. `refused`: it contradicts itself;
// otherwise (a gap) it may be meant and is told only.
struct TableFinding {
  Error error;
  bool refused = true;
};
std::vector<TableFinding> table_findings(const ShippingTable& table);

template <>
struct Describe<TableMeasure> {
  static constexpr std::string_view doc =
      "What the rows of a rate table count: grams, minor units of the item subtotal after all "
      "discounts, units, or cubic centimetres.";
};

template <>
struct Describe<TableEdge> {
  static constexpr std::string_view doc =
      "The bound of a row is the least it covers, or the most; both include the bound.";
};

template <>
struct Describe<TablePlace> : Fields<TablePlace> {
  static constexpr std::string_view doc =
      "A country, some of its subdivisions, or a range of its postal codes.";
  static constexpr std::array fields{
      field<&T::country>(bytes(2, 2), "ISO 3166-1 alpha-2"),
      field<&T::regions>(bytes(1, limits::kIdBytes),
                         "ISO 3166-2 without the country prefix; empty: the whole country")
          .items(limits::kTableRegions)
          .optional(),
      field<&T::postal_from>(bytes(0, limits::kPostalCodeBytes),
                             "first leading characters, capitals and digits only; without "
                             "postalTo: a prefix")
          .optional(),
      field<&T::postal_to>(bytes(0, limits::kPostalCodeBytes),
                           "last leading characters, as many as in postalFrom")
          .optional(),
  };
};

template <>
struct Describe<TableRow> : Fields<TableRow> {
  static constexpr std::string_view doc = "What a parcel of this size costs.";
  static constexpr std::array fields{
      field<&T::bound>(range(0, limits::kAmount),
                       "the least (edge from) or the most (edge upTo) it covers, included; grams, "
                       "minor units, units or cubic centimetres"),
      field<&T::other_end>(range(0, limits::kAmount),
                           "the end at the other side, included; absent: up to the neighbour"),
      field<&T::amount>(range(0, limits::kUnitPrice), "minor units"),
      field<&T::step>(range(0, limits::kAmount),
                      "size of a step beyond the lower end, in the unit of the bound; 0: none")
          .optional(),
      field<&T::step_amount>(range(0, limits::kUnitPrice), "minor units for each started step")
          .optional(),
      field<&T::per_item>(range(0, limits::kUnitPrice), "minor units for each unit delivered")
          .optional(),
  };
};

template <>
struct Describe<TableSection> : Fields<TableSection> {
  static constexpr std::string_view doc = "The rows that count at some places.";
  static constexpr std::array fields{
      field<&T::places>("where; empty: everywhere else").items(limits::kTablePlaces).optional(),
      field<&T::rows>("by rising bound").items(limits::kTableRows),
      field<&T::minimum>(range(0, limits::kUnitPrice), "least for a parcel, minor units")
          .optional(),
      field<&T::maximum>(range(0, limits::kUnitPrice), "most for a parcel, minor units"),
      field<&T::free_from>(range(0, limits::kAmount),
                           "free from this item subtotal of the order on, minor units"),
  };
};

template <>
struct Describe<ShippingTable> : Fields<ShippingTable> {
  static constexpr std::string_view doc =
      "Rates by size and destination; the section that names a destination most closely decides.";
  static constexpr std::array fields{
      field<&T::measure>("what the rows count"),
      field<&T::edge>("which end of a row its bound is"),
      field<&T::sections>("by place").items(limits::kTableSections),
  };
};

}  // namespace sealcart
