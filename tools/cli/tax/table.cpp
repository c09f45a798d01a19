#include "tax/table.h"

#include "sealcart/address.h"
#include "sealcart/calendar.h"
#include "sealcart/wire.h"

namespace sealcart::tax {
namespace {

Status check_dates(const TableRate& rate) {
  for (const auto* day : {&rate.starts_on, &rate.ends_on}) {
    if (!*day || parse_date(**day)) continue;
    return refuse(
        Error(ErrorCode::value_not_allowed, day == &rate.starts_on ? "startsOn" : "endsOn")
            .with("allowed", "days as 2026-12-31"));
  }
  if (rate.starts_on && rate.ends_on && *rate.ends_on <= *rate.starts_on) {
    return refuse(Error(ErrorCode::store_value_conflict, "endsOn")
                      .with("what", "ends no later than it starts"));
  }
  return {};
}

}  // namespace

Result<Table> read_table(std::string_view text) {
  Result<Table> table = read_json<Table>(text, limits::kStoreJsonBytes);
  if (!table) return table;
  for (std::size_t r = 0; r < table->rates.size(); ++r) {
    const TableRate& rate = table->rates[r];
    Status status = check_dates(rate);
    if (!is_country(rate.country)) status = refuse(Error(ErrorCode::country_unknown, "country"));
    if (!status) {
      return refuse(std::move(status.error()).inside("rates[" + std::to_string(r) + "]"));
    }
  }
  return table;
}

bool counts_on(const TableRate& rate, std::string_view day) {
  return (!rate.starts_on || *rate.starts_on <= day) && (!rate.ends_on || day < *rate.ends_on);
}

}  // namespace sealcart::tax
