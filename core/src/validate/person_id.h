// Tax ids of persons: what their digits tell about themselves. Each is called with an id that fits
// the pattern of its country.
#pragma once

#include <cstdint>
#include <string_view>

namespace sealcart::person_id {

bool any(std::string_view id, std::int64_t this_year);
bool argentina(std::string_view id, std::int64_t this_year);
bool austria(std::string_view id, std::int64_t this_year);
bool belgium(std::string_view id, std::int64_t this_year);
bool brazil(std::string_view id, std::int64_t this_year);
bool bulgaria(std::string_view id, std::int64_t this_year);
bool croatia(std::string_view id, std::int64_t this_year);
bool cyprus(std::string_view id, std::int64_t this_year);
bool czechia(std::string_view id, std::int64_t this_year);
bool denmark(std::string_view id, std::int64_t this_year);
bool estonia(std::string_view id, std::int64_t this_year);
bool finland(std::string_view id, std::int64_t this_year);
bool france(std::string_view id, std::int64_t this_year);
bool germany(std::string_view id, std::int64_t this_year);
bool greece(std::string_view id, std::int64_t this_year);
bool hungary(std::string_view id, std::int64_t this_year);
bool india(std::string_view id, std::int64_t this_year);
bool ireland(std::string_view id, std::int64_t this_year);
bool italy(std::string_view id, std::int64_t this_year);
bool latvia(std::string_view id, std::int64_t this_year);
bool luxembourg(std::string_view id, std::int64_t this_year);
bool netherlands(std::string_view id, std::int64_t this_year);
bool poland(std::string_view id, std::int64_t this_year);
bool portugal(std::string_view id, std::int64_t this_year);
bool romania(std::string_view id, std::int64_t this_year);
bool slovakia(std::string_view id, std::int64_t this_year);
bool slovenia(std::string_view id, std::int64_t this_year);
bool spain(std::string_view id, std::int64_t this_year);
bool sweden(std::string_view id, std::int64_t this_year);
bool ukraine(std::string_view id, std::int64_t this_year);
bool united_kingdom(std::string_view id, std::int64_t this_year);
bool united_states(std::string_view id, std::int64_t this_year);

// A day that exists in the calendar.
bool is_day(std::int64_t year, int month, int day);

}  // namespace sealcart::person_id
