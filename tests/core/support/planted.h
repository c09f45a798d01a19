// Mistakes planted in a good store document or catalogue, and what is told of them.
#pragma once

#include <string>
#include <vector>

#include "sealcart/store_check.h"
#include "support/shop.h"

namespace sealcart {

// 2026-06-01: the moment findings are judged from.
inline constexpr Timestamp kJudged{1'780'272'000'000};
inline constexpr std::int64_t kDay = 86'400'000;
inline Timestamp days_from_judged(std::int64_t days) { return {kJudged.ms + days * kDay}; }

// A shop of which nothing is told: zones by country, region and postal code, included and
// additional rates over time, promotions of every class and kind, a rate table, pickup, delivery
// dates.
Shop good_shop();

// "error store_duplicate_id at zones[1].id"
std::string told(const StoreFinding& finding);
std::vector<std::string> told(const std::vector<StoreFinding>& findings);

}  // namespace sealcart
