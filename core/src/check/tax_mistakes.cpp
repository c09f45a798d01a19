#include <map>

#include "mistakes.h"
#include "spans.h"

namespace sealcart::checking {
namespace {

static_assert(limits::kRatesPerCategory == 8 && limits::kCompoundRates == 2,
              "store_rules.def names both");

// The rates of one category in one zone. They add up while they count together.
class RatesTogether {
 public:
  RatesTogether(Mistakes& found, const std::vector<std::size_t>& rates)
      : found_(found), rates_(rates) {}

  void run() const {
    for (std::size_t k = 1; k < rates_.size(); ++k) mixed(k);
    for (std::size_t k = 0; k < rates_.size(); ++k) {
      if (too_many(k)) return;
    }
  }

 private:
  const TaxRate& rate(std::size_t k) const { return found_.document.tax_rates[rates_[k]]; }

  void mixed(std::size_t k) const {
    for (std::size_t i = 0; i < k; ++i) {
      if (rate(i).included == rate(k).included || !meet(rate(i), rate(k))) continue;
      return found_.conflict(at("taxRates", rates_[k]) + ".included", rule::rates_mixed);
    }
  }

  // Most count together at a moment at which one of them starts.
  bool too_many(std::size_t k) const {
    const std::int64_t moment = start_of(rate(k));
    std::size_t all = 0;
    std::size_t compound = 0;
    for (std::size_t i = 0; i < rates_.size(); ++i) {
      if (moment < start_of(rate(i)) || end_of(rate(i)) <= moment) continue;
      ++all;
      if (rate(i).compound) ++compound;
    }
    if (all > limits::kRatesPerCategory) {
      found_.conflict(at("taxRates", rates_[k]), rule::rates_too_many);
      return true;
    }
    if (compound > limits::kCompoundRates) {
      found_.conflict(at("taxRates", rates_[k]) + ".compound", rule::compounds_too_many);
      return true;
    }
    return false;
  }

  Mistakes& found_;
  const std::vector<std::size_t>& rates_;
};

}  // namespace

void tax_mistakes(Mistakes& found) {
  const auto& rates = found.document.tax_rates;
  std::map<std::pair<std::string_view, std::string_view>, std::vector<std::size_t>> groups;
  for (std::size_t r = 0; r < rates.size(); ++r) {
    const std::string path = at("taxRates", r);
    found.want_zone(path + ".zone", rates[r].zone);
    found.want_category(path + ".category", rates[r].category);
    if (never_counts(rates[r])) found.conflict(path + ".endsAt", rule::span);
    groups[{rates[r].zone, rates[r].category}].push_back(r);
  }
  for (const auto& [key, group] : groups) {
    if (group.size() > 1) RatesTogether(found, group).run();
  }
  const auto& reversed = found.document.tax_policy.reverse_charge_zones;
  for (std::size_t z = 0; z < reversed.size(); ++z) {
    found.want_zone("taxPolicy." + at("reverseChargeZones", z), reversed[z]);
  }
}

}  // namespace sealcart::checking
