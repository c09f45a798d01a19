#include "warnings.h"

#include <array>

#include "../fill_in.h"
#include "../utf8.h"
#include "sealcart/calendar.h"

namespace sealcart::checking {
namespace {

struct Told {
  std::string_view code;
  std::string_view text;
  std::string_view hint;
};
constexpr std::array kTold{
#define SEALCART_STORE_WARNING(code, text, hint) Told{#code, text, hint},
#include "sealcart/store_warnings.def"
#undef SEALCART_STORE_WARNING
};

constexpr std::size_t kShown = 200;  // bytes of a name

}  // namespace

void Warnings::tell(Warning warning, std::string path, std::initializer_list<Param> params) {
  const Told& told = kTold[static_cast<std::size_t>(warning)];
  std::vector<ErrorParam> shown;
  for (const Param& param : params) {
    shown.push_back({std::string(param.name), printable(param.value, kShown)});
  }
  findings.push_back({std::string(told.code), std::move(path), fill_in(told.text, shown),
                      std::string(told.hint), FindingLevel::warning});
}

std::string moment_text(std::int64_t ms) {
  const LocalTime time = local_time(ms, 0);
  if (time.day < 0 || time.day > kLastDay) return std::to_string(ms) + " ms";
  std::string text = format_date(time.day);
  if (time.ms == 0) return text;
  const std::int64_t minutes = time.ms / kMsPerMinute;
  const auto two = [](std::int64_t number) { return std::to_string(100 + number).substr(1); };
  return text + "T" + two(minutes / 60) + ":" + two(minutes % 60) + "Z";
}

}  // namespace sealcart::checking
