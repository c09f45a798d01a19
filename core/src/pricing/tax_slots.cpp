#include "tax_slots.h"

#include <algorithm>

#include "../rounding.h"
#include "tax_parts.h"

namespace sealcart::pricing {
namespace {

TaxRelief relief_of(const StoreDocument& doc, std::optional<std::size_t> zone,
                    const Shopper& shopper) {
  if (shopper.tax_exempt) return TaxRelief::exempt;
  const auto& zones = doc.tax_policy.reverse_charge_zones;
  if (shopper.vat_id.empty() || !zone || std::ranges::count(zones, doc.zones[*zone].id) == 0) {
    return TaxRelief::none;
  }
  return TaxRelief::reverse_charge;
}

TaxSlot slot_of(PriceInput& input, const std::vector<TaxRate>& all,
                const std::vector<std::size_t>& rates) {
  TaxSlot slot;
  slot.first = static_cast<std::uint32_t>(input.rates.size());
  slot.parts = static_cast<std::uint32_t>(rates.size());
  for (const std::size_t r : rates) {
    const TaxRate& rate = all[r];
    input.rates.push_back({static_cast<std::int32_t>(r), rate.rate_ppm, rate.compound});
    slot.rate_ppm = rate.rate_ppm;
    slot.included = rate.included;
  }
  const auto ppm = static_cast<std::uint64_t>(slot.rate_ppm);
  slot.share = Ratio(ppm, kMillion + (slot.included ? ppm : 0));
  return slot;
}

// listed / without x with. The denominators are powers of a million and cancel; what is left of the
// product stays below 2^115 for prices up to kUnitPrice.
std::int64_t reprice(std::int64_t listed, const TaxFactor& without, const TaxFactor& with,
                     Rounding mode) {
  const auto common = std::min(without.den, with.den);
  const auto price = static_cast<unsigned __int128>(listed);
  return divide_rounded(price * with.num * (without.den / common),
                        without.num * (with.den / common), mode);
}

}  // namespace

TaxSlots::TaxSlots(const Store& store, std::optional<std::size_t> zone, const PriceContext& context,
                   PriceInput& input)
    : store_(store), zone_(zone), now_(context.now), input_(input) {
  const StoreDocument& doc = store.document();
  input_.rates.assign(1, {});
  input_.slots.assign(1, {});
  input_.relief = relief_of(doc, zone, context.shopper);
  home_ = store.zone_of({});
  reprices_ = doc.tax_policy.gross_prices == GrossPrices::reprice && zone_ != home_;
}

std::uint32_t TaxSlots::slot(const std::string& category) {
  const auto known = slots_.find(category);
  if (known != slots_.end()) return known->second;
  std::uint32_t slot = 0;
  if (zone_ && input_.relief == TaxRelief::none) {
    const auto rates = store_.rates_of(*zone_, category, now_);
    if (!rates.empty()) {
      slot = static_cast<std::uint32_t>(input_.slots.size());
      input_.slots.push_back(slot_of(input_, store_.document().tax_rates, rates));
    }
  }
  slots_.emplace(category, slot);
  return slot;
}

std::int64_t TaxSlots::price(std::int64_t listed, const std::string& category) {
  const bool relieved = input_.relief != TaxRelief::none;
  const auto from = reprices_ ? home_ : zone_;
  if ((!reprices_ && !relieved) || !from) return listed;
  const auto contained = store_.rates_of(*from, category, now_);
  const auto& all = store_.document().tax_rates;
  if (contained.empty() || !all[contained[0]].included) return listed;
  PriceInput home;
  const TaxFactor without = factor_of(home, slot_of(home, all, contained));
  const TaxSlot& here = input_.slots[slot(category)];
  const TaxFactor with = here.included ? factor_of(input_, here) : TaxFactor{};
  return reprice(listed, without, with, input_.rounding.price);
}

}  // namespace sealcart::pricing
