#include <algorithm>
#include <map>
#include <utility>

#include "sealcart/format.h"
#include "spans.h"
#include "warnings.h"

namespace sealcart::checking {
namespace {

constexpr std::int32_t kAll = 1'000'000;  // 100 %

// The rates of one category in one zone, by their start.
class RatesOverTime {
 public:
  RatesOverTime(Warnings& out, std::vector<std::size_t> rates)
      : out_(out), rates_(std::move(rates)) {}

  void run() {
    for (std::size_t k = 1; k < rates_.size(); ++k) same_name(k);
    std::ranges::sort(rates_, {},
                      [this](std::size_t r) { return std::pair(start_of(all()[r]), r); });
    gaps();
    expired();
  }

 private:
  const std::vector<TaxRate>& all() const { return out_.document.tax_rates; }

  void same_name(std::size_t k) {
    const TaxRate& rate = all()[rates_[k]];
    for (std::size_t i = 0; i < k; ++i) {
      const TaxRate& other = all()[rates_[i]];
      if (!meet(other, rate) || other.name != rate.name) continue;
      return out_.tell(Warning::rates_same_name, at("taxRates", rates_[k]) + ".name",
                       {{"rate", other.id}});
    }
  }

  void gaps() {
    std::int64_t covered = end_of(all()[rates_.front()]);
    for (const std::size_t r : rates_) {
      const TaxRate& rate = all()[r];
      if (covered < start_of(rate)) {
        out_.tell(
            Warning::rate_gap, at("taxRates", r) + ".startsAt",
            {{"category", rate.category}, {"zone", rate.zone}, {"from", moment_text(covered)}});
      }
      covered = std::max(covered, end_of(rate));
    }
  }

  void expired() {
    const auto over = [this](std::size_t r) { return out_.is_over(all()[r]); };
    if (!std::ranges::all_of(rates_, over)) return;
    const TaxRate& last = all()[rates_.back()];
    out_.tell(Warning::rates_expired, at("taxRates", rates_.back()) + ".endsAt",
              {{"category", last.category}, {"zone", last.zone}});
  }

  Warnings& out_;
  std::vector<std::size_t> rates_;
};

}  // namespace

void tax_warnings(Warnings& out) {
  const auto& rates = out.document.tax_rates;
  std::map<std::pair<std::string_view, std::string_view>, std::vector<std::size_t>> groups;
  for (std::size_t r = 0; r < rates.size(); ++r) {
    groups[{rates[r].zone, rates[r].category}].push_back(r);
    if (rates[r].rate_ppm <= kAll) continue;
    out.tell(Warning::rate_above_100, at("taxRates", r) + ".ratePpm",
             {{"percent", format_percent(rates[r].rate_ppm)}});
  }
  for (const auto& [key, group] : groups) RatesOverTime(out, group).run();
}

}  // namespace sealcart::checking
